package org.testimony.web.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

class ExcerptTest {

  private static String shown(ArticleText text, Span span) {
    return Excerpt.at(text, span).pieces().stream()
        .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void fragments_are_marked_and_what_lies_between_is_not() {
    Span span = new Span(List.of(new Fragment(0, 15), new Fragment(27, 49)));
    assertThat(shown(Sets.TEXT, span))
        .isEqualTo("[\"We oppose it,\"] Holt said. [\"It costs \uD83D\uDE80 too much.\"]");
  }

  @Test
  void the_context_stays_in_its_paragraph() {
    ArticleText text = ArticleText.of("Before\r\nHolt said no.\nAfter");
    assertThat(shown(text, Span.of(13, 17))).isEqualTo("Holt [said] no.");
  }

  @Test
  void the_context_is_cut_between_words() {
    ArticleText text = ArticleText.of("word ".repeat(20) + "claim" + " word".repeat(20));
    assertThat(shown(text, Span.of(100, 105)))
        .isEqualTo("…" + "word ".repeat(11) + "[claim]" + " word".repeat(11) + "…");
  }

  @Test
  void a_long_gap_between_fragments_is_shortened() {
    ArticleText text = ArticleText.of("a" + "b".repeat(100) + "c");
    Span span = new Span(List.of(new Fragment(0, 1), new Fragment(101, 102)));
    assertThat(shown(text, span))
        .isEqualTo("[a]" + "b".repeat(30) + " … " + "b".repeat(30) + "[c]");
  }
}
