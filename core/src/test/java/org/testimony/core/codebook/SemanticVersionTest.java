package org.testimony.core.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

  @Test
  void parses_what_it_prints() {
    assertThat(SemanticVersion.parse("1.20.300")).isEqualTo(new SemanticVersion(1, 20, 300));
    assertThat(SemanticVersion.parse("0.0.0")).hasToString("0.0.0");
    assertThat(SemanticVersion.parse("999999999.0.1")).hasToString("999999999.0.1");
  }

  @Test
  void compares_by_number_and_not_by_letter() {
    assertThat(SemanticVersion.parse("1.10.0")).isGreaterThan(SemanticVersion.parse("1.9.9"));
    assertThat(SemanticVersion.parse("2.0.0")).isGreaterThan(SemanticVersion.parse("1.99.99"));
    assertThat(SemanticVersion.parse("1.0.1")).isGreaterThan(SemanticVersion.parse("1.0.0"));
  }

  @Test
  void next_versions_start_the_lower_numbers_again() {
    assertThat(new SemanticVersion(1, 2, 3).nextMinor()).hasToString("1.3.0");
    assertThat(new SemanticVersion(1, 2, 3).nextMajor()).hasToString("2.0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.0",
        "1.0.0.0",
        "01.0.0",
        "1.-1.0",
        "v1.0.0",
        "1.0.0-a",
        "1.0.9999999999",
        "١.٠.٠"
      })
  void refuses_anything_else(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SemanticVersion.parse(text))
        .withMessageStartingWith("version ");
  }
}
