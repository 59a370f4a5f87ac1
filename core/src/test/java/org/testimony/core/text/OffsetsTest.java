package org.testimony.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Offsets in three units against the vectors of {@code text/manifest.json}, verified by hand. */
class OffsetsTest {

  @TestFactory
  Stream<DynamicTest> every_vector_cuts_the_same_words_in_every_unit() {
    return TextFixtures.cases().stream()
        .filter(c -> c.get("encoding").textValue().startsWith("utf-8"))
        .filter(c -> c.get("media").textValue().equals("text/plain"))
        .map(c -> DynamicTest.dynamicTest(c.get("file").textValue(), () -> check(c)));
  }

  private static void check(JsonNode vector) {
    Decoding decoding = Decoding.utf8(TextFixtures.bytes(vector.get("file").textValue()));
    ArticleText text = ((Decoding.Decoded) decoding).text();
    assertThat(text.length()).isEqualTo(vector.get("codePoints").intValue());
    assertThat(text.characters()).hasSize(vector.get("utf16Units").intValue());
    Utf16Offsets utf16 = new Utf16Offsets(text);
    Utf8Offsets utf8 = new Utf8Offsets(text);
    byte[] bytes = text.characters().getBytes(StandardCharsets.UTF_8);
    for (JsonNode span : vector.get("spans")) {
      for (JsonNode fragment : span) {
        String words = fragment.get("text").textValue();
        int begin = fragment.get("cp").get(0).intValue();
        int end = fragment.get("cp").get(1).intValue();
        assertThat(text.slice(begin, end)).isEqualTo(words);
        int begin16 = fragment.get("utf16").get(0).intValue();
        int end16 = fragment.get("utf16").get(1).intValue();
        assertThat(utf16.fromCodePoints(begin)).isEqualTo(begin16);
        assertThat(utf16.fromCodePoints(end)).isEqualTo(end16);
        assertThat(utf16.toCodePoints(begin16)).isEqualTo(begin);
        assertThat(utf16.toCodePoints(end16)).isEqualTo(end);
        assertThat(text.characters().substring(begin16, end16)).isEqualTo(words);
        int begin8 = fragment.get("utf8").get(0).intValue();
        int end8 = fragment.get("utf8").get(1).intValue();
        assertThat(utf8.fromCodePoints(begin)).isEqualTo(begin8);
        assertThat(utf8.fromCodePoints(end)).isEqualTo(end8);
        assertThat(utf8.toCodePoints(begin8)).isEqualTo(begin);
        assertThat(utf8.toCodePoints(end8)).isEqualTo(end);
        assertThat(new String(bytes, begin8, end8 - begin8, StandardCharsets.UTF_8))
            .isEqualTo(words);
      }
    }
  }

  @Test
  void every_position_of_a_long_mixed_text_converts_there_and_back_seed_5() {
    Random random = new Random(5);
    StringBuilder characters = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      characters.appendCodePoint(
          random.nextInt(3) == 0 ? 0x1F600 + random.nextInt(60) : 'a' + i % 26);
    }
    ArticleText text = ArticleText.of(characters.toString());
    Utf16Offsets utf16 = new Utf16Offsets(text);
    for (int position = 0; position <= text.length(); position++) {
      assertThat(utf16.toCodePoints(utf16.fromCodePoints(position))).isEqualTo(position);
    }
  }

  @Test
  void refuses_a_position_between_the_halves_of_a_pair() {
    Utf16Offsets utf16 = new Utf16Offsets(ArticleText.of("a😀b"));
    assertThatThrownBy(() -> utf16.toCodePoints(2)).hasMessageContaining("inside a surrogate pair");
    assertThat(utf16.toCodePoints(3)).isEqualTo(2);
  }

  @Test
  void refuses_a_byte_inside_a_character() {
    Utf8Offsets utf8 = new Utf8Offsets(ArticleText.of("é"));
    assertThatThrownBy(() -> utf8.toCodePoints(1)).hasMessageContaining("inside a character");
  }

  @Test
  void refuses_positions_outside_the_text() {
    ArticleText text = ArticleText.of("abc");
    assertThatThrownBy(() -> text.slice(1, 4))
        .hasMessage("span [1, 4) leaves a text of 3 characters");
    assertThatThrownBy(() -> new Utf16Offsets(text).fromCodePoints(4))
        .hasMessageContaining("outside a text of 3 characters");
    assertThatThrownBy(() -> new Utf16Offsets(text).toCodePoints(-1))
        .hasMessageContaining("outside");
    assertThatThrownBy(() -> new Utf8Offsets(text).toCodePoints(9)).hasMessageContaining("outside");
  }
}
