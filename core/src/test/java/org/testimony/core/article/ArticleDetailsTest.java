package org.testimony.core.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
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

  @Test
  void a_guess_can_always_be_stored() {
    for (String text :
        List.of(
            "\u0085\u0001 Words\u009F here \uFFFF",
            "👩‍👩‍👧".repeat(60) + " x",
            "x" + "😀".repeat(200) + "x",
            "12345\n---\n",
            "a".repeat(1_000))) {
      String title = TitleGuess.of(ArticleText.of(text), "file\u0001.txt");
      assertThat(ArticleDetails.titled(title).title()).isEqualTo(title).isNotBlank();
    }
  }

  @Test
  void refuses_days_that_no_article_has() {
    Optional<LocalDate> day = Optional.of(LocalDate.of(10_000, 1, 1));
    assertThatThrownBy(() -> new ArticleDetails("t", Optional.empty(), Optional.empty(), day))
        .hasMessageContaining("year");
  }

  private static ArticleDetails of(String outlet, String url) {
    return new ArticleDetails("t", Optional.of(outlet), Optional.of(url), Optional.empty());
  }

  /** Wire copy: the same text of two outlets is two articles; the unknown is no other outlet. */
  @Test
  void the_same_text_is_there_already_unless_another_outlet_or_address_brings_it() {
    ArticleDetails unknown = ArticleDetails.titled("Any");
    ArticleDetails wire = of("Meridian Wire", "https://wire.example/1");
    assertThat(unknown.isThereAs(unknown)).isTrue();
    assertThat(unknown.isThereAs(wire)).isTrue();
    assertThat(wire.isThereAs(wire)).isTrue();
    assertThat(wire.isThereAs(of("Meridian Wire", "https://wire.example/2"))).isTrue();
    assertThat(of("", "https://wire.example/1").isThereAs(wire)).isTrue();
    assertThat(of("Radio Ane", "https://ane.example/1").isThereAs(wire)).isFalse();
    assertThat(wire.isThereAs(unknown)).isFalse();
  }

  @Test
  void shows_names_of_files_without_what_deceives() {
    assertThat(FileNames.last("C:\\fakepath\\a.txt")).isEqualTo("a.txt");
    assertThat(FileNames.last("../../")).isEqualTo("..");
    assertThat(FileNames.last("")).isEqualTo("–");
    assertThat(FileNames.shown("a\u202Etxt.exe\uD800\n")).isEqualTo("a\uFFFDtxt.exe\uFFFD\uFFFD");
    String lengthy = "😀".repeat(300) + ".txt";
    assertThat(FileNames.shown(lengthy)).hasSizeLessThanOrEqualTo(FileNames.MAX).endsWith(".txt");
    assertThat(FileNames.shown(lengthy).codePoints()).doesNotContain(0xDE00);
  }
}
