package org.testimony.core.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.testimony.core.annotation.Example.CLAIM;
import static org.testimony.core.annotation.Example.LINK;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.text.HashChain;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.Span;
import org.testimony.core.text.StrictJson;
import org.testimony.core.text.StrictJson.Malformed;

class OperationJsonTest {

  static Stream<Change> changes() {
    Optional<FeatureValue> one = Optional.of(FeatureValue.of("FACT"));
    Change.Place place = new Change.Place(Span.of(0, 4), Example.TEXT.slices(Span.of(0, 4)));
    return Stream.of(
        new Change.AddSpan(CLAIM, Example.claim()),
        new Change.AddSpan(CLAIM, Example.claim().withNote(Optional.of("n")).withDiscuss(true)),
        new Change.RemoveSpan(CLAIM, Optional.of(Example.claim())),
        new Change.RemoveSpan(CLAIM, Optional.empty()),
        new Change.MoveSpan(CLAIM, Optional.of(place), place),
        new Change.Relabel(CLAIM, Optional.of("Claim"), "Speaker"),
        new Change.SetFeature(CLAIM, "kind", Optional.empty(), one),
        new Change.SetFeature(CLAIM, "kind", one, Optional.empty()),
        new Change.SetFeature(CLAIM, "negated", Optional.empty(), Optional.of(FeatureValue.on())),
        new Change.Link(LINK, Example.saidBy()),
        new Change.Unlink(LINK, Optional.of(Example.saidBy())),
        new Change.Judge(CLAIM, "T1", Optional.of("FAVOR"), Optional.of("AGAINST")),
        new Change.SetArticleValue(
            new ValueKey("textProblems", Optional.empty()),
            Optional.empty(),
            Optional.of(new FeatureValue.Many(List.of("B", "A")))),
        new Change.SetArticleValue(new ValueKey("stance", Optional.of("T1")), one, one),
        new Change.SetNote(Optional.of(CLAIM), Optional.empty(), Optional.of("“odd” 🚇")),
        new Change.SetNote(Optional.empty(), Optional.of("x"), Optional.empty()),
        new Change.SetFlag(Optional.of(CLAIM), false, true),
        new Change.Submit(false),
        new Change.Submit(true));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void every_operation_reads_back_as_it_was_written(Change change) {
    Operation operation = Example.operation(change);
    String written = StrictJson.write(OperationJson.write(operation));
    Operation read = OperationJson.read(JsonObject.of(StrictJson.read(written)));
    assertThat(read).isEqualTo(operation);
    assertThat(StrictJson.write(OperationJson.write(read))).isEqualTo(written);
  }

  @Test
  void only_the_log_holds_a_reopen() {
    ObjectNode reopen = OperationJson.write(Example.operation(new Change.Reopen()));
    assertThat(OperationJson.readLogged(reopen).change()).isEqualTo(new Change.Reopen());
    assertThatThrownBy(() -> OperationJson.read(JsonObject.of(reopen)))
        .hasMessage("unknown type of operation: reopen");
  }

  @Test
  void refuses_unknown_properties_and_ids_that_are_not_random() {
    ObjectNode node = OperationJson.write(Example.operation(new Change.Submit(false)));
    node.put("actor", "someone else");
    assertThatThrownBy(() -> OperationJson.read(JsonObject.of(node)))
        .isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.pointer()).isEqualTo("/actor"));
    node.remove("actor");
    node.put("opId", new UUID(0x7000, 1).toString());
    assertThatThrownBy(() -> OperationJson.read(JsonObject.of(node)))
        .hasMessageContaining("version 4");
  }

  @Test
  void refuses_a_reversed_span_with_its_place() {
    ObjectNode node =
        OperationJson.write(Example.operation(new Change.AddSpan(CLAIM, Example.claim())));
    ((ObjectNode) node.get("after")).putArray("span").addArray().add(9).add(3);
    assertThatThrownBy(() -> OperationJson.read(JsonObject.of(node)))
        .isInstanceOfSatisfying(
            Malformed.class,
            m -> {
              assertThat(m.pointer()).isEqualTo("/after/span/0");
              assertThat(m).hasMessage("span [9, 3) ends before it starts");
            });
  }

  @Test
  void a_set_reads_back_as_it_was_written() {
    AnnotationSet set =
        Example.complete()
            .valued(
                new ValueKey("stance", Optional.of("T1")), Optional.of(FeatureValue.of("FAVOR")))
            .noted(Optional.of("a note"))
            .discussed(true);
    String written = StrictJson.write(AnnotationSetJson.write(set));
    assertThat(AnnotationSetJson.read(JsonObject.of(StrictJson.read(written)))).isEqualTo(set);
  }

  @Test
  void a_log_entry_is_intact_until_anything_of_it_changes() {
    LogEntry entry =
        LogEntry.after(
            HashChain.START,
            1,
            new UUID(5, 5),
            Example.operation(new Change.Submit(false)),
            "actor",
            "time");
    assertThat(entry.isIntact()).isTrue();
    LogEntry moved =
        new LogEntry(
            2,
            entry.clientId(),
            entry.body(),
            entry.actor(),
            entry.at(),
            entry.previous(),
            entry.hash());
    LogEntry rewritten =
        new LogEntry(
            1,
            entry.clientId(),
            entry.body().replace("submit", "reopen"),
            entry.actor(),
            entry.at(),
            entry.previous(),
            entry.hash());
    assertThat(moved.isIntact()).isFalse();
    assertThat(rewritten.isIntact()).isFalse();
  }
}
