package org.testimony.core.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testimony.core.annotation.Example.CLAIM;
import static org.testimony.core.annotation.Example.LINK;
import static org.testimony.core.annotation.Example.SPEAKER;
import static org.testimony.core.annotation.Example.TEXT;
import static org.testimony.core.annotation.Example.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.Rejection.Code;
import org.testimony.core.annotation.Rejection.Missing;
import org.testimony.core.assignment.Phase;
import org.testimony.core.text.Span;

class EditorTest {

  private static final AnnotationId UNKNOWN = new AnnotationId(new UUID(9, 9));

  private final Editor editor = new Editor(TEXT, Example.CODEBOOK, Phase.MARK);
  private final AnnotationSet set = Example.complete();

  private AnnotationSet applied(AnnotationSet before, Change change) {
    Outcome outcome = editor.apply(before, operation(change));
    assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    return ((Outcome.Applied) outcome).set();
  }

  private Rejection rejected(AnnotationSet before, Change change) {
    Outcome outcome = editor.apply(before, operation(change));
    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    return ((Outcome.Rejected) outcome).rejection();
  }

  private static Optional<FeatureValue> one(String value) {
    return Optional.of(FeatureValue.of(value));
  }

  private static Change setFeature(String field, Optional<FeatureValue> after) {
    return new Change.SetFeature(CLAIM, field, Optional.empty(), after);
  }

  @Test
  void adds_a_span() {
    AnnotationSet added = applied(AnnotationSet.EMPTY, new Change.AddSpan(CLAIM, Example.claim()));
    assertThat(added.annotations().get(CLAIM))
        .isEqualTo(new Annotation(CLAIM, Example.claim(), Origin.MANUAL));
  }

  @Test
  void refuses_a_span_outside_the_text_or_with_other_words() {
    Content far =
        new Content("Claim", Span.of(60, 900), List.of("x"), Map.of(), Optional.empty(), false);
    assertThat(rejected(set, new Change.AddSpan(UNKNOWN, far)).code())
        .isEqualTo(Code.SPAN_OUTSIDE_TEXT);
    Content wrong =
        new Content("Claim", Span.of(0, 4), List.of("Hole"), Map.of(), Optional.empty(), false);
    Rejection rejection = rejected(set, new Change.AddSpan(UNKNOWN, wrong));
    assertThat(rejection.code()).isEqualTo(Code.QUOTE_MISMATCH);
    assertThat(rejection.detail()).contains("Holt").contains("Hole");
  }

  @Test
  void refuses_a_span_that_is_there() {
    assertThat(rejected(set, new Change.AddSpan(CLAIM, Example.claim())).code())
        .isEqualTo(Code.ALREADY_EXISTS);
  }

  @Test
  void refuses_unknown_and_switched_off_layers() {
    for (String layer : List.of("Opinion", "Cue")) {
      Content content = Example.content(layer, Span.of(5, 9), Map.of());
      assertThat(rejected(set, new Change.AddSpan(UNKNOWN, content)).code())
          .as(layer)
          .isEqualTo(Code.UNKNOWN_LAYER);
    }
  }

  @Test
  void refuses_features_labels_and_forms_that_the_codebook_does_not_have() {
    assertThat(rejected(set, setFeature("mood", one("X"))).code()).isEqualTo(Code.UNKNOWN_FEATURE);
    assertThat(rejected(set, setFeature("form", one("LOUD"))).code()).isEqualTo(Code.UNKNOWN_LABEL);
    assertThat(rejected(set, setFeature("form", Optional.of(FeatureValue.on()))).code())
        .isEqualTo(Code.BAD_VALUE);
    assertThat(rejected(set, setFeature("negated", one("yes"))).code()).isEqualTo(Code.BAD_VALUE);
  }

  @Test
  void sets_and_unsets_features() {
    AnnotationSet changed = applied(set, setFeature("form", one("DIRECT")));
    assertThat(features(changed)).containsEntry("form", FeatureValue.of("DIRECT"));
    AnnotationSet unset = applied(changed, setFeature("form", Optional.empty()));
    assertThat(features(unset)).doesNotContainKey("form").containsKey("kind");
  }

  private static Map<String, FeatureValue> features(AnnotationSet set) {
    return set.annotations().get(CLAIM).content().features();
  }

  @Test
  void a_later_change_wins_though_its_before_no_longer_holds() {
    Change stale = new Change.SetFeature(CLAIM, "kind", one("FACT"), one("DEMAND"));
    assertThat(features(applied(set, stale))).containsEntry("kind", FeatureValue.of("DEMAND"));
  }

  @Test
  void removing_a_span_takes_its_links_and_stance_along_and_may_be_repeated() {
    Change remove = new Change.RemoveSpan(CLAIM, Optional.of(Example.claim()));
    AnnotationSet removed = applied(set, remove);
    assertThat(removed.annotations()).containsOnlyKeys(SPEAKER);
    assertThat(removed.relations()).isEmpty();
    assertThat(removed.judgements()).isEmpty();
    assertThat(applied(removed, remove)).isEqualTo(removed);
  }

  @Test
  void a_removed_span_comes_back_under_its_name() {
    AnnotationSet removed = applied(set, new Change.RemoveSpan(CLAIM, Optional.empty()));
    AnnotationSet back = applied(removed, new Change.AddSpan(CLAIM, Example.claim()));
    assertThat(back.annotations()).containsOnlyKeys(CLAIM, SPEAKER);
  }

  @Test
  void changes_to_what_is_gone_are_rejected() {
    AnnotationSet removed = applied(set, new Change.RemoveSpan(CLAIM, Optional.empty()));
    List<Change> late =
        List.of(
            setFeature("form", one("DIRECT")),
            new Change.MoveSpan(
                CLAIM, Optional.empty(), new Change.Place(Span.of(0, 4), List.of("Holt"))),
            new Change.Relabel(CLAIM, Optional.empty(), "Speaker"),
            new Change.Judge(CLAIM, "T1", Optional.empty(), Optional.of("FAVOR")),
            new Change.Link(new RelationId(new UUID(2, 2)), Example.saidBy()),
            new Change.SetNote(Optional.of(CLAIM), Optional.empty(), Optional.of("n")),
            new Change.SetFlag(Optional.of(CLAIM), false, true));
    for (Change change : late) {
      assertThat(rejected(removed, change).code()).isEqualTo(Code.NO_SUCH_ANNOTATION);
    }
  }

  @Test
  void moves_a_span_whose_new_words_fit() {
    Change.Place place = new Change.Place(Span.of(14, 42), TEXT.slices(Span.of(14, 42)));
    AnnotationSet moved = applied(set, new Change.MoveSpan(CLAIM, Optional.empty(), place));
    assertThat(moved.annotations().get(CLAIM).content().span()).isEqualTo(Span.of(14, 42));
    Change.Place wrong = new Change.Place(Span.of(14, 42), List.of("other"));
    assertThat(rejected(set, new Change.MoveSpan(CLAIM, Optional.empty(), wrong)).code())
        .isEqualTo(Code.QUOTE_MISMATCH);
  }

  @Test
  void relabelling_drops_what_the_new_layer_cannot_carry() {
    AnnotationSet relabelled =
        applied(set, new Change.Relabel(CLAIM, Optional.of("Claim"), "Speaker"));
    assertThat(relabelled.annotations().get(CLAIM).layer()).isEqualTo("Speaker");
    assertThat(features(relabelled)).isEmpty();
    assertThat(relabelled.relations()).isEmpty();
    assertThat(relabelled.judgements()).isEmpty();
  }

  @Test
  void links_only_between_the_layers_of_the_relation_and_only_once() {
    Relation.Ends reversed = new Relation.Ends("SAID_BY", SPEAKER, CLAIM);
    RelationId id = new RelationId(new UUID(2, 5));
    assertThat(rejected(set, new Change.Link(id, reversed)).code()).isEqualTo(Code.WRONG_ENDS);
    assertThat(rejected(set, new Change.Link(id, Example.saidBy())).code())
        .isEqualTo(Code.ALREADY_EXISTS);
    assertThat(rejected(set, new Change.Link(LINK, Example.saidBy())).code())
        .isEqualTo(Code.ALREADY_EXISTS);
    Relation.Ends unknown = new Relation.Ends("PAID_BY", CLAIM, SPEAKER);
    assertThat(rejected(set, new Change.Link(id, unknown)).code()).isEqualTo(Code.UNKNOWN_RELATION);
    Relation.Ends self = new Relation.Ends("REPORTED_IN", CLAIM, CLAIM);
    assertThat(rejected(set, new Change.Link(id, self)).code()).isEqualTo(Code.WRONG_ENDS);
  }

  @Test
  void unlinking_may_be_repeated() {
    Change unlink = new Change.Unlink(LINK, Optional.of(Example.saidBy()));
    AnnotationSet unlinked = applied(set, unlink);
    assertThat(unlinked.relations()).isEmpty();
    assertThat(applied(unlinked, unlink)).isEqualTo(unlinked);
  }

  @Test
  void judges_claims_toward_targets_of_the_codebook() {
    AnnotationSet judged =
        applied(set, new Change.Judge(CLAIM, "T1", Optional.empty(), Optional.of("FAVOR")));
    assertThat(judged.judgements()).containsEntry(new JudgementKey(CLAIM, "T1"), "FAVOR");
    assertThat(
            applied(judged, new Change.Judge(CLAIM, "T1", Optional.empty(), Optional.empty()))
                .judgements())
        .isEmpty();
    assertThat(
            rejected(set, new Change.Judge(CLAIM, "T2", Optional.empty(), Optional.of("FAVOR")))
                .code())
        .isEqualTo(Code.UNKNOWN_TARGET);
    assertThat(
            rejected(set, new Change.Judge(CLAIM, "T1", Optional.empty(), Optional.of("LOVE")))
                .code())
        .isEqualTo(Code.UNKNOWN_LABEL);
    assertThat(
            rejected(set, new Change.Judge(SPEAKER, "T1", Optional.empty(), Optional.of("FAVOR")))
                .code())
        .isEqualTo(Code.BAD_VALUE);
  }

  @Test
  void article_values_need_a_target_exactly_where_the_codebook_asks_per_target() {
    ValueKey stance = new ValueKey("stance", Optional.of("T1"));
    AnnotationSet valued =
        applied(set, new Change.SetArticleValue(stance, Optional.empty(), one("NEUTRAL")));
    assertThat(valued.values()).containsEntry(stance, FeatureValue.of("NEUTRAL"));
    for (ValueKey wrong :
        List.of(
            new ValueKey("stance", Optional.empty()),
            new ValueKey("relevance", Optional.of("T1")),
            new ValueKey("stance", Optional.of("T9")))) {
      assertThat(
              rejected(set, new Change.SetArticleValue(wrong, Optional.empty(), one("NEUTRAL")))
                  .code())
          .isEqualTo(Code.UNKNOWN_TARGET);
    }
    Change.SetArticleValue many =
        new Change.SetArticleValue(
            new ValueKey("textProblems", Optional.empty()),
            Optional.empty(),
            Optional.of(new FeatureValue.Many(List.of("TRUNCATED", "GARBLED"))));
    assertThat(applied(set, many).values()).hasSize(1);
  }

  @Test
  void notes_and_flags_belong_to_a_span_or_to_the_article() {
    AnnotationSet noted =
        applied(set, new Change.SetNote(Optional.of(CLAIM), Optional.empty(), Optional.of("why?")));
    assertThat(noted.annotations().get(CLAIM).content().note()).contains("why?");
    AnnotationSet article =
        applied(noted, new Change.SetNote(Optional.empty(), Optional.empty(), Optional.of("odd")));
    assertThat(article.note()).contains("odd");
    assertThat(applied(set, new Change.SetFlag(Optional.empty(), false, true)).discuss()).isTrue();
    assertThat(
            applied(set, new Change.SetFlag(Optional.of(CLAIM), false, true))
                .annotations()
                .get(CLAIM)
                .content()
                .discuss())
        .isTrue();
    Change.SetNote endless =
        new Change.SetNote(Optional.empty(), Optional.empty(), Optional.of("x".repeat(4_001)));
    assertThat(rejected(set, endless).code()).isEqualTo(Code.BAD_VALUE);
  }

  @Test
  void submitting_names_every_missing_part_in_text_order() {
    AnnotationSet incomplete =
        applied(
            applied(set, new Change.Unlink(LINK, Optional.empty())),
            setFeature("kind", Optional.empty()));
    Rejection rejection = rejected(incomplete, new Change.Submit(true));
    assertThat(rejection.code()).isEqualTo(Code.INCOMPLETE);
    assertThat(rejection.missing())
        .containsExactly(
            new Missing(CLAIM, "kind", Missing.Kind.REQUIRED_FEATURE),
            new Missing(CLAIM, "SAID_BY", Missing.Kind.REQUIRED_RELATION));
  }

  @Test
  void an_authorial_claim_needs_no_speaker() {
    AnnotationSet authorial =
        applied(
            applied(set, new Change.Unlink(LINK, Optional.empty())),
            setFeature("form", one("AUTHORIAL")));
    assertThat(applied(authorial, new Change.Submit(false))).isEqualTo(authorial);
  }

  @Test
  void an_unset_stance_asks_once_and_stays_unset() {
    AnnotationSet unset =
        applied(set, new Change.Judge(CLAIM, "T1", Optional.empty(), Optional.empty()));
    Rejection asked = rejected(unset, new Change.Submit(false));
    assertThat(asked.code()).isEqualTo(Code.STANCE_UNSET);
    assertThat(asked.missing()).containsExactly(new Missing(CLAIM, "T1", Missing.Kind.STANCE));
    assertThat(applied(unset, new Change.Submit(true)).judgements()).isEmpty();
  }

  @Test
  void an_accepted_suggestion_that_changes_counts_as_edited() {
    Operation accepted =
        new Operation(
            UUID.randomUUID(),
            1,
            new Change.AddSpan(UNKNOWN, Example.speaker()),
            Operation.Input.SUGGESTION,
            "1.0.0");
    AnnotationSet offered = ((Outcome.Applied) editor.apply(set, accepted)).set();
    assertThat(offered.annotations().get(UNKNOWN).origin()).isEqualTo(Origin.ACCEPTED);
    AnnotationSet edited =
        applied(
            offered, new Change.SetFeature(UNKNOWN, "type", one("PERSON"), one("ORGANISATION")));
    assertThat(edited.annotations().get(UNKNOWN).origin()).isEqualTo(Origin.EDITED);
  }
}
