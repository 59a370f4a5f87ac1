package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/** Formulas on counts that hold nothing, one label, or one value: a reason, never a number. */
class UndefinedValuesTest {

  private static final Labels XY = Labels.of("x", "y");
  private static final List<String> AB = List.of("a", "b");

  private static final PatternTable ALL =
      PatternTable.builder(XY).item(0).item(0, 0).item(0, 1).item(1, 1).item(0, 0, 1).build();

  /** The counts of a table in the columns of {@link #ALL}. */
  private static long[] in(PatternTable table) {
    long[] counts = new long[ALL.patterns().size()];
    for (int p = 0; p < table.patterns().size(); p++) {
      counts[ALL.column(table.patterns().get(p))] = table.counts()[p];
    }
    return counts;
  }

  private static Reason reason(Formula formula, PatternTable table) {
    return formula.of(in(table)).undefined().orElseThrow();
  }

  @Test
  void every_formula_of_patterns_says_why_it_has_no_value() {
    PatternTable none = PatternTable.empty(XY);
    PatternTable alone = PatternTable.builder(XY).item(0).build();
    PatternTable same = PatternTable.builder(XY).item(0, 0).item(0, 0).build();
    List<Formula> formulas =
        List.of(
            new KrippendorffAlpha(ALL, Distance.nominal()),
            new KrippendorffAlpha(ALL, Distance.ordinal()),
            new KrippendorffAlpha(ALL, Distance.interval(1, 2)),
            KrippendorffAlpha.ofLabel(ALL, 0),
            new FleissKappa(ALL, 2),
            GwetCoefficient.unweighted(GwetCoefficient.Kind.FLEISS, ALL),
            GwetCoefficient.unweighted(GwetCoefficient.Kind.ALPHA, ALL));
    for (Formula formula : formulas) {
      assertThat(reason(formula, none)).isEqualTo(Reason.NO_DATA);
      assertThat(reason(formula, alone)).isEqualTo(Reason.NO_PAIRABLE_VALUES);
      assertThat(reason(formula, same)).isEqualTo(Reason.NO_VARIATION);
      assertThat(formula.standardError(in(same))).isEmpty();
    }
    assertThat(reason(new PercentAgreement(ALL), none)).isEqualTo(Reason.NO_DATA);
    assertThat(reason(new PercentAgreement(ALL), alone)).isEqualTo(Reason.NO_PAIRABLE_VALUES);
    assertThat(reason(new PairableAgreement(ALL), alone)).isEqualTo(Reason.NO_PAIRABLE_VALUES);
    assertThat(new FleissKappa(ALL, 2).standardErrorUnderNull(in(same))).isEmpty();
    assertThat(new FleissKappa(ALL, 2).standardErrorUnderNull(ALL.counts()).orElseThrow())
        .as("items with three values do not count")
        .isCloseTo(
            new FleissKappa(ALL, 2)
                .standardErrorUnderNull(
                    in(PatternTable.builder(XY).item(0, 0).item(0, 1).item(1, 1).build()))
                .orElseThrow(),
            within(1e-12));
  }

  @Test
  void one_declared_label_has_no_variation_for_ac1_and_one_item_no_standard_error() {
    Labels one = Labels.of("x");
    PatternTable table = PatternTable.builder(one).item(0, 0).build();
    GwetCoefficient ac = GwetCoefficient.unweighted(GwetCoefficient.Kind.AC, table);
    assertThat(ac.of(table.counts()).undefined()).contains(Reason.NO_VARIATION);
    PatternTable single = PatternTable.builder(XY).item(0, 1).build();
    assertThat(
            GwetCoefficient.unweighted(GwetCoefficient.Kind.FLEISS, single)
                .standardError(single.counts()))
        .isEmpty();
    assertThat(
            AgreementWeights.of(
                    new Distance.Custom("zero", List.of(List.of(0.0, 0.0), List.of(0.0, 0.0))))
                .of(0, 1))
        .as("without any distance all labels agree")
        .isEqualTo(1);
  }

  @Test
  void tables_of_two_without_items_have_no_pairable_values() {
    long[] none = new long[4];
    AgreementWeights plain = AgreementWeights.unweighted(2);
    for (Formula formula :
        List.of(
            new CohenKappa(2),
            new ScottPi(2),
            new MaxKappa(2),
            new WeightedKappa(plain),
            PairwiseKappa.light(2, 1),
            PairwiseKappa.hubert(2, 1))) {
      assertThat(formula.of(none).undefined()).contains(Reason.NO_PAIRABLE_VALUES);
    }
    assertThat(new WeightedKappa(plain).standardError(none)).isEmpty();
    assertThat(new WeightedKappa(plain).standardErrorUnderNull(none)).isEmpty();
    long[] sameLabel = {5, 0, 0, 0};
    assertThat(PairwiseKappa.hubert(2, 1).of(sameLabel).undefined()).contains(Reason.NO_VARIATION);
    assertThat(PairwiseKappa.light(2, 1).of(sameLabel).undefined()).contains(Reason.NO_VARIATION);
    assertThat(new MaxKappa(2).of(sameLabel).undefined()).contains(Reason.NO_VARIATION);
    assertThat(new CohenKappa(2).of(new long[] {3, 2, 0, 0}).value())
        .as("one uses one label alone")
        .hasValue(0);
  }

  @Test
  void one_annotator_or_none_is_said_so_by_every_measure_of_several() {
    LabelData alone = LabelData.builder(XY, List.of("a")).item("1", "d", Map.of("a", "x")).build();
    LabelData none = LabelData.builder(XY, AB).build();
    for (Measure measure :
        List.of(
            Measure.FLEISS_KAPPA,
            Measure.RANDOLPH_KAPPA,
            Measure.CONGER_KAPPA,
            Measure.HUBERT_KAPPA,
            Measure.LIGHT_KAPPA,
            Measure.COHEN_KAPPA,
            Measure.BENNETT_S,
            Measure.PERCENT,
            Measure.KRIPPENDORFF_ALPHA)) {
      LabelMeasures measures = LabelMeasures.nominal(XY, Resampling.none());
      assertThat(reason(measures.measure(alone, measure, Set.of())))
          .as(measure.id())
          .isEqualTo(Reason.ONE_ANNOTATOR);
      assertThat(reason(measures.measure(none, measure, Set.of())))
          .as(measure.id())
          .isEqualTo(Reason.NO_DATA);
    }
    assertThat(Fixtures.agreement(alone).fleissKappaByLabel()).isEmpty();
  }

  private static Reason reason(Measured measured) {
    return ((Coefficient.Undefined) measured.overall()).reason();
  }

  @Test
  void values_by_label_and_pair_are_given_where_a_measure_has_them() {
    LabelData data =
        LabelData.builder(XY, List.of("a", "b", "c"))
            .item("1", "d", Map.of("a", "x", "b", "x", "c", "y"))
            .item("2", "d", Map.of("a", "y", "b", "y", "c", "y"))
            .build();
    LabelMeasures measures = LabelMeasures.nominal(XY, Resampling.none());
    Set<LabelMeasures.By> both = Set.of(LabelMeasures.By.LABEL, LabelMeasures.By.PAIR);
    assertThat(measures.measure(data, Measure.FLEISS_KAPPA, both).byLabel()).hasSize(2);
    assertThat(measures.measure(data, Measure.KRIPPENDORFF_ALPHA, both).byLabel()).hasSize(2);
    assertThat(measures.measure(data, Measure.PERCENT, both).byLabel()).isEmpty();
    assertThat(measures.measure(data, Measure.PERCENT, both).byPair()).hasSize(3);
    assertThat(measures.measure(data.only(AB), Measure.PERCENT, both).byPair()).hasSize(1);
    assertThat(measures.measure(data.only(AB), Measure.COHEN_KAPPA, Set.of()).byPair()).isEmpty();
    LabelMeasures weighted =
        new LabelMeasures(
            Distance.nominal(),
            AgreementWeights.of(
                new Distance.Custom("half", List.of(List.of(0.0, 1.0), List.of(1.0, 0.0)))),
            Optional.of(LabelSets.of(List.of(Set.of("x"), Set.of("y")))),
            Resampling.none(),
            Optional.empty());
    assertThat(weighted.measure(data, Measure.PERCENT, Set.of()).overall().value())
        .isEqualTo(measures.measure(data, Measure.PERCENT, Set.of()).overall().value());
  }

  private static SpanDocument document(String id, SpanDocument.Labelled... spans) {
    return new SpanDocument(id, id, 100, AB, List.of(spans));
  }

  private static SpanDocument.Labelled span(String who, int begin, int end, String label) {
    return new SpanDocument.Labelled(who, label + begin, Span.of(begin, end), label);
  }

  @Test
  void every_measure_of_spans_has_its_labels_and_pairs_or_a_reason() {
    SpanMeasures measures = new SpanMeasures(0.5, 2, GammaSettings.defaults(1), Resampling.none());
    List<SpanDocument> documents =
        List.of(
            document(
                "d",
                span("a", 0, 10, "x"),
                span("b", 2, 10, "x"),
                span("a", 30, 50, "y"),
                span("b", 30, 48, "y")),
            document("e", span("a", 5, 15, "x"), span("b", 5, 18, "y")));
    Set<LabelMeasures.By> both = Set.of(LabelMeasures.By.LABEL, LabelMeasures.By.PAIR);
    for (Measure measure : Measure.values()) {
      if (SpanMeasures.measures(measure)) {
        Measured measured = measures.measure(documents, measure, both);
        assertThat(measured.overall().value()).as(measure.id()).isPresent();
        assertThat(measured.byPair()).hasSize(1);
        assertThat(measured.byPair().get(0).coefficient().value())
            .isEqualTo(measured.overall().value());
        assertThat(measures.measure(List.of(), measure, Set.of()).overall().value()).isEmpty();
      }
    }
    for (Measure measure : List.of(Measure.KU_ALPHA, Measure.GAMMA_K, Measure.F1_EXACT)) {
      assertThat(measures.measure(documents, measure, both).byLabel()).containsOnlyKeys("x", "y");
    }
    assertThat(measures.measure(documents, Measure.KU_ALPHA, Set.of()).byLabel())
        .as("one label at a time is what the measure is")
        .hasSize(2);
    assertThat(measures.measure(documents, Measure.F1_EXACT, Set.of()).byLabel()).isEmpty();
    assertThat(measures.measure(documents, Measure.BOUNDARY_SIMILARITY, both).byLabel()).isEmpty();
  }

  @Test
  void spans_without_anything_to_compare_have_reasons() {
    SpanAgreement none = new SpanAgreement(List.of(), 0.5, Resampling.none());
    assertThat(none.matchCounts()).isEqualTo(SpanMatchCounts.NONE);
    SpanDocument overlapping = document("d", span("a", 0, 10, "x"), span("a", 5, 15, "y"));
    SpanAgreement nested = new SpanAgreement(List.of(overlapping), 0.5, Resampling.none());
    assertThat(((Coefficient.Undefined) nested.tokenAlpha()).reason())
        .isEqualTo(Reason.OVERLAPPING_UNITS);
    assertThat(nested.f1(Measure.F1_EXACT, "b", "a"))
        .isEqualTo(nested.f1(Measure.F1_EXACT, "a", "b"));
    assertThat(((Coefficient.Undefined) nested.uAlphaBinary("a", "nobody")).reason())
        .isEqualTo(Reason.NO_DATA);
    assertThat(((Coefficient.Undefined) nested.uAlphaBinary("nobody", "b")).reason())
        .isEqualTo(Reason.NO_DATA);
    SpanDocument apart = document("e", span("a", 0, 10, "x"), span("b", 50, 60, "x"));
    SpanAgreement noMeeting = new SpanAgreement(List.of(apart), 0.5, Resampling.none());
    assertThat(((Coefficient.Undefined) noMeeting.cuAlpha()).reason())
        .isEqualTo(Reason.NO_PAIRABLE_VALUES);
    assertThat(((Coefficient.Undefined) noMeeting.kuAlpha().get("x")).reason())
        .isEqualTo(Reason.NO_PAIRABLE_VALUES);
    assertThat(noMeeting.matchCounts().spans()).isEqualTo(2);
    UnitizingSums empty = UnitizingSums.empty(XY, 2);
    assertThat(UnitizingAlpha.coverage(empty, 0)).isZero();
    assertThat(UnitizingAlpha.u(empty).of(empty.counts()).undefined())
        .contains(Reason.NO_PAIRABLE_VALUES);
    SpanDocument one = new SpanDocument("d", "d", 9, List.of("a"), List.of());
    assertThat(empty.add(one)).isEqualTo(empty);
    assertThat(empty.addUnion(one)).isEqualTo(empty);
    SpanDocument full =
        new SpanDocument("d", "d", 10, AB, List.of(span("a", 0, 10, "x"), span("b", 0, 10, "x")));
    assertThat(empty.add(full).counts()[empty.columns().gaps()]).isZero();
    assertThat(UnitizingAlpha.u(empty).of(empty.add(full).counts()).undefined())
        .contains(Reason.NO_VARIATION);
    AlphaU formula = AlphaU.of(List.of(), XY);
    assertThat(formula.of(new long[0]).undefined()).contains(Reason.NO_PAIRABLE_VALUES);
    assertThat(new SpanAgreement(List.of(document("d")), 0.5, Resampling.none()).alphaU().value())
        .isEmpty();
  }

  @Test
  void sections_differ_only_where_they_meet() {
    Fragment a = new Fragment(0, 10);
    Fragment b = new Fragment(20, 30);
    Fragment wide = new Fragment(0, 40);
    assertThat(AlphaU.difference(a, true, b, true)).as("apart").isZero();
    assertThat(AlphaU.difference(b, true, a, true)).as("apart").isZero();
    assertThat(AlphaU.difference(a, true, wide, false)).as("inside a gap").isEqualTo(100);
    assertThat(AlphaU.difference(wide, false, a, true)).as("turned").isEqualTo(100);
    assertThat(AlphaU.difference(wide, true, a, false)).as("a gap inside a unit").isZero();
    assertThat(AlphaU.difference(a, true, b, false)).as("a gap elsewhere").isZero();
    assertThat(AlphaU.difference(a, false, wide, false)).as("two gaps").isZero();
    assertThat(new LabelSetsProbe().jaccardOfNothing()).isZero();
  }

  /** Two empty sets are equal. */
  private static final class LabelSetsProbe {
    double jaccardOfNothing() {
      return LabelSets.jaccard(Set.of(), Set.of());
    }
  }

  @Test
  void gamma_without_units_or_without_chance_has_a_reason() {
    GammaSettings settings = GammaSettings.defaults(1);
    SpanAgreement empty =
        new SpanAgreement(List.of(document("d"), document("e")), 0.5, Resampling.none());
    assertThat(((Coefficient.Undefined) empty.gamma(settings)).reason()).isEqualTo(Reason.NO_DATA);
    assertThat(((Coefficient.Undefined) empty.gammaCat(settings)).reason())
        .isEqualTo(Reason.NO_DATA);
    assertThat(Gamma.bounds(List.of(Gamma.Disorders.NONE))).isEmpty();
    SpanAgreement never =
        new SpanAgreement(
            List.of(document("d", span("a", 0, 5, "x"), span("b", 90, 95, "x"))),
            0.5,
            Resampling.none());
    assertThat(never.gammaCat(settings).value())
        .as("no two units are ever aligned near each other")
        .isEmpty();
    assertThat(new Gamma().of(new long[] {5, 0}).undefined()).contains(Reason.NO_VARIATION);
    GammaSettings noPosition = new GammaSettings(0, 1, 1, 5, GammaSettings.Sampler.STATISTICAL, 1);
    assertThat(noPosition.reach(2)).isInfinite();
    GammaAlignment far =
        GammaAlignment.best(
            List.of(List.of(new GammaUnit(0, 5, "x")), List.of(new GammaUnit(500, 505, "x"))),
            noPosition);
    assertThat(far.groups()).as("position does not matter").hasSize(1);
    assertThat(GammaAlignment.best(List.of(List.of(), List.of()), settings).disorder()).isZero();
  }

  @Test
  void seed_122_an_annotator_who_marked_nothing_still_counts_for_gamma() {
    Random random = new Random(122);
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    for (int s = 0; s < 5; s++) {
      int begin = 18 * s + random.nextInt(5);
      spans.add(span("a", begin, begin + 10, "x"));
    }
    SpanDocument document = new SpanDocument("d", "d", 100, AB, spans);
    Coefficient gamma =
        new SpanAgreement(List.of(document), 0.5, Resampling.none())
            .gamma(GammaSettings.defaults(3));
    assertThat(gamma.value().orElseThrow()).isLessThan(0.1);
    Coefficient shuffled =
        new SpanAgreement(List.of(document), 0.5, Resampling.none())
            .gamma(new GammaSettings(1, 1, 1, 20, GammaSettings.Sampler.SHUFFLE, 3));
    assertThat(shuffled.value()).isPresent();
  }

  @Test
  void differences_without_one_of_the_values_have_none() {
    Formula alpha = new KrippendorffAlpha(ALL, Distance.nominal());
    DocumentCounts some =
        DocumentCounts.builder(ALL.patterns().size())
            .add("d1", ALL.column(Pattern.of(0, 1)), 2)
            .add("d1", ALL.column(Pattern.of(0, 0)), 1)
            .build();
    DocumentCounts none = DocumentCounts.builder(ALL.patterns().size()).build();
    assertThat(Difference.paired(some, alpha, none, alpha, Resampling.none()).difference())
        .isEmpty();
    assertThat(Difference.paired(none, alpha, some, alpha, Resampling.none()).difference())
        .isEmpty();
    assertThat(Difference.permutationShare(some, none, alpha, 5, 1)).isEmpty();
  }

  /** One of the rounds often has one label alone when documents are divided at random. */
  @Test
  void permutations_without_a_value_are_left_out() {
    Formula alpha = new KrippendorffAlpha(ALL, Distance.nominal());
    int same = ALL.column(Pattern.of(0, 0));
    int other = ALL.column(Pattern.of(1, 1));
    DocumentCounts first =
        DocumentCounts.builder(ALL.patterns().size())
            .add("d1", same, 3)
            .add("d2", other, 1)
            .build();
    DocumentCounts second =
        DocumentCounts.builder(ALL.patterns().size())
            .add("e1", same, 3)
            .add("e2", other, 1)
            .build();
    assertThat(Difference.permutationShare(first, second, alpha, 60, 1)).hasValue(1);
  }

  @Test
  void large_counts_are_summed_as_longs_and_give_the_same_interval() {
    PatternTable table = PatternTable.builder(XY).item(0, 0).item(0, 1).item(1, 1).build();
    DocumentCounts.Builder small = DocumentCounts.builder(3);
    DocumentCounts.Builder large = DocumentCounts.builder(3);
    Random random = new Random(123);
    for (int d = 0; d < 40; d++) {
      for (int column = 0; column < 3; column++) {
        int count = 1 + random.nextInt(9);
        small.add("d" + d, column, count);
        large.add("d" + d, column, 1_000_000L * count);
      }
    }
    Formula alpha = new FleissKappa(table, 2);
    Resampling resampling = new Resampling(200, 4, 0.95);
    Interval a = resampling.of(small.build(), alpha).interval().orElseThrow();
    Interval b = resampling.of(large.build(), alpha).interval().orElseThrow();
    assertThat(b.low()).isCloseTo(a.low(), within(1e-12));
    assertThat(b.high()).isCloseTo(a.high(), within(1e-12));
  }

  @Test
  void sums_of_one_seed_are_not_taken_for_those_of_another() {
    PatternTable table = PatternTable.builder(XY).item(0, 0).item(0, 1).item(1, 1).build();
    DocumentCounts.Builder builder = DocumentCounts.builder(3);
    Random random = new Random(124);
    for (int d = 0; d < 40; d++) {
      builder.add("d" + d, random.nextInt(3), 1 + random.nextInt(4));
    }
    DocumentCounts counts = builder.build();
    Formula alpha = new KrippendorffAlpha(table, Distance.nominal());
    Uncertainty first = new Resampling(300, 1, 0.95).of(counts, alpha);
    Uncertainty more = new Resampling(400, 1, 0.95).of(counts, alpha);
    Uncertainty other = new Resampling(300, 2, 0.95).of(counts, alpha);
    assertThat(first).isNotEqualTo(other).isNotEqualTo(more);
    assertThat(new Resampling(300, 1, 0.95).of(counts, alpha)).isEqualTo(first);
  }

  @Test
  void a_jackknife_with_an_undefined_value_is_none() {
    DocumentCounts.Builder builder = DocumentCounts.builder(ALL.patterns().size());
    for (int d = 0; d < 12; d++) {
      builder.add("d" + d, ALL.column(d == 0 ? Pattern.of(1, 1) : Pattern.of(0, 0)), 1);
    }
    assertThat(
            Resampling.jackknife(0.95)
                .of(builder.build(), new KrippendorffAlpha(ALL, Distance.nominal())))
        .isEqualTo(Uncertainty.none(CiReason.TOO_MANY_UNDEFINED_REPLICATES));
    assertThat(
            new Resampling(10, 1, 0.95)
                .of(
                    DocumentCounts.builder(ALL.patterns().size()).build(),
                    new KrippendorffAlpha(ALL, Distance.nominal())))
        .isEqualTo(Uncertainty.none(CiReason.VALUE_UNDEFINED));
  }

  @Test
  void a_machine_that_always_ties_is_judged_without_spread() {
    LabelData.Builder builder = LabelData.builder(XY, List.of("a", "b", "c", "m"));
    for (int i = 0; i < 40; i++) {
      String label = i % 2 == 0 ? "x" : "y";
      builder.item("i" + i, "d", Map.of("a", label, "b", label, "c", label, "m", label));
    }
    for (int i = 0; i < 5; i++) {
      builder.item("j" + i, "d", Map.of("a", "x", "b", "x"));
      builder.item("k" + i, "d", Map.of("m", "x", "b", "x"));
    }
    AlternativeAnnotatorTest test = AlternativeAnnotatorTest.of(builder.build(), "m", 0.1, 0.05);
    assertThat(test.persons()).allMatch(p -> p.items() == 40 && p.machine() == 1 && p.human() == 1);
    assertThat(test.persons()).allMatch(p -> p.p().orElseThrow() == 0 && p.beaten());
    assertThat(test.passes()).isTrue();
    AlternativeAnnotatorTest strict = AlternativeAnnotatorTest.of(builder.build(), "m", 0, 0.05);
    assertThat(strict.persons()).allMatch(p -> p.p().orElseThrow() == 1 && !p.beaten());
    assertThat(strict.passes()).isFalse();
  }
}
