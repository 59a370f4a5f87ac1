package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Models and tables of annotators. */
class AnnotatorModelsTest {

  private static final Labels FOUR = Labels.of("1", "2", "3", "4");

  /** 45 patients, 5 anaesthetists, the first three times (Dawid & Skene 1979, table 1). */
  private static List<Observation> anaesthetists() {
    List<Observation> observations = new ArrayList<>();
    int patient = 1;
    for (JsonNode row : Fixtures.read("dawid-skene-1979.json").get("data")) {
      for (char label : row.get(0).asText().toCharArray()) {
        observations.add(new Observation("p" + patient, "a1", String.valueOf(label)));
      }
      for (int a = 1; a < row.size(); a++) {
        observations.add(new Observation("p" + patient, "a" + (a + 1), row.get(a).asText()));
      }
      patient++;
    }
    return observations;
  }

  @Test
  void dawid_skene_1979_gives_the_shares_and_error_rates_of_the_paper() {
    JsonNode expected = Fixtures.read("dawid-skene-1979.json").get("em");
    DawidSkene fit = DawidSkene.fit(anaesthetists(), FOUR, 0, 500, 1e-7);
    assertThat(fit.logLikelihood())
        .isCloseTo(expected.get("log_likelihood").asDouble(), within(1e-3));
    for (int k = 0; k < 4; k++) {
      assertThat(fit.shares().get(k))
          .isCloseTo(expected.get("class_marginals").get(k).asDouble(), within(2e-4));
    }
    for (int a = 0; a < 5; a++) {
      for (int k = 0; k < 4; k++) {
        for (int j = 0; j < 4; j++) {
          assertThat(fit.errorRates().get("a" + (a + 1)).get(k).get(j))
              .as("annotator %d, true %d, given %d", a + 1, k + 1, j + 1)
              .isCloseTo(expected.get("error_rates").get(a).get(k).get(j).asDouble(), within(2e-3));
        }
      }
    }
    List<String> classes = new ArrayList<>();
    expected.get("map_classes").forEach(c -> classes.add(c.asText()));
    assertThat(fit.mostProbable().values()).containsExactlyElementsOf(classes);
    for (JsonNode item : expected.get("uncertain_items")) {
      List<Double> posterior = fit.posteriors().get("p" + item.get("patient").asInt());
      for (int k = 0; k < 4; k++) {
        assertThat(posterior.get(k))
            .isCloseTo(item.get("posterior").get(k).asDouble(), within(2e-3));
      }
    }
  }

  @Test
  void smoothing_keeps_every_error_possible() {
    DawidSkene fit = DawidSkene.fit(anaesthetists(), FOUR, 0.01, 500, 1e-7);
    assertThat(fit.errorRates().values())
        .allSatisfy(
            table -> assertThat(table).allSatisfy(row -> assertThat(row).allMatch(p -> p > 0)));
  }

  /** Four who know and one who always says the same. */
  private static List<Observation> withOneWhoGuesses(Random random) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String truth = random.nextBoolean() ? "1" : "2";
      for (int a = 0; a < 4; a++) {
        boolean errs = random.nextInt(10) == 0;
        observations.add(
            new Observation("i" + i, "a" + a, errs ? (truth.equals("1") ? "2" : "1") : truth));
      }
      observations.add(new Observation("i" + i, "lazy", "1"));
    }
    return observations;
  }

  @Test
  void seed_71_mace_finds_who_guesses_and_its_seed_fixes_the_result() {
    Labels labels = Labels.of("1", "2");
    List<Observation> observations = withOneWhoGuesses(new Random(71));
    Mace fit = Mace.fit(observations, labels, 5, 50, 3);
    assertThat(fit.competence().get("lazy")).isLessThan(0.15);
    assertThat(fit.competence().get("a0")).isBetween(0.65, 0.95);
    assertThat(fit).isEqualTo(Mace.fit(observations, labels, 5, 50, 3));
    fit.posteriors()
        .values()
        .forEach(p -> assertThat(p.get(0) + p.get(1)).isCloseTo(1, within(1e-9)));
  }

  /** Abramowitz & Stegun, table 6.1: ψ(1) = −γ, ψ(1/2) = −γ − 2 ln 2. */
  @Test
  void digamma_has_its_known_values() {
    assertThat(Mace.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-12));
    assertThat(Mace.digamma(0.5)).isCloseTo(-0.5772156649015329 - 2 * Math.log(2), within(1e-12));
  }

  private static LabelData crowd(Random random, int items, Map<String, Double> skill) {
    LabelData.Builder builder = LabelData.builder(Labels.of("x", "y"), List.copyOf(skill.keySet()));
    for (int i = 0; i < items; i++) {
      String truth = random.nextBoolean() ? "x" : "y";
      Map<String, String> values = new HashMap<>();
      skill.keySet().stream()
          .sorted()
          .forEach(
              annotator -> {
                boolean right = random.nextDouble() < skill.getOrDefault(annotator, 1.0);
                values.put(annotator, right ? truth : truth.equals("x") ? "y" : "x");
              });
      builder.item("i" + i, "d" + i / 5, values);
    }
    return builder.build();
  }

  @Test
  void seed_72_each_against_the_rest_shows_who_stands_apart() {
    LabelData data =
        crowd(new Random(72), 200, Map.of("a", 0.95, "b", 0.95, "c", 0.95, "odd", 0.5));
    AnnotatorTable table = AnnotatorTable.of(data, Distance.nominal(), "item", Resampling.none());
    double all = Fixtures.agreement(data).alpha(Distance.nominal()).value().orElseThrow();
    assertThat(table.againstRest().get("odd").value().orElseThrow()).isLessThan(0.2);
    assertThat(table.againstRest().get("a").value().orElseThrow()).isGreaterThan(0.4);
    assertThat(table.withoutOne().get("odd").value().orElseThrow()).isGreaterThan(all);
    assertThat(table.withoutOne().get("a").value().orElseThrow()).isLessThan(all);
  }

  @Test
  void seed_73_a_machine_as_good_as_people_passes_and_a_coin_does_not() {
    Map<String, Double> skill = Map.of("a", 0.8, "b", 0.8, "c", 0.8, "machine", 0.9);
    AlternativeAnnotatorTest good =
        AlternativeAnnotatorTest.of(crowd(new Random(73), 300, skill), "machine", 0.2, 0.05);
    assertThat(good.passes()).isTrue();
    assertThat(good.winningRate()).contains(1.0);
    Map<String, Double> coin = Map.of("a", 0.9, "b", 0.9, "c", 0.9, "machine", 0.5);
    AlternativeAnnotatorTest bad =
        AlternativeAnnotatorTest.of(crowd(new Random(73), 300, coin), "machine", 0.1, 0.05);
    assertThat(bad.passes()).isFalse();
    assertThat(bad.advantage().orElseThrow()).isLessThan(good.advantage().orElseThrow());
    assertThatThrownBy(
            () ->
                AlternativeAnnotatorTest.of(
                    crowd(new Random(1), 30, Map.of("a", 1.0, "m", 1.0)), "m", 0.1, 0.05))
        .hasMessageContaining("at least 3 people");
  }

  @Test
  void seed_74_below_thirty_items_nobody_is_tested() {
    Map<String, Double> skill = Map.of("a", 0.8, "b", 0.8, "c", 0.8, "machine", 0.9);
    AlternativeAnnotatorTest test =
        AlternativeAnnotatorTest.of(crowd(new Random(74), 29, skill), "machine", 0.2, 0.05);
    assertThat(test.winningRate()).isEmpty();
    assertThat(test.passes()).isFalse();
  }
}
