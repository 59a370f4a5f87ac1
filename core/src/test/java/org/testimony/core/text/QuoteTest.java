package org.testimony.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteTest {

  private final ArticleText text =
      ArticleText.of("“We will build,” she said, “or we will pay for the waiting.”");
  private final Span span = new Span(List.of(new Fragment(0, 16), new Fragment(27, 60)));

  @Test
  void holds_the_words_of_each_fragment_and_what_stands_around() {
    Quote quote = Quote.at(text, Span.of(17, 25));
    assertThat(quote.exact()).containsExactly("she said");
    assertThat(quote.prefix()).isEqualTo("“We will build,” ");
    assertThat(quote.suffix()).isEqualTo(", “or we will pay for the waitin");
    assertThat(Quote.at(text, span).joined())
        .isEqualTo("“We will build,” … “or we will pay for the waiting.”");
  }

  @Test
  void finds_words_that_moved() {
    Quote quote = Quote.at(text, span);
    assertThat(quote.mismatch(text, span)).isEmpty();
    assertThat(quote.mismatch(ArticleText.of("x" + text.characters()), span)).isPresent();
    assertThat(quote.mismatch(ArticleText.of("short"), span))
        .hasValueSatisfying(m -> assertThat(m).contains("leaves a text of 5 characters"));
  }

  @Test
  void finds_a_change_beside_the_words() {
    Quote quote = Quote.at(text, Span.of(17, 25));
    ArticleText changed = ArticleText.of(text.characters().replace("waiting", "delay"));
    assertThat(quote.mismatch(changed, Span.of(17, 25)))
        .hasValueSatisfying(m -> assertThat(m).contains("around span"));
  }
}
