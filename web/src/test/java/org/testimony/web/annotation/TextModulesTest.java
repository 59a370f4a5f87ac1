package org.testimony.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Offsets, words, quotations and growing selections of the page agree with the shared vectors. */
class TextModulesTest {

  /** The texts on which the offsets of the core are tested too. */
  private static final Path TEXTS = Path.of("../core/src/test/resources/text");

  /** How the manifest's encodings are called in Java; texts in others are broken on purpose. */
  private static final Map<String, String> CHARSETS =
      Map.of("utf-8", "UTF-8", "utf-8-sig", "UTF-8", "cp1251", "windows-1251");

  private static Modules text;

  @BeforeAll
  static void load() {
    text = Modules.load("text-cases.js");
  }

  @AfterAll
  static void close() {
    text.close();
  }

  /** A text of the manifest with its spans' fragments. */
  record Vector(String file, String characters, int codePoints, List<JsonNode> fragments) {

    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(Files.readString(TEXTS.resolve("manifest.json")));
    List<Vector> vectors = new ArrayList<>();
    for (JsonNode entry : manifest.get("cases")) {
      String charset = CHARSETS.get(entry.path("encoding").asText());
      if (charset == null
          || !entry.path("media").asText().equals("text/plain")
          || !entry.has("spans")) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(TEXTS.resolve(entry.get("file").asText()));
      String characters = new String(bytes, Charset.forName(charset));
      if (characters.startsWith("\uFEFF")) {
        characters = characters.substring(1);
      }
      List<JsonNode> fragments = new ArrayList<>();
      entry.get("spans").forEach(span -> span.forEach(fragments::add));
      vectors.add(
          new Vector(
              entry.get("file").asText(), characters, entry.get("codePoints").asInt(), fragments));
    }
    return vectors.stream();
  }

  @Test
  void the_manifest_holds_texts() throws IOException {
    assertThat(vectors()).hasSizeGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void offsets_convert_both_ways(Vector vector) {
    JsonNode result =
        text.call("convert", Map.of("text", vector.characters(), "spans", vector.fragments()));

    assertThat(result.get("length").asInt()).isEqualTo(vector.codePoints());
    assertThat(result.get("bytes").asInt())
        .isEqualTo(vector.characters().getBytes(StandardCharsets.UTF_8).length);
    for (int i = 0; i < vector.fragments().size(); i++) {
      JsonNode expected = vector.fragments().get(i);
      JsonNode actual = result.get("spans").get(i);
      assertThat(actual.get("cp")).isEqualTo(expected.get("cp"));
      assertThat(actual.get("utf16")).isEqualTo(expected.get("utf16"));
      assertThat(actual.get("text")).isEqualTo(expected.get("text"));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void every_offset_comes_back(Vector vector) {
    assertThat(text.call("roundTrip", Map.of("text", vector.characters()))).isEmpty();
  }

  @Test
  void the_middle_of_a_pair_is_taken_for_its_start() {
    for (JsonNode pair : text.call("insidePairs", Map.of("text", "a😀b🇺🇸c"))) {
      assertThat(pair.get(1)).isEqualTo(pair.get(0));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1", "4", "1.5"})
  void an_offset_outside_is_refused(double point) {
    assertThat(text.refuses("outside", Map.of("text", "a😀b", "point", point))).isTrue();
  }

  static Stream<Arguments> snapping() {
    return cases("snapping.json", "cases");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("snapping")
  void a_selection_snaps(String name, JsonNode vector) {
    assertThat(text.call("snapped", vector)).as(name).isEqualTo(vector.get("snapped"));
  }

  static Stream<Arguments> exact() {
    return cases("snapping.json", "exact");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exact")
  void a_selection_by_character_keeps_clusters(String name, JsonNode vector) {
    JsonNode snapped = text.call("snapped", Map.of("text", vector.get("text"), "exact", true));
    assertThat(snapped).as(name).isEqualTo(vector.get("snapped"));
  }

  static Stream<Arguments> growing() {
    return cases("growing.json", "cases");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("growing")
  void a_selection_grows_and_shrinks(String name, JsonNode vector) {
    JsonNode steps = text.call("ladder", vector);
    assertThat(steps.get("up")).as(name).isEqualTo(vector.get("up"));
    assertThat(steps.get("down")).as(name).isEqualTo(vector.get("down"));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void words_are_the_same_with_and_without_the_browsers_segmenter(boolean segmenter) {
    String article =
        "Kyiv’s pre-2014 borders cost $800, 5% of it.\nThe U.S. said “no” to J. D. Vance.";
    JsonNode words = text.call("words", Map.of("text", article, "segmenter", segmenter));
    assertThat(words.get(0))
        .extracting(JsonNode::asText)
        .containsExactly("Kyiv’s", "pre-2014", "borders", "cost", "$800", "5%", "of", "it");
    assertThat(words.get(1))
        .extracting(JsonNode::asText)
        .containsExactly("The", "U.S.", "said", "no", "to", "J", "D", "Vance");
  }

  @Test
  void sentences_end_where_readers_end_them() {
    JsonNode sentences =
        text.call(
            "sentences",
            Map.of(
                "text",
                "Gov. Holt left. “Did she?” he asked. It cost 1.9 billion. In the U.S. The vote fell."));
    assertThat(sentences.get(0))
        .extracting(JsonNode::asText)
        .containsExactly(
            "Gov. Holt left.",
            "“Did she?” he asked.",
            "It cost 1.9 billion.",
            "In the U.S.",
            "The vote fell.");
  }

  @Test
  void words_are_found_whatever_their_case_and_marks() {
    JsonNode found =
        text.call(
            "found", Map.of("text", "“It’s  over,” he said. IT'S OVER.", "words", "it's over"));
    assertThat(found).extracting(JsonNode::asText).containsExactly("It’s  over", "IT'S OVER");
  }

  @Test
  void a_pattern_among_the_words_is_text() {
    assertThat(text.call("found", Map.of("text", "a (b) c", "words", "(b)"))).hasSize(1);
    assertThat(text.call("found", Map.of("text", "abc", "words", ".*"))).isEmpty();
    assertThat(text.call("found", Map.of("text", "abc", "words", "  "))).isEmpty();
  }

  @Test
  void a_place_is_found_by_its_first_and_last_words() {
    String article = "She said “we go on” and left.\nWe go home, she said.";
    assertThat(text.call("placed", Map.of("text", article, "first", "we go", "last", "on")))
        .extracting(JsonNode::asText)
        .containsExactly("“we go on”");
    assertThat(text.call("placed", Map.of("text", article, "first", "we go", "last", "")))
        .extracting(JsonNode::asText)
        .containsExactly("we go", "We go");
    assertThat(text.call("placed", Map.of("text", article, "first", "left", "last", "home")))
        .isEmpty();
  }

  private static Stream<Arguments> cases(String file, String group) {
    return StreamSupport.stream(Modules.vectors(file).get(group).spliterator(), false)
        .map(vector -> Arguments.of(vector.get("name").asText(), vector));
  }
}
