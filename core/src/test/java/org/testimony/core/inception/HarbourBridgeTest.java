package org.testimony.core.inception;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.Span;

/**
 * Real exports of INCEpTION 39.5: twelve invented articles with what three people put in. One never
 * opened the first, one left the last unfinished; one sentence holds a character of two UTF-16
 * units.
 */
class HarbourBridgeTest {

  private static final String LAYER = "custom.Claim";
  private static final String STANCE = "custom.Stance";

  private static InceptionProject read(String format, InceptionExport.States states)
      throws IOException, URISyntaxException {
    URL url =
        Objects.requireNonNull(
            HarbourBridgeTest.class.getResource("harbour-bridge-" + format + ".zip"));
    return InceptionExport.read(Path.of(url.toURI()), states, ExportLimits.STANDARD, sets -> {});
  }

  private static JsonNode expected() throws IOException {
    try (InputStream in =
        HarbourBridgeTest.class.getResourceAsStream("harbour-bridge.expected.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  /** The spans of a set as the file of expected values writes them. */
  private static List<String> spans(InceptionDocument document, AnnotatorSet set) {
    List<String> spans = new ArrayList<>();
    for (Mark mark : set.marks(LAYER)) {
      spans.add(
          "%d-%d %s %s"
              .formatted(
                  mark.span().begin(),
                  mark.span().end(),
                  mark.values("label"),
                  document.text().slices(mark.span()).get(0)));
    }
    return spans;
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsoncas", "xmi", "ctsv3"})
  void gives_what_was_put_in(String format) throws IOException, URISyntaxException {
    InceptionProject project = read(format, InceptionExport.States.BEGUN);
    JsonNode documents = expected().get("documents");
    assertThat(project.name()).isEqualTo("harbour-bridge");
    assertThat(project.documents()).hasSize(documents.size());
    for (InceptionDocument document : project.documents()) {
      JsonNode wanted = documents.get(document.article().id());
      assertThat(document.text().characters()).isEqualTo(wanted.get("text").asText());
      TreeSet<String> annotators = new TreeSet<>();
      wanted.get("sets").fieldNames().forEachRemaining(annotators::add);
      assertThat(document.article().annotators()).containsExactlyElementsOf(annotators);
      for (AnnotatorSet set : document.article().sets()) {
        JsonNode of = wanted.get("sets").get(set.annotator());
        List<String> spans = new ArrayList<>();
        for (JsonNode span : of.get("claim_layer")) {
          spans.add(
              "%d-%d [%s] %s"
                  .formatted(
                      span.get(0).asInt(),
                      span.get(1).asInt(),
                      span.get(2).asText(),
                      span.get(3).asText()));
        }
        assertThat(spans(document, set)).containsExactlyInAnyOrderElementsOf(spans);
        assertThat(document.values(STANCE, "label").get(set.annotator()))
            .containsExactly(of.get("stance").asText());
      }
    }
    assertThat(project.sets()).isEqualTo(35);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsoncas", "xmi", "ctsv3"})
  void reads_finished_sets_alone_unless_asked(String format)
      throws IOException, URISyntaxException {
    InceptionProject project = read(format, InceptionExport.States.FINISHED);
    assertThat(project.sets()).isEqualTo(34);
    assertThat(project.documents().get(11).article().annotators()).containsExactly("anna", "cara");
    assertThat(project.skipped())
        .filteredOn(skipped -> skipped.reason() == Skipped.Reason.UNFINISHED)
        .singleElement()
        .satisfies(s -> assertThat(s.file()).startsWith("annotation/bridge-12.txt/"));
    assertThat(project.skipped())
        .filteredOn(skipped -> skipped.reason() == Skipped.Reason.NOBODYS)
        .hasSize(12);
    assertThat(project.skipped()).hasSize(13);
  }

  @Test
  void all_formats_give_the_same_sets() throws IOException, URISyntaxException {
    List<InceptionDocument> json = read("jsoncas", InceptionExport.States.BEGUN).documents();
    assertThat(read("xmi", InceptionExport.States.BEGUN).documents()).isEqualTo(json);
    assertThat(read("ctsv3", InceptionExport.States.BEGUN).documents()).isEqualTo(json);
  }

  @Test
  void tokens_are_words_and_marks_of_punctuation_in_order() throws IOException, URISyntaxException {
    for (InceptionDocument document : read("jsoncas", InceptionExport.States.BEGUN).documents()) {
      String words =
          document.tokens().stream()
              .map(token -> document.text().slices(new Span(List.of(token))).get(0))
              .collect(Collectors.joining());
      assertThat(words).isEqualTo(document.text().characters().replaceAll("\\s", ""));
    }
  }

  @Test
  void knows_the_layers_by_name_and_title() throws IOException, URISyntaxException {
    InceptionProject project = read("jsoncas", InceptionExport.States.FINISHED);
    InceptionLayer claim =
        project.layers().stream()
            .filter(layer -> layer.isCalled("Claim"))
            .findFirst()
            .orElseThrow();
    assertThat(claim.name()).isEqualTo(LAYER);
    assertThat(claim.enabled()).isTrue();
    assertThat(claim.features()).extracting(InceptionLayer.Feature::name).containsExactly("label");
  }
}
