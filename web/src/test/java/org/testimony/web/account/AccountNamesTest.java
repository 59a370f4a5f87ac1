package org.testimony.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testimony.web.platform.Refused;

class AccountNamesTest {

  @Test
  void are_stored_in_lower_case_without_space_around() {
    assertThat(AccountNames.signIn(" Mira.Tolland ")).isEqualTo("mira.tolland");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".mira", "mira tolland", "míra", "a\0b", "<b>", "#{1}"})
  void of_another_form_are_refused(String name) {
    assertThatThrownBy(() -> AccountNames.signIn(name)).isInstanceOf(Refused.Invalid.class);
    assertThat(AccountNames.stored(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u202eevil", "a\u200bb", "a\nb", "a\0b", "\ud800"})
  void shown_on_pages_have_only_visible_characters(String name) {
    assertThatThrownBy(() -> AccountNames.display(name)).isInstanceOf(Refused.Invalid.class);
  }

  @Test
  void shown_on_pages_have_up_to_100_characters_of_any_plane() {
    String longest = "\ud83d\ude00".repeat(100);
    assertThat(AccountNames.display(longest)).isEqualTo(longest);
    assertThatThrownBy(() -> AccountNames.display(longest + "a"))
        .isInstanceOf(Refused.Invalid.class);
  }
}
