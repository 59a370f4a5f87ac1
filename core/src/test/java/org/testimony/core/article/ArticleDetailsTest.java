package org.testimony.core.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.ArticleText;

class ArticleDetailsTest {

  private static ArticleDetails at(String url) {
    return new ArticleDetails("t", Optional.empty(), Optional.of(url), Optional.empty());
  }

  @Test
  void strips_and_takes_blank_as_unknown() {
    ArticleDetails details =
        new ArticleDetails(" A title ", Optional.of("  "), Optional.of(" "), Optional.empty());
    assertThat(details).isEqualTo(ArticleDetails.titled("A title"));
  }

  @Test
  void refuses_blank_long_and_controlled_titles() {
    assertThatThrownBy(() -> ArticleDetails.titled(" ")).hasMessage("the title is empty");
    assertThatThrownBy(() -> ArticleDetails.titled("x".repeat(501)))
        .hasMessageContaining("at most 500");
    assertThatThrownBy(() -> ArticleDetails.titled("a\nb")).hasMessageContaining("control");
    assertThatThrownBy(() -> ArticleDetails.titled("a\uD83D")).hasMessageContaining("control");
  }

  @Test
  void takes_web_addresses_only() {
    assertThat(at("HTTPS://courier.example/a").url()).contains("HTTPS://courier.example/a");
    assertThatThrownBy(() -> at("javascript:alert(1)")).hasMessageContaining("http");
    assertThatThrownBy(() -> at("//courier.example")).hasMessageContaining("http");
    assertThatThrownBy(() -> at("http://a b")).hasMessageContaining("no web address");
  }

  private static String guess(String text) {
    return TitleGuess.of(ArticleText.of(text), "ferry-crews.txt");
  }

  @Test
  void guesses_the_first_line_with_words() {
    assertThat(guess("![A photo](https://x.example/a.jpg)\nCabinet splits\nBy Lena Marsh"))
        .isEqualTo("Cabinet splits");
    assertThat(guess("---\n# Ferry crews count the tides\ntext"))
        .isEqualTo("Ferry crews count the tides");
  }

  @Test
  void shortens_a_first_paragraph_where_there_is_no_short_line() {
    String title = guess("word ".repeat(100));
    assertThat(title).endsWith(" …").hasSizeLessThanOrEqualTo(162);
  }

  @Test
  void takes_the_file_name_where_there_are_no_words() {
    assertThat(guess("123\n456")).isEqualTo("ferry-crews");
  }
}
