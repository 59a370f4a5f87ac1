package org.testimony.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How overlapping spans are laid out under a paragraph. */
class LanesTest {

  private static Modules lanes;

  @BeforeAll
  static void load() {
    lanes = Modules.load("lane-cases.js");
  }

  @AfterAll
  static void close() {
    lanes.close();
  }

  static Stream<Arguments> layouts() {
    return StreamSupport.stream(Modules.vectors("lanes.json").get("cases").spliterator(), false)
        .map(vector -> Arguments.of(vector.get("name").asText(), vector));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void spans_are_laid_out(String name, JsonNode vector) {
    JsonNode layout = lanes.call("layOut", vector);
    assertThat(layout.get("lanes")).as(name).isEqualTo(vector.get("lanes"));
    assertThat(layout.get("segments")).as(name).isEqualTo(vector.get("segments"));
    assertThat(layout.get("tags")).as(name).isEqualTo(vector.get("tags"));
  }

  @Test
  void random_spans_keep_the_laws_seeds_1_to_300() {
    for (int seed = 1; seed <= 300; seed++) {
      assertThat(lanes.call("brokenLaws", Map.of("seed", seed))).as("seed %d", seed).isEmpty();
    }
  }
}
