package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Values and standard errors that the R package irrCAC 1.4 prints on its own data sets. */
class GwetReferenceTest {

  @TestFactory
  List<DynamicTest> each_value_and_standard_error_of_irrcac_is_met() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode set : Fixtures.read("irrcac-reference.json").get("data_sets")) {
      LabelData data = data(set);
      for (JsonNode check : set.get("checks")) {
        tests.add(
            DynamicTest.dynamicTest(
                set.get("id").asText()
                    + ": "
                    + check.get("measure").asText()
                    + " "
                    + check.get("weights").asText(),
                () -> isMet(data, check, standardErrorIsOurs(set, check))));
      }
    }
    assertThat(tests).hasSize(68);
    return tests;
  }

  /**
   * For alpha, irrCAC has one standard error for raw labels and a smaller linear term for counts by
   * label, so that one data set has two; ours is that for raw labels.
   */
  private static boolean standardErrorIsOurs(JsonNode set, JsonNode check) {
    return set.get("kind").asText().equals("raw")
        || !check.get("measure").asText().startsWith("krippendorff");
  }

  private static void isMet(LabelData data, JsonNode check, boolean withStandardError) {
    LabelAgreement agreement = Fixtures.agreement(data);
    AgreementWeights weights = weights(check.get("weights").asText(), data.labels().size());
    Coefficient coefficient =
        switch (check.get("measure").asText()) {
          case "percent_agreement" -> agreement.percent(weights);
          case "gwet_ac" -> agreement.gwetAc(weights);
          case "fleiss_kappa_gwet" -> agreement.fleissKappaGwet(weights);
          case "krippendorff_alpha_gwet_weights" -> agreement.alphaGwet(weights);
          case "conger_kappa_gwet" -> agreement.congerKappa(weights);
          case "brennan_prediger" -> agreement.brennanPrediger(weights);
          default -> throw new IllegalArgumentException(check.toString());
        };
    double value = coefficient.value().orElseThrow();
    assertThat(value).isCloseTo(check.get("value").asDouble(), within(1e-5));
    double standardError = ((Coefficient.Defined) coefficient).standardError().orElseThrow();
    if (withStandardError) {
      assertThat(standardError).isCloseTo(check.get("se").asDouble(), within(1e-5));
    } else {
      assertThat(standardError).isCloseTo(jackknife(data, weights), withinPercentage(15));
    }
    if (check.get("weights").asText().equals("unweighted")) {
      alsoByItsOwnFormula(agreement, check.get("measure").asText(), value, standardError);
    }
    assertThat(coefficient.basis().observed().orElseThrow())
        .isCloseTo(check.get("pa").asDouble(), within(1e-9));
    Optional.ofNullable(check.get("recomputed"))
        .ifPresent(exact -> assertThat(value).isCloseTo(exact.asDouble(), within(1e-9)));
  }

  /** Percent and nominal alpha have the value and standard error of their weighted forms. */
  private static void alsoByItsOwnFormula(
      LabelAgreement agreement, String measure, double value, double standardError) {
    Optional<Coefficient> own =
        switch (measure) {
          case "percent_agreement" -> Optional.of(agreement.percent());
          case "krippendorff_alpha_gwet_weights" ->
              Optional.of(agreement.alpha(Distance.nominal()));
          default -> Optional.empty();
        };
    own.map(Coefficient.Defined.class::cast)
        .ifPresent(
            defined -> {
              assertThat(defined.number()).isCloseTo(value, within(1e-12));
              assertThat(defined.standardError().orElseThrow())
                  .isCloseTo(standardError, within(1e-12));
            });
  }

  /** Standard error of alpha by leaving out one item after the other. */
  private static double jackknife(LabelData data, AgreementWeights weights) {
    PatternTable table = data.patterns();
    GwetCoefficient alpha = new GwetCoefficient(GwetCoefficient.Kind.ALPHA, table, weights);
    long[] counts = table.counts();
    List<Double> values = new ArrayList<>();
    for (int p = 0; p < counts.length; p++) {
      long[] without = counts.clone();
      without[p]--;
      for (long i = 0; i < counts[p]; i++) {
        values.add(alpha.of(without).value().orElseThrow());
      }
    }
    double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares * (values.size() - 1) / values.size());
  }

  static AgreementWeights weights(String id, int labels) {
    return switch (id) {
      case "unweighted" -> AgreementWeights.unweighted(labels);
      case "linear" -> AgreementWeights.linear(labels);
      case "quadratic" -> AgreementWeights.quadratic(labels);
      case "ordinal" -> AgreementWeights.ordinal(labels);
      default -> throw new IllegalArgumentException(id);
    };
  }

  /** Rows of raw labels, or of counts by label, which any annotators may have given. */
  private static LabelData data(JsonNode set) {
    if (set.get("kind").asText().equals("raw")) {
      List<String> names = new ArrayList<>();
      set.get("data")
          .forEach(
              row ->
                  row.forEach(
                      cell -> {
                        if (!cell.isNull() && !names.contains(cell.asText())) {
                          names.add(cell.asText());
                        }
                      }));
      names.sort(null);
      return Fixtures.items(Labels.of(names), set.get("data"));
    }
    List<String> names = new ArrayList<>();
    set.get("columns").forEach(name -> names.add(name.asText()));
    com.fasterxml.jackson.databind.node.ArrayNode rows =
        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    for (JsonNode row : set.get("data")) {
      com.fasterxml.jackson.databind.node.ArrayNode labels = rows.addArray();
      Iterator<String> name = names.iterator();
      for (JsonNode count : row) {
        String label = name.next();
        for (int i = 0; i < count.asInt(); i++) {
          labels.add(label);
        }
      }
    }
    return Fixtures.items(Labels.of(names), rows);
  }
}
