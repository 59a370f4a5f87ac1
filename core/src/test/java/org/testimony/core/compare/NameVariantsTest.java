package org.testimony.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameVariantsTest {

  @ParameterizedTest
  @CsvSource({
    "Dravik, Prime Minister Ilse Dravik",
    "Ilse Dravik, Dravik's",
    "ILSE DRAVIK, Dravik",
    "Ilse Dravik, Ilse Dravik",
    "Władysław Żuk, Żuk",
    "고은, 고은 시인"
  })
  void one_holds_all_names_of_the_other(String a, String b) {
    assertThat(NameVariants.are(a, b)).isTrue();
    assertThat(NameVariants.are(b, a)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Ilse Dravik, Jonas Dravik",
    "he, he",
    "the minister, Ilse Dravik",
    "Dravik, Dravikson",
    "'', Dravik"
  })
  void no_names_or_other_names_are_no_variants(String a, String b) {
    assertThat(NameVariants.are(a, b)).isFalse();
    assertThat(NameVariants.are(b, a)).isFalse();
  }
}
