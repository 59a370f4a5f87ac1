package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/** Models of annotators, each with themselves, over rounds, and intervals that look at people. */
class AnnotatorsAndIntervalsTest {

  private static final Labels XY = Labels.of("x", "y");

  /** Each annotator is right with a probability of their own; some labels are missing. */
  private static LabelData crowd(Random random, int items, Map<String, Double> skill) {
    LabelData.Builder builder = LabelData.builder(XY, List.copyOf(skill.keySet()));
    for (int i = 0; i < items; i++) {
      String truth = random.nextInt(3) > 0 ? "x" : "y";
      Map<String, String> given = new TreeMap<>();
      for (Map.Entry<String, Double> one : new TreeMap<>(skill).entrySet()) {
        boolean right = random.nextDouble() < one.getValue();
        if (random.nextInt(10) > 0) {
          given.put(one.getKey(), right ? truth : truth.equals("x") ? "y" : "x");
        }
      }
      builder.item("i" + i, "d" + i / 4, given);
    }
    return builder.build();
  }

  @Test
  void seed_111_models_know_who_can_be_trusted_and_carry_what_a_value_rests_on() {
    LabelData data = crowd(new Random(111), 200, Map.of("a", 0.9, "b", 0.9, "c", 0.9, "coin", 0.5));
    AnnotatorModel.Settings settings = new AnnotatorModel.Settings(0.01, 1e-7, 60, 3, 3);
    for (Measure measure : List.of(Measure.DAWID_SKENE, Measure.MACE)) {
      AnnotatorModel model = AnnotatorModel.of(data, measure, settings, Resampling.none());
      assertThat(model.ofAnnotator()).containsOnlyKeys("a", "b", "c", "coin");
      double coin = model.ofAnnotator().get("coin").value().orElseThrow();
      double good = model.ofAnnotator().get("a").value().orElseThrow();
      assertThat(coin).isLessThan(good - 0.2);
      assertThat(model.overall().value().orElseThrow()).isBetween(coin, 1.0);
      assertThat(model.shares().get("x")).isCloseTo(2.0 / 3, within(0.08));
      assertThat(model.shares().values().stream().mapToDouble(v -> v).sum())
          .isCloseTo(1, within(1e-9));
      assertThat(model.posteriors()).hasSizeGreaterThan(190);
      assertThat(model.mostProbable()).hasSameSizeAs(model.posteriors());
      assertThat(model.logLikelihood()).isPresent();
      Coefficient ofCoin = model.ofAnnotator().get("coin");
      assertThat(ofCoin.basis().measure()).isEqualTo(measure);
      assertThat(ofCoin.basis().n().annotators()).isEqualTo(1);
      assertThat(ofCoin.basis().observed().orElseThrow()).isBetween(0.35, 0.68);
      assertThat(ofCoin.uncertainty()).isEqualTo(Uncertainty.none(CiReason.NOT_REQUESTED));
      assertThat(AnnotatorModel.of(data, measure, settings, Resampling.none())).isEqualTo(model);
    }
    assertThat(
            AnnotatorModel.of(data, Measure.MACE, settings, Resampling.none())
                .overall()
                .basis()
                .scale())
        .isEqualTo("3 starts of 60 iterations, seed 3");
    assertThat(AnnotatorModel.models(Measure.GAMMA)).isFalse();
    assertThatThrownBy(
            () ->
                AnnotatorModel.of(
                    data, Measure.GAMMA, AnnotatorModel.Settings.defaults(1), Resampling.none()))
        .hasMessage("gamma is no model of annotators");
  }

  /** By hand: with shares and rates, the probability that a label is right is Σ share · rate. */
  @Test
  void seed_112_the_value_of_dawid_skene_is_the_probability_of_being_right() {
    LabelData data = crowd(new Random(112), 200, Map.of("a", 0.9, "b", 0.8, "c", 0.7));
    AnnotatorModel.Settings settings = new AnnotatorModel.Settings(0.5, 1e-9, 300, 1, 0);
    AnnotatorModel model =
        AnnotatorModel.of(data, Measure.DAWID_SKENE, settings, Resampling.none());
    DawidSkene fit = DawidSkene.fit(data.observations(), XY, 0.5, 300, 1e-9);
    double expected =
        fit.shares().get(0) * fit.errorRates().get("a").get(0).get(0)
            + fit.shares().get(1) * fit.errorRates().get("a").get(1).get(1);
    assertThat(model.ofAnnotator().get("a").value().orElseThrow())
        .isCloseTo(expected, within(1e-12));
    assertThat(model.mostProbable()).isEqualTo(fit.mostProbable());
  }

  @Test
  void seed_113_models_have_intervals_over_documents_that_hold_what_was_drawn() {
    Map<String, Double> skill = Map.of("a", 0.95, "b", 0.9, "c", 0.85, "coin", 0.5);
    AnnotatorModel.Settings settings = new AnnotatorModel.Settings(0.01, 1e-7, 100, 3, 3);
    for (Measure measure : List.of(Measure.DAWID_SKENE, Measure.MACE)) {
      AnnotatorModel small =
          AnnotatorModel.of(
              crowd(new Random(113), 160, skill), measure, settings, new Resampling(100, 5, .95));
      AnnotatorModel large =
          AnnotatorModel.of(
              crowd(new Random(113), 800, skill), measure, settings, new Resampling(100, 5, .95));
      small
          .ofAnnotator()
          .forEach(
              (who, coefficient) -> {
                Interval interval = coefficient.uncertainty().interval().orElseThrow();
                assertThat(coefficient.value().orElseThrow())
                    .isBetween(interval.low(), interval.high());
                Interval narrow =
                    large.ofAnnotator().get(who).uncertainty().interval().orElseThrow();
                assertThat(narrow.high() - narrow.low())
                    .as(measure + " of " + who)
                    .isLessThan(interval.high() - interval.low());
                if (measure == Measure.DAWID_SKENE) {
                  assertThat(skill.get(who))
                      .as("drawn for " + who)
                      .isBetween(narrow.low(), narrow.high());
                }
              });
      Interval all = small.overall().uncertainty().interval().orElseThrow();
      assertThat(all.unit()).isEqualTo("document");
      assertThat(all.replicates()).isEqualTo(100);
    }
  }

  /** 160 items in documents of four are 40 documents; 80 are 20, 36 are 9. */
  @Test
  void seed_114_intervals_of_models_follow_the_rules_for_few_documents() {
    AnnotatorModel.Settings settings = new AnnotatorModel.Settings(0.01, 1e-7, 100, 2, 3);
    for (Measure measure : List.of(Measure.DAWID_SKENE, Measure.MACE)) {
      assertThat(uncertainty(measure, 36, settings, new Resampling(100, 1, .95)))
          .isEqualTo(Uncertainty.none(CiReason.FEWER_THAN_TEN_DOCUMENTS));
      Uncertainty.Known few =
          (Uncertainty.Known) uncertainty(measure, 80, settings, new Resampling(100, 1, .95));
      assertThat(few.beside())
          .singleElement()
          .matches(i -> i.method() == Interval.Method.JACKKNIFE);
      assertThat(few.beside().get(0).low()).isCloseTo(few.first().low(), within(0.06));
      Uncertainty.Known many =
          (Uncertainty.Known) uncertainty(measure, 160, settings, new Resampling(100, 1, .95));
      assertThat(many.beside()).isEmpty();
      assertThat(uncertainty(measure, 160, settings, new Resampling(100, 1, .95))).isEqualTo(many);
      assertThat(uncertainty(measure, 160, settings, new Resampling(100, 2, .95)))
          .isNotEqualTo(many);
      Uncertainty.Known left =
          (Uncertainty.Known) uncertainty(measure, 160, settings, Resampling.jackknife(.95));
      assertThat(left.first().method()).isEqualTo(Interval.Method.JACKKNIFE);
    }
  }

  private static Uncertainty uncertainty(
      Measure measure, int items, AnnotatorModel.Settings settings, Resampling resampling) {
    LabelData data = crowd(new Random(114), items, Map.of("a", 0.9, "b", 0.9, "c", 0.9));
    return AnnotatorModel.of(data, measure, settings, resampling).overall().uncertainty();
  }

  /** Who labelled one document of forty is in a draw two times in three: no interval. */
  @Test
  void an_annotator_of_one_document_has_no_interval_but_the_others_have() {
    LabelData.Builder builder = LabelData.builder(XY, List.of("a", "b", "once"));
    for (int i = 0; i < 40; i++) {
      String label = i % 3 == 0 ? "x" : "y";
      Map<String, String> given = new TreeMap<>(Map.of("a", label, "b", i % 7 == 0 ? "x" : label));
      if (i == 0) {
        given.put("once", label);
      }
      builder.item("i" + i, "d" + i, given);
    }
    AnnotatorModel model =
        AnnotatorModel.of(
            builder.build(),
            Measure.DAWID_SKENE,
            AnnotatorModel.Settings.defaults(1),
            new Resampling(300, 7, .95));
    assertThat(model.ofAnnotator().get("a").uncertainty().interval()).isPresent();
    Uncertainty.None none = (Uncertainty.None) model.ofAnnotator().get("once").uncertainty();
    assertThat(none.reason()).isEqualTo(CiReason.TOO_MANY_UNDEFINED_REPLICATES);
    assertThat((double) none.undefinedReplicates() / none.replicates())
        .isCloseTo(Math.exp(-1), within(0.1));
  }

  private static Reason reason(LabelData data) {
    AnnotatorModel model =
        AnnotatorModel.of(
            data, Measure.DAWID_SKENE, AnnotatorModel.Settings.defaults(1), Resampling.none());
    assertThat(model.logLikelihood()).isEmpty();
    assertThat(model.posteriors()).isEmpty();
    assertThat(model.ofAnnotator().keySet())
        .isEqualTo(
            data.observations().stream().map(Observation::annotator).collect(Collectors.toSet()));
    model.ofAnnotator().values().forEach(one -> assertThat(one.value()).isEmpty());
    return ((Coefficient.Undefined) model.overall()).reason();
  }

  @Test
  void models_without_something_to_compare_say_why() {
    List<String> two = List.of("a", "b");
    assertThat(reason(LabelData.builder(XY, two).build())).isEqualTo(Reason.NO_DATA);
    assertThat(reason(LabelData.builder(XY, two).item("1", "d", Map.of("a", "x")).build()))
        .isEqualTo(Reason.ONE_ANNOTATOR);
    assertThat(
            reason(
                LabelData.builder(XY, two)
                    .item("1", "d", Map.of("a", "x"))
                    .item("2", "d", Map.of("b", "y"))
                    .build()))
        .isEqualTo(Reason.NO_PAIRABLE_VALUES);
    assertThat(
            reason(LabelData.builder(XY, two).item("1", "d", Map.of("a", "x", "b", "x")).build()))
        .isEqualTo(Reason.NO_VARIATION);
  }

  @Test
  void each_annotator_is_compared_with_their_own_second_labels() {
    LabelData.Builder first = LabelData.builder(XY, List.of("a", "b", "c"));
    LabelData.Builder second = LabelData.builder(XY, List.of("a", "b"));
    String[] again = {"x", "y", "y", "x"};
    for (int i = 0; i < 4; i++) {
      String label = i % 2 == 0 ? "x" : "y";
      first.item("i" + i, "d" + i, Map.of("a", label, "b", label, "c", label));
      second.item("i" + i, "d" + i, Map.of("a", label, "b", again[i]));
    }
    second.item("unknown", "d9", Map.of("a", "x"));
    SelfAgreement self =
        SelfAgreement.of(
            first.build(), second.build(), Distance.nominal(), "repeat", Resampling.none());
    assertThat(self.alpha().get("a").value()).hasValue(1);
    assertThat(self.percent().get("b").value()).hasValue(0.5);
    assertThat(self.percent().get("b").basis().n()).isEqualTo(new SampleSize(4, 4, 8, 2));
    assertThat(((Coefficient.Undefined) self.alpha().get("c")).reason())
        .as("labelled nothing twice")
        .isEqualTo(Reason.NO_DATA);
    LabelData other = LabelData.builder(Labels.of("x"), List.of("a")).build();
    assertThatThrownBy(
            () ->
                SelfAgreement.of(
                    first.build(), other, Distance.nominal(), "repeat", Resampling.none()))
        .hasMessage("labels [x, y] and [x] cannot be laid side by side");
  }

  @Test
  void seed_113_drift_shows_each_round_with_who_moved_away() {
    Map<String, LabelData> rounds = new LinkedHashMap<>();
    rounds.put("one", crowd(new Random(113), 120, Map.of("a", 0.9, "b", 0.9, "c", 0.9)));
    rounds.put("two", crowd(new Random(114), 120, Map.of("a", 0.9, "b", 0.9, "c", 0.5)));
    Drift drift = Drift.of(rounds, Distance.nominal(), "item", Resampling.none());
    assertThat(drift.rounds()).extracting(Drift.Round::name).containsExactly("one", "two");
    Drift.Round one = drift.rounds().get(0);
    Drift.Round two = drift.rounds().get(1);
    assertThat(two.all().value().orElseThrow()).isLessThan(one.all().value().orElseThrow());
    assertThat(two.againstRest().get("c").value().orElseThrow()).isLessThan(0.25);
    assertThat(one.againstRest().get("c").value().orElseThrow()).isGreaterThan(0.4);
    assertThat(one.use().get("a").get("x") + one.use().get("a").get("y")).isBetween(95L, 120L);
  }

  /** By hand: left-out values v, mean m, error² = (n − 1)/n Σ (v − m)², t with n − 1 degrees. */
  @Test
  void seed_115_the_jackknife_over_annotators_is_what_its_formula_says() {
    LabelData data = crowd(new Random(115), 100, Map.of("a", 0.9, "b", 0.8, "c", 0.8, "d", 0.6));
    Interval interval =
        AnnotatorJackknife.of(
                data, some -> Fixtures.agreement(some).alpha(Distance.nominal()), 0.95)
            .interval()
            .orElseThrow();
    double[] left = new double[4];
    double mean = 0;
    for (int i = 0; i < 4; i++) {
      List<String> some = new ArrayList<>(data.annotators());
      some.remove(i);
      left[i] = Fixtures.agreement(data.only(some)).alpha(Distance.nominal()).value().orElseThrow();
      mean += left[i] / 4;
    }
    double squares = 0;
    for (double value : left) {
      squares += (value - mean) * (value - mean);
    }
    double value = Fixtures.agreement(data).alpha(Distance.nominal()).value().orElseThrow();
    double reach =
        Math.sqrt(squares * 3 / 4) * TDistribution.of(3).inverseCumulativeProbability(0.975);
    assertThat(interval.low()).isCloseTo(value - reach, within(1e-12));
    assertThat(interval.high()).isCloseTo(value + reach, within(1e-12));
    assertThat(interval.unit()).isEqualTo("annotator");
    assertThat(interval.method()).isEqualTo(Interval.Method.JACKKNIFE);
    assertThat(interval.replicates()).isEqualTo(4);
  }

  @Test
  void the_jackknife_over_annotators_needs_three_and_a_value_without_each() {
    List<String> three = List.of("a", "b", "c");
    assertThat(AnnotatorJackknife.of(List.of("a", "b"), some -> OptionalDouble.of(1), 0.95))
        .isEqualTo(Uncertainty.none(CiReason.NOT_AVAILABLE));
    assertThat(AnnotatorJackknife.of(three, some -> OptionalDouble.empty(), 0.95))
        .isEqualTo(Uncertainty.none(CiReason.VALUE_UNDEFINED));
    assertThat(
            AnnotatorJackknife.of(
                three,
                some -> some.contains("c") ? OptionalDouble.of(1) : OptionalDouble.empty(),
                0.95))
        .isEqualTo(Uncertainty.none(CiReason.TOO_MANY_UNDEFINED_REPLICATES));
  }

  @Test
  void seed_116_conger_has_a_document_bootstrap_and_two_complete_raters_give_cohen() {
    LabelData data = crowd(new Random(116), 200, Map.of("a", 0.9, "b", 0.8, "c", 0.8));
    AgreementWeights plain = AgreementWeights.unweighted(2);
    Coefficient kappa =
        new LabelAgreement(data, "item", List.of(), new Resampling(500, 5, 0.95))
            .congerKappa(plain);
    Interval interval = kappa.uncertainty().interval().orElseThrow();
    assertThat(interval.method()).isEqualTo(Interval.Method.BOOTSTRAP);
    assertThat(kappa.value().orElseThrow()).isBetween(interval.low(), interval.high());
    assertThat(interval.high() - interval.low()).isBetween(0.08, 0.4);
    LabelData.Builder two = LabelData.builder(XY, List.of("a", "b"));
    for (LabelData.Item item : data.items()) {
      if (item.has(0) && item.has(1)) {
        two.item(
            item.id(),
            item.document(),
            Map.of("a", XY.name(item.code(0)), "b", XY.name(item.code(1))));
      }
    }
    LabelAgreement complete = Fixtures.agreement(two.build());
    assertThat(complete.congerKappa(plain).value().orElseThrow())
        .isCloseTo(complete.cohenKappa().value().orElseThrow(), within(1e-12));
  }

  @Test
  void conger_is_undefined_where_nothing_can_be_compared() {
    LabelData.Builder same = LabelData.builder(XY, List.of("a", "b"));
    same.item("1", "d", Map.of("a", "x", "b", "x"));
    AgreementWeights plain = AgreementWeights.unweighted(2);
    assertThat(
            ((Coefficient.Undefined) Fixtures.agreement(same.build()).congerKappa(plain)).reason())
        .isEqualTo(Reason.NO_VARIATION);
    LabelData.Builder apart = LabelData.builder(XY, List.of("a", "b"));
    apart.item("1", "d", Map.of("a", "x")).item("2", "d", Map.of("b", "y"));
    assertThat(
            ((Coefficient.Undefined) Fixtures.agreement(apart.build()).congerKappa(plain)).reason())
        .isEqualTo(Reason.NO_PAIRABLE_VALUES);
    LabelData.Builder alone = LabelData.builder(XY, List.of("a", "b"));
    alone.item("1", "d", Map.of("a", "x"));
    assertThat(
            ((Coefficient.Undefined) Fixtures.agreement(alone.build()).congerKappa(plain)).reason())
        .isEqualTo(Reason.ONE_ANNOTATOR);
  }

  /** Standard errors by formula take items as independent, so they need to be asked for. */
  @Test
  void seed_117_a_standard_error_stands_there_where_items_are_documents_or_where_asked_for() {
    LabelData clustered = crowd(new Random(117), 200, Map.of("a", 0.9, "b", 0.8));
    LabelAgreement plain = Fixtures.agreement(clustered);
    LabelAgreement asked =
        new LabelAgreement(clustered, "item", List.of(), Resampling.analytic(0.95));
    AgreementWeights two = AgreementWeights.unweighted(2);
    assertThat(error(plain.gwetAc(two))).isEmpty();
    assertThat(error(plain.alpha(Distance.nominal()))).isEmpty();
    for (Coefficient one :
        List.of(
            asked.gwetAc(two),
            asked.alpha(Distance.nominal()),
            asked.alpha(Distance.interval(0, 1)),
            asked.percent(),
            asked.fleissKappa(),
            asked.scottPi(),
            asked.cohenKappa(),
            asked.congerKappa(two),
            asked.randolphKappa(),
            asked.bennettS())) {
      assertThat(error(one).orElseThrow()).as(one.basis().measure().id()).isBetween(0.01, 0.1);
    }
    assertThat(error(asked.alpha(Distance.ordinal()))).as("it moves with the counts").isEmpty();
    assertThat(error(asked.fleissKappaByLabel().get("x"))).isEmpty();
    assertThat(error(asked.alphaByLabel().get("x"))).isEmpty();
    assertThat(asked.alpha(Distance.nominal()).uncertainty())
        .isEqualTo(Uncertainty.none(CiReason.NOT_REQUESTED));
  }

  private static OptionalDouble error(Coefficient coefficient) {
    return ((Coefficient.Defined) coefficient).standardError();
  }

  /** Scott's pi is Fleiss' kappa for two, so they share the standard error. */
  @Test
  void seed_118_two_complete_raters_have_one_standard_error_of_pi_fleiss_and_gwets_form() {
    Random random = new Random(118);
    LabelData.Builder builder = LabelData.builder(XY, List.of("a", "b"));
    for (int i = 0; i < 80; i++) {
      String label = random.nextBoolean() ? "x" : "y";
      String other = random.nextInt(4) > 0 ? label : "x";
      builder.item("i" + i, "d" + i, Map.of("a", label, "b", other));
    }
    LabelAgreement agreement = Fixtures.agreement(builder.build());
    double pi = error(agreement.scottPi()).orElseThrow();
    assertThat(error(agreement.fleissKappa()).orElseThrow()).isCloseTo(pi, within(1e-12));
    assertThat(error(agreement.fleissKappaGwet(AgreementWeights.unweighted(2))).orElseThrow())
        .isCloseTo(pi, within(1e-12));
  }

  /** Krippendorff (1995) p. 57, example A: kappa .385, pi .314 on tokens. */
  @Test
  void any_measure_of_labels_can_be_taken_on_tokens() {
    List<SpanDocument.Labelled> spans =
        List.of(
            new SpanDocument.Labelled("i", "1", Span.of(2, 10), "A"),
            new SpanDocument.Labelled("i", "2", Span.of(14, 20), "A"),
            new SpanDocument.Labelled("j", "1", Span.of(4, 8), "A"),
            new SpanDocument.Labelled("j", "2", Span.of(15, 17), "A"));
    SpanDocument document = new SpanDocument("d", "d", 24, List.of("i", "j"), spans);
    LabelAgreement tokens = new SpanAgreement(List.of(document), 0.5, Resampling.none()).onTokens();
    assertThat(tokens.cohenKappa().value().orElseThrow()).isCloseTo(0.384615385, within(1e-9));
    assertThat(tokens.scottPi().value().orElseThrow()).isCloseTo(0.314285714, within(1e-9));
    assertThat(tokens.cohenKappa().basis().unit()).isEqualTo("character");
  }

  /**
   * By hand: one article, claims said by {a}, {a, b} against {a}, {b}. MASI of {a, b} and {b}: 1 −
   * 1/2 · 2/3 = 2/3. Do = 2 · 2/3; values a, a, ab, b: pairs a–ab 2 · 2/3, a–b 2 · 1, ab–b 2/3.
   */
  @Test
  void local_chance_takes_any_distance_between_labels_of_an_article() {
    PatternTable table =
        PatternTable.builder(Labels.of("a", "ab", "b")).item(0, 0).item(1, 2).build();
    LocalChanceAlpha.Distances masi =
        (x, y) -> LabelSets.masi(java.util.Set.of(x.split("")), java.util.Set.of(y.split("")));
    LocalChanceAlpha alpha =
        LocalChanceAlpha.of(List.of(new LocalChanceAlpha.Document("d", table)), masi);
    Estimate estimate = alpha.of(alpha.counts().total());
    double chance = 2 * (2 * 2.0 / 3 + 2 + 2.0 / 3) / 3;
    assertThat(estimate.value().orElseThrow()).isCloseTo(1 - (2 * 2.0 / 3) / chance, within(1e-12));
    assertThat(LocalChanceAlpha.of(List.of()).of(new long[0]).undefined())
        .isEqualTo(Optional.of(Reason.NO_PAIRABLE_VALUES));
  }
}
