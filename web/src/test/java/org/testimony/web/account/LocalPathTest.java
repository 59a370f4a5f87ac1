package org.testimony.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  @Test
  void leads_back_to_the_page_that_was_asked_for() {
    assertThat(LocalPath.of("/people.xhtml?project=harbour-2026"))
        .isEqualTo("/people.xhtml?project=harbour-2026");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "people.xhtml",
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example/",
        "/\t/elsewhere.example/",
        "/a\r\nLocation: https://elsewhere.example/",
        "javascript:alert(1)",
        " /index.xhtml",
        "/sign-in.xhtml?to=/",
        "/sign-out"
      })
  void leads_to_the_first_page_from_anything_else(String wanted) {
    assertThat(LocalPath.of(wanted)).isEqualTo("/");
  }
}
