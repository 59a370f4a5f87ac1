package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The measures of agreement on labels, for one set of data.
 *
 * <p>The annotators of a value are those who gave at least one label.
 */
public final class LabelAgreement {

  private final LabelData data;
  private final String unit;
  private final List<Exclusion> excluded;
  private final Resampling resampling;
  private final PatternTable patterns;
  private final DocumentCounts byDocument;
  private final long documents;
  private final int annotators;

  /**
   * Agreement on labels.
   *
   * @param data the labels
   * @param unit what an item is, such as {@code item} or {@code matched pair}
   * @param excluded what was left out before
   * @param resampling how intervals are made
   */
  public LabelAgreement(
      LabelData data, String unit, List<Exclusion> excluded, Resampling resampling) {
    this.data = data;
    this.unit = unit;
    this.excluded = List.copyOf(excluded);
    this.resampling = resampling;
    this.patterns = data.patterns();
    this.byDocument = data.patternsByDocument(patterns);
    this.documents = data.documents();
    this.annotators = data.contributing();
  }

  /** The data measured. */
  public LabelData data() {
    return data;
  }

  /** Krippendorff's alpha with a distance. */
  public Coefficient alpha(Distance distance) {
    return alpha(Measure.KRIPPENDORFF_ALPHA, distance);
  }

  /** Krippendorff's alpha under the id of what its items are. */
  Coefficient alpha(Measure measure, Distance distance) {
    return measuring(measure, distance.id())
        .of(patterns.counts(), byDocument, new KrippendorffAlpha(patterns, distance), resampling);
  }

  /** Nominal alpha of each label against all others, in declared order. */
  public Map<String, Coefficient> alphaByLabel() {
    return alphaByLabel(Measure.KRIPPENDORFF_ALPHA);
  }

  Map<String, Coefficient> alphaByLabel(Measure measure) {
    Map<String, Coefficient> byLabel = new LinkedHashMap<>();
    for (int code = 0; code < data.labels().size(); code++) {
      byLabel.put(
          data.labels().name(code),
          measuring(measure, "nominal, this label or not")
              .of(
                  patterns.counts(),
                  byDocument,
                  KrippendorffAlpha.ofLabel(patterns, code),
                  resampling));
    }
    return byLabel;
  }

  /** Percent agreement over items with at least two labels. */
  public Coefficient percent() {
    return measuring(Measure.PERCENT, "nominal")
        .of(patterns.counts(), byDocument, new PercentAgreement(patterns), resampling);
  }

  /** Percent agreement over pairable values. */
  public Coefficient percentPairable() {
    return measuring(Measure.PERCENT_PAIRABLE, "nominal")
        .of(patterns.counts(), byDocument, new PairableAgreement(patterns), resampling);
  }

  /** Fleiss' kappa over the items that all annotators labelled. */
  public Coefficient fleissKappa() {
    int all = annotators;
    if (all < 2) {
      return measuring(Measure.FLEISS_KAPPA, "nominal")
          .of(
              patterns.counts(),
              byDocument,
              counts -> Estimate.undefined(Reason.NO_DATA),
              resampling);
    }
    return fleiss().of(patterns.counts(), byDocument, new FleissKappa(patterns, all), resampling);
  }

  /** Fleiss' kappa of each label against all others, in declared order. */
  public Map<String, Coefficient> fleissKappaByLabel() {
    Map<String, Coefficient> byLabel = new LinkedHashMap<>();
    int all = annotators;
    for (int code = 0; all >= 2 && code < data.labels().size(); code++) {
      byLabel.put(
          data.labels().name(code),
          fleiss()
              .of(
                  patterns.counts(),
                  byDocument,
                  FleissKappa.ofLabel(patterns, all, code),
                  resampling));
    }
    return byLabel;
  }

  private Measuring fleiss() {
    int all = annotators;
    long items = patterns.itemsWithAtLeast(all);
    List<Exclusion> left = new ArrayList<>(excluded);
    addIfAny(left, Exclusion.Cause.ITEM_NOT_LABELLED_BY_ALL, patterns.itemsWithAtLeast(1) - items);
    return new Measuring(
        Measure.FLEISS_KAPPA,
        "nominal",
        unit,
        new SampleSize(documents, items, items * all, all),
        left);
  }

  /** Cohen's kappa of two annotators. */
  public Coefficient cohenKappa(String first, String second) {
    return ofPair(Measure.COHEN_KAPPA, first, second, new CohenKappa(data.labels().size()));
  }

  /** Scott's pi of two annotators. */
  public Coefficient scottPi(String first, String second) {
    return ofPair(Measure.SCOTT_PI, first, second, new ScottPi(data.labels().size()));
  }

  /** Cohen's kappa, if there are exactly two annotators. */
  public Coefficient cohenKappa() {
    return ofTwo(Measure.COHEN_KAPPA, new CohenKappa(data.labels().size()));
  }

  /** Scott's pi, if there are exactly two annotators. */
  public Coefficient scottPi() {
    return ofTwo(Measure.SCOTT_PI, new ScottPi(data.labels().size()));
  }

  private Coefficient ofTwo(Measure measure, Formula formula) {
    if (data.annotators().size() == 2) {
      return ofPair(measure, data.annotators().get(0), data.annotators().get(1), formula);
    }
    Measuring measuring = measuring(measure, "nominal");
    return data.annotators().size() > 2
        ? measuring.undefined(Reason.NEEDS_TWO_ANNOTATORS)
        : measuring.of(
            patterns.counts(),
            byDocument,
            counts -> Estimate.undefined(Reason.NO_DATA),
            resampling);
  }

  private Coefficient ofPair(Measure measure, String first, String second, Formula formula) {
    LabelAgreement pair =
        new LabelAgreement(data.only(List.of(first, second)), unit, excluded, resampling);
    return pair.measuring(measure, "nominal")
        .of(data.pairByDocument(first, second), formula, resampling);
  }

  private Measuring measuring(Measure measure, String scale) {
    long items = patterns.itemsWithAtLeast(2);
    List<Exclusion> left = new ArrayList<>(excluded);
    addIfAny(left, Exclusion.Cause.ITEM_WITH_ONE_VALUE, patterns.itemsWithAtLeast(1) - items);
    return new Measuring(
        measure,
        scale,
        unit,
        new SampleSize(documents, items, patterns.pairableValues(), annotators),
        left);
  }

  static void addIfAny(List<Exclusion> excluded, Exclusion.Cause cause, long count) {
    if (count > 0) {
      excluded.add(new Exclusion(cause, count));
    }
  }
}
