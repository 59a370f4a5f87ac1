package org.testimony.web.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectKeysTest {

  @ParameterizedTest
  @CsvSource({
    "Harbour 2026, harbour-2026",
    "'  Überfahrt: Straße & Tunnel ', uberfahrt-stra-e-tunnel",
    "NATO – ja/nein?, nato-ja-nein",
    "Кор, project",
    "'---', project"
  })
  void are_made_from_the_name(String name, String key) {
    assertThat(ProjectKeys.of(name)).isEqualTo(key);
  }

  @Test
  void are_cut_to_40_characters_without_a_hyphen_at_the_end() {
    assertThat(ProjectKeys.of("a".repeat(39) + " b")).isEqualTo("a".repeat(39));
  }

  @Test
  void get_the_first_free_number_where_they_are_taken() {
    Set<String> taken = Set.of("harbour", "harbour-2");
    assertThat(ProjectKeys.free("Harbour", taken::contains)).isEqualTo("harbour-3");
  }

  @Test
  void stay_within_40_characters_with_a_number() {
    String taken = "a".repeat(40);
    String free = ProjectKeys.free(taken, taken::equals);
    assertThat(free).isEqualTo("a".repeat(38) + "-2");
    assertThat(ProjectKeys.isKey(free)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "A", "a b", "a/b", "a..b"})
  void of_another_form_are_none(String text) {
    assertThat(ProjectKeys.isKey(text)).isFalse();
  }
}
