package org.testimony.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphsTest {

  private static String[] of(String characters) {
    ArticleText text = ArticleText.of(characters);
    return Paragraphs.of(text).stream()
        .map(p -> text.slice(p.begin(), p.end()))
        .toArray(String[]::new);
  }

  @Test
  void splits_at_every_kind_of_line_end() {
    assertThat(of("a\nb\r\nc\rd")).containsExactly("a", "b", "c", "d");
  }

  @Test
  void leaves_out_lines_of_white_space_only() {
    assertThat(of("a\n\n \u00A0\n b \n")).containsExactly("a", " b ");
  }

  @Test
  void counts_code_points() {
    assertThat(Paragraphs.of(ArticleText.of("😀\n😀😀")))
        .containsExactly(new Fragment(0, 1), new Fragment(2, 4));
  }
}
