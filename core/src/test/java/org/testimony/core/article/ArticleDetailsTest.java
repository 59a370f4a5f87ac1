package org.testimony.core.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testimony.core.text.ArticleText;

class ArticleDetailsTest {

  private static ArticleDetails details(String outlet, String url) {
    return new ArticleDetails("Title", Optional.of(outlet), Optional.of(url), Optional.empty());
  }

  @Test
  void blank_values_are_unknown() {
    assertThat(details(" ", "\t")).isEqualTo(ArticleDetails.titled(" Title "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://a.example",
        "a.example",
        "http://a b",
        "//a.example"
      })
  void takes_addresses_of_the_web_alone(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> details("", url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "a\u0085b", "a\uD800", "a\uFFFF"})
  void refuses_titles_that_cannot_be_shown(String title) {
    assertThatIllegalArgumentException().isThrownBy(() -> ArticleDetails.titled(title));
  }

  @Test
  void refuses_days_that_no_article_has() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ArticleDetails(
                    "Title",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(LocalDate.of(10_000, 1, 1))));
  }

  /**
   * Wire copy: the same text of two outlets is two articles; what is unknown is no other outlet.
   */
  @Test
  void the_same_text_is_there_already_unless_another_outlet_or_address_brings_it() {
    ArticleDetails unknown = ArticleDetails.titled("Any");
    ArticleDetails wire = details("Meridian Wire", "https://wire.example/1");
    assertThat(unknown.isThereAs(unknown)).isTrue();
    assertThat(unknown.isThereAs(wire)).isTrue();
    assertThat(wire.isThereAs(wire)).isTrue();
    assertThat(wire.isThereAs(details("Meridian Wire", "https://wire.example/2"))).isTrue();
    assertThat(details("", "https://wire.example/1").isThereAs(wire)).isTrue();
    assertThat(details("Radio Ane", "https://ane.example/1").isThereAs(wire)).isFalse();
    assertThat(wire.isThereAs(unknown)).isFalse();
  }

  @Test
  void guesses_a_title_that_can_always_be_stored() {
    for (String text :
        new String[] {
          "\u0085\u0001 Words\u009F here \uFFFF",
          "👩‍👩‍👧".repeat(60) + " x",
          "x" + "😀".repeat(200) + "x",
          "12345\n---\n",
          "a".repeat(1_000)
        }) {
      String title = TitleGuess.of(ArticleText.of(text), "file\u0001.txt");
      assertThat(ArticleDetails.titled(title).title()).isEqualTo(title).isNotBlank();
    }
    assertThat(TitleGuess.of(ArticleText.of("1\n2"), "march.14.txt")).isEqualTo("march.14");
    assertThat(TitleGuess.of(ArticleText.of("![a](b)\n# Ferries\nmore"), "x")).isEqualTo("Ferries");
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
