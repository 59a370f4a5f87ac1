package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tables printed in papers, with the values printed there; the source is in each fixture. */
class PublishedTablesTest {

  @TestFactory
  List<DynamicTest> each_published_value_of_labels_is_met() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : Fixtures.read("coding-cases.json").get("cases")) {
      LabelData data = Fixtures.labels(one);
      for (JsonNode check : one.get("checks")) {
        tests.add(
            DynamicTest.dynamicTest(
                one.get("source").asText() + ": " + check.get("measure").asText(),
                () -> isMet(data, check)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(65);
    return tests;
  }

  private static void isMet(LabelData data, JsonNode check) {
    if (check.get("measure").asText().equals("item_percent_agreement_vector")) {
      return;
    }
    isMet(value(data, check), check);
  }

  private static void isMet(double value, JsonNode check) {
    assertThat(value)
        .isCloseTo(
            check.get("expected").asDouble(), within(check.get("tolerance").asDouble() + 1e-12));
    if (check.has("recomputed")) {
      assertThat(value).isCloseTo(check.get("recomputed").asDouble(), within(1e-9));
    }
  }

  private static double value(LabelData data, JsonNode check) {
    LabelAgreement agreement = Fixtures.agreement(data);
    String measure = check.get("measure").asText();
    AgreementWeights plain = AgreementWeights.unweighted(data.labels().size());
    AgreementWeights linear = AgreementWeights.linear(data.labels().size());
    AgreementWeights quadratic = AgreementWeights.quadratic(data.labels().size());
    String category = check.at("/params/category").asText();
    Coefficient coefficient =
        switch (measure) {
          case "krippendorff_alpha_nominal",
              "krippendorff_alpha_nominal_observed_disagreement",
              "krippendorff_alpha_nominal_expected_disagreement",
              "pairable_values" ->
              agreement.alpha(Distance.nominal());
          case "krippendorff_alpha_ordinal" -> agreement.alpha(Distance.ordinal());
          case "krippendorff_alpha_interval" -> agreement.alpha(interval(data, check));
          case "krippendorff_alpha_ratio" ->
              agreement.alpha(Distance.ratio(Fixtures.numbers(data.labels())));
          case "krippendorff_alpha_nominal_category" -> agreement.alphaByLabel().get(category);
          case "percent_agreement" -> agreement.percent();
          case "bennett_s" -> agreement.bennettS();
          case "randolph_kappa" -> agreement.randolphKappa();
          case "hubert_kappa" -> agreement.hubertKappa();
          case "scott_pi", "scott_pi_expected" -> agreement.scottPi();
          case "cohen_kappa", "cohen_kappa_expected", "cohen_kappa_se", "cohen_kappa_se_h0" ->
              agreement.cohenKappa();
          case "cohen_kappa_linear", "cohen_kappa_linear_se", "cohen_kappa_linear_se_h0" ->
              agreement.weightedKappa(linear);
          case "fleiss_kappa",
              "fleiss_kappa_observed",
              "fleiss_kappa_expected",
              "fleiss_kappa_z_h0" ->
              agreement.fleissKappa();
          case "fleiss_kappa_category" -> agreement.fleissKappaByLabel().get(category);
          case "gwet_ac1" -> agreement.gwetAc(plain);
          case "gwet_ac2_quadratic", "gwet_ac2" -> agreement.gwetAc(quadratic);
          case "conger_kappa_gwet" -> agreement.congerKappa(quadratic);
          case "fleiss_kappa_gwet" -> agreement.fleissKappaGwet(quadratic);
          case "brennan_prediger" -> agreement.brennanPrediger(quadratic);
          default -> throw new IllegalArgumentException("no measure for " + measure);
        };
    if (measure.endsWith("_h0")) {
      return underNull(data, measure, coefficient);
    }
    if (measure.endsWith("_se")) {
      return ((Coefficient.Defined) coefficient).standardError().orElseThrow();
    }
    return measure.equals("pairable_values")
        ? coefficient.basis().n().pairable()
        : part(coefficient, measure).orElseThrow();
  }

  private static double underNull(LabelData data, String measure, Coefficient coefficient) {
    int labels = data.labels().size();
    if (measure.startsWith("fleiss")) {
      PatternTable table = data.patterns();
      return coefficient.value().orElseThrow()
          / new FleissKappa(table, data.annotators().size())
              .standardErrorUnderNull(table.counts())
              .orElseThrow();
    }
    AgreementWeights weights =
        measure.contains("linear")
            ? AgreementWeights.linear(labels)
            : AgreementWeights.unweighted(labels);
    return new WeightedKappa(weights)
        .standardErrorUnderNull(data.pairs().table("r1", "r2"))
        .orElseThrow();
  }

  private static Distance interval(LabelData data, JsonNode check) {
    JsonNode values = check.at("/params/values");
    if (values.isMissingNode()) {
      return Distance.interval(Fixtures.numbers(data.labels()));
    }
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i).asDouble();
    }
    return Distance.interval(numbers);
  }

  @Test
  void fleiss_1971_prints_the_agreement_of_each_item() {
    JsonNode one = Fixtures.codingCase("fleiss-1971-30x6");
    for (JsonNode check : one.get("checks")) {
      if (check.get("measure").asText().equals("item_percent_agreement_vector")) {
        int number = 0;
        for (LabelData.Item item : Fixtures.labels(one).items()) {
          PatternTable table =
              PatternTable.builder(Fixtures.labels(one).labels()).add(item.pattern(), 1).build();
          assertThat(new PercentAgreement(table).of(table.counts()).value().orElseThrow())
              .isCloseTo(check.get("recomputed").get(number++).asDouble(), within(1e-9));
        }
        assertThat(number).isEqualTo(30);
      }
    }
  }

  private static OptionalDouble part(Coefficient coefficient, String measure) {
    if (measure.contains("observed")) {
      return coefficient.basis().observed();
    }
    return measure.contains("expected") ? coefficient.basis().expected() : coefficient.value();
  }

  @Test
  void krippendorff_2011_counts_40_pairable_values_of_41() {
    LabelData data = Fixtures.labels(Fixtures.codingCase("krippendorff-2011-12units-4coders"));
    Coefficient alpha = Fixtures.agreement(data).alpha(Distance.nominal());
    assertThat(alpha.basis().n()).isEqualTo(new SampleSize(11, 11, 40, 4));
    assertThat(alpha.basis().excluded())
        .containsExactly(new Exclusion(Exclusion.Cause.ITEM_WITH_ONE_VALUE, 1));
  }

  @Test
  void krippendorff_2019_figure_12_11_gives_the_printed_unitizing_values() {
    JsonNode one = Fixtures.unitizingCase("krippendorff-2019-fig-12.11");
    SpanAgreement spans = new SpanAgreement(List.of(Fixtures.spans(one)), 0.5, Resampling.none());
    for (JsonNode check : one.get("checks")) {
      String label = check.at("/params/category").asText();
      Optional<Coefficient> coefficient =
          Optional.ofNullable(
              switch (check.get("measure").asText()) {
                case "u_alpha_nominal" -> spans.uAlpha();
                case "u_alpha_binary" -> spans.uAlphaBinary();
                case "cu_alpha_nominal" -> spans.cuAlpha();
                case "ku_alpha_nominal" -> spans.kuAlpha().get(label);
                default -> null;
              });
      coefficient.ifPresent(c -> isMet(c.value().orElseThrow(), check));
    }
  }

  @Test
  void krippendorff_2019_figure_12_11_gives_the_printed_coverage_and_coincidences() {
    SpanDocument document = Fixtures.spans(Fixtures.unitizingCase("krippendorff-2019-fig-12.11"));
    Labels labels = Labels.of("1", "2", "3", "4", "5", "6", "7");
    UnitizingSums sums = UnitizingSums.empty(labels, 3).add(document);
    UnitizingSums.Columns at = sums.columns();
    long[] counts = sums.counts();
    assertThat(UnitizingAlpha.coverage(sums, labels.code("5"))).isCloseTo(4.0 / 9, within(1e-12));
    assertThat(UnitizingAlpha.coverage(sums, labels.code("7"))).isZero();
    assertThat(counts[at.same(3, labels.code("6"))]).as("36 x (m - 1)").isEqualTo(72);
    assertThat(counts[at.gaps()]).isEqualTo(71);
    assertThat(counts[at.differing(3)]).as("70 x (m - 1)").isEqualTo(140);
  }

  @Test
  void quallmer_identical_units_give_1() {
    SpanDocument document = Fixtures.spans(Fixtures.unitizingCase("u-alpha-identical"));
    assertThat(new SpanAgreement(List.of(document), 0.5, Resampling.none()).uAlpha().value())
        .hasValue(1);
  }
}
