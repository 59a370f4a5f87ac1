package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/** Places where definitions of one name differ, each with the value that ours must give. */
class DefinitionTrapsTest {

  private static LabelAgreement fourRaters() {
    return Fixtures.agreement(
        Fixtures.labels(Fixtures.codingCase("krippendorff-2011-12units-4coders")));
  }

  @Test
  void percent_agreement_over_items_is_818_and_over_pairable_values_800() {
    assertThat(fourRaters().percent().value().orElseThrow()).isCloseTo(9.0 / 11, within(1e-12));
    assertThat(fourRaters().percentPairable().value().orElseThrow()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void krippendorffs_ordinal_is_815_and_not_gwets_834() {
    assertThat(fourRaters().alpha(Distance.ordinal()).value().orElseThrow())
        .isCloseTo(0.8153875038, within(1e-9));
  }

  @Test
  void the_ordinal_distance_moves_with_the_use_of_labels_and_the_fixed_one_does_not() {
    Distance.Between few = Distance.ordinal().given(new long[] {10, 2, 10});
    Distance.Between many = Distance.ordinal().given(new long[] {10, 80, 10});
    assertThat(few.of(0, 2)).isEqualTo(12 * 12);
    assertThat(many.of(0, 2)).isEqualTo(90 * 90);
    Distance.Between fixed = Distance.interval(-1, 0, 1).given(new long[] {10, 80, 10});
    assertThat(List.of(fixed.of(0, 1), fixed.of(0, 2))).containsExactly(1.0, 4.0);
  }

  @Test
  void cu_alpha_pairs_a_unit_with_each_other_observer_and_not_with_their_union() {
    SpanDocument document = Fixtures.spans(Fixtures.unitizingCase("krippendorff-2019-fig-12.11"));
    double value =
        new SpanAgreement(List.of(document), 0.5, Resampling.none())
            .cuAlpha()
            .value()
            .orElseThrow();
    assertThat(value).as("the union gives .7283").isCloseTo(0.724168965, within(1e-9));
  }

  /** One claim against two abutting ones: full agreement for u-alpha, one hit of three for F1. */
  @Test
  void u_alpha_cannot_count_claims_and_overlap_f1_can() {
    SpanDocument document =
        new SpanDocument(
            "d",
            "d",
            100,
            List.of("a", "b"),
            List.of(
                new SpanDocument.Labelled("a", "1", Span.of(10, 30), "Claim"),
                new SpanDocument.Labelled("b", "1", Span.of(10, 21), "Claim"),
                new SpanDocument.Labelled("b", "2", Span.of(21, 30), "Claim")));
    SpanAgreement spans = new SpanAgreement(List.of(document), 0.5, Resampling.none());
    assertThat(spans.uAlphaBinary().value()).hasValue(1);
    assertThat(spans.f1(Measure.F1_OVERLAP).value().orElseThrow())
        .isCloseTo(2.0 / 3, within(1e-12));
    assertThat(spans.f1(Measure.F1_EXACT).value()).hasValue(0);
  }

  @Test
  void half_open_ranges_that_touch_do_not_overlap() {
    SpanDocument document =
        new SpanDocument(
            "d",
            "d",
            20,
            List.of("a", "b"),
            List.of(
                new SpanDocument.Labelled("a", "1", Span.of(0, 10), "x"),
                new SpanDocument.Labelled("a", "2", Span.of(10, 20), "y"),
                new SpanDocument.Labelled("b", "1", Span.of(0, 10), "x")));
    assertThat(UnitizingSums.overlaps(document)).isFalse();
    UnitizingSums sums = UnitizingSums.empty(Labels.of("x", "y"), 2).add(document);
    assertThat(sums.counts()[sums.columns().differing(2)]).isEqualTo(20);
  }

  @Test
  void fragments_count_by_their_characters_in_f1_and_not_by_their_hull() {
    Span broken = new Span(List.of(new Fragment(0, 10), new Fragment(40, 50)));
    SpanDocument document =
        new SpanDocument(
            "d",
            "d",
            60,
            List.of("a", "b"),
            List.of(
                new SpanDocument.Labelled("a", "1", broken, "Claim"),
                new SpanDocument.Labelled("b", "1", Span.of(0, 50), "Claim")));
    SpanMatchCounts counts = SpanMatchCounts.of(document, "a", "b", 0.5);
    assertThat(counts.overlap()).as("20 of 50 characters").isZero();
    assertThat(counts.shared()).isEqualTo(20);
  }

  @Test
  void a_document_whose_values_are_all_equal_adds_nothing_to_local_chance() {
    Labels labels = Labels.of("s", "t");
    List<LocalChanceAlpha.Document> documents = new ArrayList<>();
    documents.add(
        new LocalChanceAlpha.Document(
            "d1", PatternTable.builder(labels).item(0, 0).item(1, 1).item(0, 1).build()));
    LocalChanceAlpha one = LocalChanceAlpha.of(documents);
    documents.add(
        new LocalChanceAlpha.Document(
            "d2", PatternTable.builder(labels).item(0, 0).item(0, 0).build()));
    LocalChanceAlpha two = LocalChanceAlpha.of(documents);
    assertThat(two.of(two.counts().total()).value())
        .isEqualTo(one.of(one.counts().total()).value());
    assertThat(one.of(one.counts().total()).value().orElseThrow())
        .as("1 - 2 / (6 * 18 / 30)")
        .isCloseTo(1 - 2 / 3.6, within(1e-12));
  }

  @Test
  void annotators_without_a_label_do_not_count() {
    LabelData data =
        LabelData.builder(Labels.of("x", "y"), List.of("a", "b", "c"))
            .item("1", "d", Map.of("a", "x", "b", "y"))
            .item("2", "d", Map.of("a", "x", "b", "x"))
            .build();
    assertThat(Fixtures.agreement(data).alpha(Distance.nominal()).basis().n().annotators())
        .isEqualTo(2);
  }

  @Test
  void gwets_ordinal_weights_give_834_where_krippendorffs_ordinal_gives_815() {
    Coefficient alpha = fourRaters().alphaGwet(AgreementWeights.ordinal(5));
    assertThat(alpha.value().orElseThrow()).isCloseTo(0.8336380256, within(1e-9));
    assertThat(alpha.basis().measure().id()).isEqualTo("krippendorff-alpha-gwet");
  }

  @Test
  void a_label_declared_but_not_used_changes_s_and_ac1_and_brennan_prediger_but_not_alpha() {
    LabelAgreement two = declared(Labels.of("x", "y"));
    LabelAgreement three = declared(Labels.of("x", "y", "z"));
    assertThat(three.alpha(Distance.nominal()).value())
        .isEqualTo(two.alpha(Distance.nominal()).value());
    assertThat(three.bennettS().value().orElseThrow()).isCloseTo(0.5, within(1e-12));
    assertThat(two.bennettS().value().orElseThrow()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(three.brennanPrediger(AgreementWeights.unweighted(3)).value())
        .isNotEqualTo(two.brennanPrediger(AgreementWeights.unweighted(2)).value());
    assertThat(three.gwetAc(AgreementWeights.unweighted(3)).value())
        .isNotEqualTo(two.gwetAc(AgreementWeights.unweighted(2)).value());
  }

  private static LabelAgreement declared(Labels labels) {
    return Fixtures.agreement(
        LabelData.builder(labels, List.of("a", "b"))
            .item("1", "d", Map.of("a", "x", "b", "x"))
            .item("2", "d", Map.of("a", "x", "b", "y"))
            .item("3", "d", Map.of("a", "y", "b", "y"))
            .build());
  }

  @Test
  void on_complete_data_hubert_is_conger_and_randolph_is_brennan_prediger() {
    LabelAgreement complete =
        Fixtures.agreement(Fixtures.labels(Fixtures.codingCase("fleiss-1971-30x6")));
    AgreementWeights plain = AgreementWeights.unweighted(5);
    assertThat(complete.hubertKappa().value().orElseThrow())
        .isCloseTo(complete.congerKappa(plain).value().orElseThrow(), within(1e-12));
    assertThat(complete.randolphKappa().value().orElseThrow())
        .isCloseTo(complete.brennanPrediger(plain).value().orElseThrow(), within(1e-12));
    assertThat(complete.fleissKappaGwet(plain).value().orElseThrow())
        .isCloseTo(complete.fleissKappa().value().orElseThrow(), within(1e-12));
  }

  @Test
  void with_two_annotators_light_is_cohen_and_no_kappa_exceeds_the_greatest() {
    LabelAgreement two =
        Fixtures.agreement(Fixtures.labels(Fixtures.codingCase("artstein-poesio-2008-ex1")));
    double cohen = two.cohenKappa().value().orElseThrow();
    assertThat(two.lightKappa().value().orElseThrow()).isCloseTo(cohen, within(1e-12));
    assertThat(two.maxKappa().value().orElseThrow())
        .as("(.30 + .60 - .54) / .46 with margins .3, .7 and .4, .6")
        .isCloseTo((0.9 - 0.54) / 0.46, within(1e-12))
        .isGreaterThan(cohen);
    assertThat(two.weightedKappa(AgreementWeights.unweighted(2)).value().orElseThrow())
        .isCloseTo(cohen, within(1e-12));
  }

  @Test
  void fleiss_kappa_leaves_out_items_that_not_all_labelled_and_says_so() {
    Coefficient kappa = fourRaters().fleissKappa();
    assertThat(kappa.basis().n().items()).isEqualTo(8);
    assertThat(kappa.basis().excluded())
        .containsExactly(new Exclusion(Exclusion.Cause.ITEM_NOT_LABELLED_BY_ALL, 4));
  }

  /** With ends taken as part of the unit, each of the units of figure 12.11 is one longer. */
  @Test
  void inclusive_ends_would_give_506_where_half_open_ranges_give_the_printed_510() {
    SpanDocument document = Fixtures.spans(Fixtures.unitizingCase("krippendorff-2019-fig-12.11"));
    List<SpanDocument.Labelled> longer = new ArrayList<>();
    for (SpanDocument.Labelled one : document.spans()) {
      int end = Math.min(document.length(), one.span().end() + 1);
      int last =
          document.spansOf(one.annotator()).stream()
              .mapToInt(other -> other.span().begin())
              .filter(begin -> begin >= one.span().end())
              .min()
              .orElse(end);
      longer.add(
          new SpanDocument.Labelled(
              one.annotator(),
              one.id(),
              Span.of(one.span().begin(), Math.min(end, last)),
              one.label()));
    }
    SpanDocument inclusive =
        new SpanDocument("d", "d", document.length(), document.annotators(), longer);
    assertThat(uAlpha(document)).isCloseTo(0.50998, within(1e-5));
    assertThat(uAlpha(inclusive)).isNotCloseTo(0.50998, within(0.002));
  }

  private static double uAlpha(SpanDocument document) {
    return new SpanAgreement(List.of(document), 0.5, Resampling.none())
        .uAlpha()
        .value()
        .orElseThrow();
  }

  /** R irr counts ranks of the labels in use; ours count steps of the declared order. */
  @Test
  void weights_are_on_the_declared_order_and_not_on_ranks_of_used_labels() {
    LabelData.Builder declared =
        LabelData.builder(Labels.of("1", "2", "3", "4"), List.of("a", "b"));
    LabelData.Builder ranks = LabelData.builder(Labels.of("1", "2", "4"), List.of("a", "b"));
    String[][] rows = {{"1", "1"}, {"2", "4"}, {"4", "4"}, {"1", "2"}, {"2", "2"}};
    for (int i = 0; i < rows.length; i++) {
      Map<String, String> given = Map.of("a", rows[i][0], "b", rows[i][1]);
      declared.item("i" + i, "d", given);
      ranks.item("i" + i, "d", given);
    }
    double ours =
        Fixtures.agreement(declared.build())
            .weightedKappa(AgreementWeights.quadratic(4))
            .value()
            .orElseThrow();
    double ofRanks =
        Fixtures.agreement(ranks.build())
            .weightedKappa(AgreementWeights.quadratic(3))
            .value()
            .orElseThrow();
    assertThat(ours)
        .as("1 - Do / De with (i - j)²: Do (4 + 1) / 5, De 3 from margins .4 .4 .2, .2 .4 .4")
        .isCloseTo(1 - 1.0 / 3, within(1e-12));
    assertThat(ofRanks).as("1 - .4 / 1.28").isCloseTo(0.6875, within(1e-12));
  }

  @Test
  void masi_of_2006_is_1_minus_jaccard_times_m_and_not_the_product_of_two_distances() {
    java.util.Set<String> a = java.util.Set.of("x", "y");
    java.util.Set<String> b = java.util.Set.of("y", "z");
    assertThat(LabelSets.masi(a, b)).isCloseTo(1 - 1.0 / 3 * 1.0 / 3, within(1e-12));
    assertThat(LabelSets.masi(a, java.util.Set.of("x")))
        .isCloseTo(1 - 1.0 / 2 * 2.0 / 3, within(1e-12));
    assertThat((1 - 1.0 / 3) * (1 - 1.0 / 3))
        .as("DKPro multiplies the two distances")
        .isCloseTo(4.0 / 9, within(1e-12));
  }

  /** The union of fragments per label: a broken unit is two units, the gap between is a gap. */
  @Test
  void fragments_are_units_of_their_own_in_the_alpha_family() {
    Span broken = new Span(List.of(new Fragment(0, 10), new Fragment(40, 50)));
    SpanDocument one =
        new SpanDocument(
            "d",
            "d",
            60,
            List.of("a", "b"),
            List.of(
                new SpanDocument.Labelled("a", "1", broken, "Claim"),
                new SpanDocument.Labelled("b", "1", Span.of(0, 10), "Claim"),
                new SpanDocument.Labelled("b", "2", Span.of(40, 50), "Claim")));
    assertThat(uAlpha(one)).isEqualTo(1);
  }

  /** Two samplers give two values; the one that was used is part of the definition. */
  @Test
  void the_sampler_of_gamma_is_part_of_its_definition() {
    SpanDocument document = Fixtures.spans(Fixtures.unitizingCase("krippendorff-2019-fig-12.11"));
    SpanAgreement spans = new SpanAgreement(List.of(document), 0.5, Resampling.none());
    Coefficient statistical = spans.gamma(GammaSettings.defaults(1));
    Coefficient shuffled =
        spans.gamma(new GammaSettings(1, 1, 1, 30, GammaSettings.Sampler.SHUFFLE, 1));
    assertThat(statistical.value()).isNotEqualTo(shuffled.value());
    assertThat(statistical.basis().scale()).contains("sampler statistical");
    assertThat(shuffled.basis().scale()).contains("sampler shuffle");
    assertThat(statistical.basis().observed()).isEqualTo(shuffled.basis().observed());
  }

  @Test
  void text_after_the_last_span_changes_u_alpha_and_not_cu_alpha() {
    SpanDocument document = Fixtures.spans(Fixtures.unitizingCase("krippendorff-2019-fig-12.11"));
    SpanDocument longer =
        new SpanDocument("d", "d", document.length() + 40, document.annotators(), document.spans());
    assertThat(uAlpha(longer)).isNotEqualTo(uAlpha(document));
    assertThat(new SpanAgreement(List.of(longer), 0.5, Resampling.none()).cuAlpha().value())
        .isEqualTo(new SpanAgreement(List.of(document), 0.5, Resampling.none()).cuAlpha().value());
  }
}
