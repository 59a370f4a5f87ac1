package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dkpro.statistics.agreement.InsufficientDataException;
import org.dkpro.statistics.agreement.coding.BennettSAgreement;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.HubertKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.coding.RandolphKappaAgreement;
import org.dkpro.statistics.agreement.coding.ScottPiAgreement;
import org.dkpro.statistics.agreement.coding.WeightedKappaAgreement;
import org.dkpro.statistics.agreement.distance.CachedDistanceFunction;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/** DKPro Statistics 2.2.1 as oracle on seeded studies, and where it is known to be wrong. */
class DkproOracleTest {

  /**
   * Labels 1 to q, of which each rater mostly gives the item's own; each is given by all once, and
   * the first two raters once lie as far apart as they can.
   */
  private static Integer[][] items(Random random, int items, int raters, int q, int missingIn10) {
    Integer[][] rows = new Integer[items][raters];
    for (Integer[] row : rows) {
      int own = 1 + random.nextInt(q);
      for (int r = 0; r < raters; r++) {
        boolean missing = random.nextInt(10) < missingIn10;
        int given = random.nextInt(3) == 0 ? 1 + random.nextInt(q) : own;
        row[r] = missing ? null : Integer.valueOf(given);
      }
    }
    for (int label = 1; label <= q; label++) {
      java.util.Arrays.fill(rows[label - 1], label);
    }
    rows[q][0] = 1;
    rows[q][1] = q;
    return rows;
  }

  private static CodingAnnotationStudy study(Integer[][] rows, int q) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(rows[0].length);
    for (int label = 1; label <= q; label++) {
      study.addCategory(label);
    }
    for (Integer[] row : rows) {
      study.addItemAsArray(row);
    }
    return study;
  }

  private static LabelAgreement ours(Integer[][] rows, int q) {
    List<String> labels = new ArrayList<>();
    for (int label = 1; label <= q; label++) {
      labels.add(Integer.toString(label));
    }
    LabelData.Builder data =
        LabelData.builder(Labels.of(labels), Fixtures.annotators(rows[0].length));
    for (int i = 0; i < rows.length; i++) {
      Map<String, String> given = new HashMap<>();
      for (int r = 0; r < rows[i].length; r++) {
        if (rows[i][r] != null) {
          given.put("r" + (r + 1), rows[i][r].toString());
        }
      }
      data.item("i" + i, "i" + i, given);
    }
    return Fixtures.agreement(data.build());
  }

  private static void same(String what, Coefficient ours, Supplier<Double> theirs) {
    if (ours.value().isPresent()) {
      assertThat(ours.value().getAsDouble()).as(what).isCloseTo(theirs.get(), within(1e-9));
    }
  }

  @Test
  void seed_91_complete_labels_of_any_number_of_raters_give_the_same_values() {
    Random random = new Random(91);
    for (int round = 0; round < 300; round++) {
      int q = 2 + random.nextInt(4);
      int raters = 2 + random.nextInt(3);
      Integer[][] rows = items(random, 6 + random.nextInt(30), raters, q, 0);
      CodingAnnotationStudy study = study(rows, q);
      LabelAgreement ours = ours(rows, q);
      same("percent", ours.percent(), () -> new PercentageAgreement(study).calculateAgreement());
      same("alpha", ours.alpha(Distance.nominal()), () -> alpha(study));
      same(
          "fleiss", ours.fleissKappa(), () -> new FleissKappaAgreement(study).calculateAgreement());
      same(
          "randolph",
          ours.randolphKappa(),
          () -> new RandolphKappaAgreement(study).calculateAgreement());
      same(
          "hubert", ours.hubertKappa(), () -> new HubertKappaAgreement(study).calculateAgreement());
      for (int label = 1; label <= q; label++) {
        int category = label;
        same(
            "alpha of a label",
            ours.alphaByLabel().get(Integer.toString(label)),
            () ->
                new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
                    .calculateCategoryAgreement(category));
        same(
            "fleiss of a label",
            ours.fleissKappaByLabel().get(Integer.toString(label)),
            () -> new FleissKappaAgreement(study).calculateCategoryAgreement(category));
      }
    }
  }

  private static double alpha(CodingAnnotationStudy study) {
    return new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
        .calculateAgreement();
  }

  @Test
  void seed_92_two_raters_give_the_same_kappas() {
    Random random = new Random(92);
    for (int round = 0; round < 300; round++) {
      int q = 2 + random.nextInt(4);
      Integer[][] rows = items(random, 6 + random.nextInt(30), 2, q, 0);
      CodingAnnotationStudy study = study(rows, q);
      LabelAgreement ours = ours(rows, q);
      same("cohen", ours.cohenKappa(), () -> new CohenKappaAgreement(study).calculateAgreement());
      same("scott", ours.scottPi(), () -> new ScottPiAgreement(study).calculateAgreement());
      same("bennett", ours.bennettS(), () -> new BennettSAgreement(study).calculateAgreement());
      same(
          "weighted",
          ours.weightedKappa(AgreementWeights.quadratic(q)),
          () ->
              new WeightedKappaAgreement(study, new IntervalDistanceFunction())
                  .calculateAgreement());
    }
  }

  @Test
  void seed_93_alpha_with_missing_labels_and_any_distance_is_the_same() {
    Random random = new Random(93);
    for (int round = 0; round < 200; round++) {
      int q = 2 + random.nextInt(4);
      Integer[][] rows = items(random, 8 + random.nextInt(30), 3, q, 2);
      double[] values = java.util.stream.IntStream.rangeClosed(1, q).asDoubleStream().toArray();
      CodingAnnotationStudy study = study(rows, q);
      LabelAgreement ours = ours(rows, q);
      same("nominal", ours.alpha(Distance.nominal()), () -> alpha(study));
      same(
          "ordinal",
          ours.alpha(Distance.ordinal()),
          () ->
              new KrippendorffAlphaAgreement(study, new OrdinalDistanceFunction())
                  .calculateAgreement());
      same(
          "interval",
          ours.alpha(Distance.interval(values)),
          () ->
              new KrippendorffAlphaAgreement(study, new IntervalDistanceFunction())
                  .calculateAgreement());
      same(
          "ratio",
          ours.alpha(Distance.ratio(values)),
          () ->
              new KrippendorffAlphaAgreement(study, new RatioDistanceFunction())
                  .calculateAgreement());
    }
  }

  @Test
  void seed_94_alpha_of_unitizing_is_the_same() {
    Random random = new Random(94);
    for (int round = 0; round < 200; round++) {
      int raters = 2 + random.nextInt(2);
      int length = 60 + random.nextInt(60);
      UnitizingAnnotationStudy study = new UnitizingAnnotationStudy(raters, length);
      List<SpanDocument.Labelled> spans = new ArrayList<>();
      for (int r = 0; r < raters; r++) {
        int at = random.nextInt(8);
        while (at < length - 12) {
          int size = 1 + random.nextInt(10);
          String label = random.nextBoolean() ? "x" : "y";
          study.addUnit(at, size, r, label);
          spans.add(
              new SpanDocument.Labelled(
                  "r" + (r + 1), "s" + spans.size(), Span.of(at, at + size), label));
          at += size + random.nextInt(12);
        }
      }
      SpanDocument document =
          new SpanDocument("d", "d", length, Fixtures.annotators(raters), spans);
      SpanAgreement ours = new SpanAgreement(List.of(document), 0.5, Resampling.none());
      KrippendorffAlphaUnitizingAgreement theirs = new KrippendorffAlphaUnitizingAgreement(study);
      same("all labels", ours.alphaU(), theirs::calculateAgreement);
      Function<String, Coefficient> of = label -> ours.alphaUByLabel().get(label);
      same("x", of.apply("x"), () -> theirs.calculateCategoryAgreement("x"));
    }
  }

  /** The product of two counts leaves the range of an int: -2.006 where .899 is right. */
  @Test
  void dkpro_overflows_above_46340_labels_and_ours_does_not() {
    CodingAnnotationStudy study = new CodingAnnotationStudy(2);
    PatternTable.Builder table = PatternTable.builder(Labels.of("x", "y"));
    study.addMultipleItems(100_000, "x", "x");
    table.items(new int[] {2, 0}, 100_000);
    study.addMultipleItems(10_000, "y", "y");
    table.items(new int[] {0, 2}, 10_000);
    study.addMultipleItems(2_000, "x", "y");
    table.items(new int[] {1, 1}, 2_000);
    double theirs =
        new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
            .calculateCategoryAgreement("x");
    PatternTable ours = table.build();
    double value = KrippendorffAlpha.ofLabel(ours, 0).of(ours.counts()).value().orElseThrow();
    double n = 224_000;
    double expected = 1 - (4_000 / n) / (2 * 202_000.0 * 22_000 / n / (n - 1));
    assertThat(value).isCloseTo(expected, within(1e-12)).isCloseTo(0.899190, within(1e-6));
    assertThat(theirs).isCloseTo(-2.006038, within(1e-6));
  }

  @Test
  void dkpro_is_wrong_on_alpha_of_a_label_when_labels_are_missing() {
    Random random = new Random(95);
    int wrong = 0;
    for (int round = 0; round < 50; round++) {
      Integer[][] rows = items(random, 30, 3, 3, 3);
      LabelAgreement ours = ours(rows, 3);
      CodingAnnotationStudy study = study(rows, 3);
      for (int label = 1; label <= 3; label++) {
        double value = ours.alphaByLabel().get(Integer.toString(label)).value().orElseThrow();
        assertThat(value).isCloseTo(thisLabelOrNot(rows, label), within(1e-12));
        double theirs =
            new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
                .calculateCategoryAgreement(label);
        wrong += Math.abs(theirs - value) > 1e-6 ? 1 : 0;
      }
    }
    assertThat(wrong).isGreaterThan(100);
  }

  /** DKPro itself, on labels made two beforehand. */
  private static double thisLabelOrNot(Integer[][] rows, int label) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(3);
    for (Integer[] row : rows) {
      Object[] two = new Object[row.length];
      for (int r = 0; r < row.length; r++) {
        two[r] = row[r] == null ? null : row[r] == label ? "this" : "other";
      }
      study.addItemAsArray(two);
    }
    return alpha(study);
  }

  @Test
  void dkpro_overflows_on_large_codes_and_ours_does_not() {
    Integer[][] rows = {{0, 0}, {65_536, 65_536}, {0, 65_536}};
    CodingAnnotationStudy study = new CodingAnnotationStudy(2);
    for (Integer[] row : rows) {
      study.addItemAsArray(row);
    }
    double theirs =
        new KrippendorffAlphaAgreement(study, new IntervalDistanceFunction()).calculateAgreement();
    PatternTable table =
        PatternTable.builder(Labels.of("0", "65536")).item(0, 0).item(1, 1).item(0, 1).build();
    double value =
        new KrippendorffAlpha(table, Distance.interval(0, 65_536))
            .of(table.counts())
            .value()
            .orElseThrow();
    assertThat(value).as("1 - (1/3) / (18/30)").isCloseTo(4.0 / 9, within(1e-12));
    assertThat(theirs).as("65,536 squared is 0 in 32 bits").isZero();
  }

  /** "Aa" and "BB" share a hash code, by which distances are cached. */
  @Test
  void dkpro_confuses_labels_with_one_hash_code_and_ours_does_not() {
    String[][] rows = {{"Aa", "BB"}, {"Aa", "C"}, {"BB", "C"}, {"Aa", "Aa"}, {"C", "C"}};
    CodingAnnotationStudy confused = new CodingAnnotationStudy(2);
    CodingAnnotationStudy plain = new CodingAnnotationStudy(2);
    LabelData.Builder data = LabelData.builder(Labels.of("Aa", "BB", "C"), List.of("a", "b"));
    for (int i = 0; i < rows.length; i++) {
      confused.addItem(rows[i][0], rows[i][1]);
      plain.addItem(rows[i][0].replace("BB", "D"), rows[i][1].replace("BB", "D"));
      data.item("i" + i, "d", Map.of("a", rows[i][0], "b", rows[i][1]));
    }
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    double value = Fixtures.agreement(data.build()).alpha(Distance.nominal()).value().orElseThrow();
    assertThat(value).isCloseTo(alpha(plain), within(1e-12));
    double theirs =
        new KrippendorffAlphaAgreement(
                confused, new CachedDistanceFunction(new NominalDistanceFunction()))
            .calculateAgreement();
    assertThat(theirs).isCloseTo(0.142857, within(1e-6));
  }

  @Test
  void dkpro_takes_a_missing_label_for_one_in_fleiss_kappa_and_ours_leaves_the_item_out() {
    Integer[][] rows = {{1, 1, 1}, {2, 2, 2}, {1, 2, 1}, {1, 1, null}, {2, null, 2}};
    Integer[][] complete = {{1, 1, 1}, {2, 2, 2}, {1, 2, 1}};
    double right = new FleissKappaAgreement(study(complete, 2)).calculateAgreement();
    Coefficient ours = ours(rows, 2).fleissKappa();
    assertThat(ours.value().orElseThrow()).isCloseTo(right, within(1e-12));
    assertThat(ours.basis().excluded())
        .containsExactly(new Exclusion(Exclusion.Cause.ITEM_NOT_LABELLED_BY_ALL, 2));
    assertThat(fleissOfDkpro(rows)).isNotCloseTo(right, within(1e-3));
  }

  /** It scales observed and expected disagreement each by the greatest distance that it met. */
  @Test
  void dkpro_is_wrong_on_weighted_kappa_when_the_greatest_distance_lies_in_no_item() {
    Integer[][] rows = {{1, 1}, {2, 2}, {3, 3}, {1, 2}, {3, 3}};
    double theirs =
        new WeightedKappaAgreement(study(rows, 3), new IntervalDistanceFunction())
            .calculateAgreement();
    double right = ours(rows, 3).weightedKappa(AgreementWeights.quadratic(3)).value().orElseThrow();
    assertThat(right)
        .as("1 - (1/5) / Σ p q (i - j)², margins .4 .2 .4 and .2 .4 .4")
        .isCloseTo(
            1
                - 0.2
                    / (0.4 * 0.4
                        + 0.4 * 0.4 * 4
                        + 0.2 * 0.2
                        + 0.2 * 0.4
                        + 0.4 * 0.2 * 4
                        + 0.4 * 0.4),
            within(1e-12));
    assertThat(theirs).isCloseTo(1 - 4 * (1 - right), within(1e-9));
  }

  private static double fleissOfDkpro(Integer[][] rows) {
    try {
      return new FleissKappaAgreement(study(rows, 2)).calculateAgreement();
    } catch (InsufficientDataException | IllegalArgumentException e) {
      return Double.NEGATIVE_INFINITY;
    }
  }
}
