package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The measures that need no more than patterns of labels: whoever gave a label, it counts the same.
 *
 * <p>The annotators of a value are those who gave at least one label.
 */
final class PatternAgreement {

  private final UnitCounts counts;
  private final PatternTable patterns;
  private final String unit;
  private final List<Exclusion> excluded;
  private final Resampling resampling;

  /**
   * Agreement on patterns.
   *
   * @param counts the patterns
   * @param unit what an item is, such as {@code item} or {@code matched pair}
   * @param excluded what was left out before
   * @param resampling how intervals are made
   */
  PatternAgreement(
      UnitCounts counts, String unit, List<Exclusion> excluded, Resampling resampling) {
    this.counts = counts;
    this.patterns = counts.patterns();
    this.unit = unit;
    this.excluded = List.copyOf(excluded);
    this.resampling = resampling;
  }

  /** The patterns measured. */
  PatternTable patterns() {
    return patterns;
  }

  /** Number of annotators who gave at least one label. */
  int annotators() {
    return counts.annotators();
  }

  Coefficient alpha(Measure measure, Distance distance) {
    return of(measuring(measure, distance.id()), new KrippendorffAlpha(patterns, distance));
  }

  /** Nominal alpha of each label against all others, in declared order. */
  Map<String, Coefficient> alphaByLabel(Measure measure) {
    Map<String, Coefficient> byLabel = new LinkedHashMap<>();
    for (int code = 0; code < patterns.labels().size(); code++) {
      byLabel.put(
          patterns.labels().name(code),
          of(
              measuring(measure, "nominal, this label or not"),
              KrippendorffAlpha.ofLabel(patterns, code)));
    }
    return byLabel;
  }

  Coefficient percent() {
    return of(measuring(Measure.PERCENT, "nominal"), new PercentAgreement(patterns));
  }

  Coefficient percentPairable() {
    return of(measuring(Measure.PERCENT_PAIRABLE, "nominal"), new PairableAgreement(patterns));
  }

  /** A coefficient in Gwet's form; items with a single label count for chance. */
  Coefficient gwet(Measure measure, GwetCoefficient.Kind kind, AgreementWeights weights) {
    return measuring(measure, weights.id())
        .of(
            patterns.counts(),
            counts.byGroupOfAny(),
            new GwetCoefficient(kind, patterns, weights),
            resampling);
  }

  /** Gwet's AC1, or AC2 where there are weights. */
  Coefficient gwetAc(AgreementWeights weights) {
    Measure measure = weights.isUnweighted() ? Measure.GWET_AC1 : Measure.GWET_AC2;
    return gwet(measure, GwetCoefficient.Kind.AC, weights);
  }

  /** Fleiss' kappa over the items that all annotators labelled. */
  Coefficient fleissKappa() {
    if (annotators() < 2) {
      return measuring(Measure.FLEISS_KAPPA, "nominal").undefined(fewAnnotators());
    }
    return of(complete(Measure.FLEISS_KAPPA), new FleissKappa(patterns, annotators()));
  }

  /** Fleiss' kappa of each label against all others, in declared order. */
  Map<String, Coefficient> fleissKappaByLabel() {
    Map<String, Coefficient> byLabel = new LinkedHashMap<>();
    for (int code = 0; annotators() >= 2 && code < patterns.labels().size(); code++) {
      byLabel.put(
          patterns.labels().name(code),
          of(complete(Measure.FLEISS_KAPPA), FleissKappa.ofLabel(patterns, annotators(), code)));
    }
    return byLabel;
  }

  /** Randolph's free-marginal kappa over the items that all annotators labelled. */
  Coefficient randolphKappa() {
    if (annotators() < 2) {
      return measuring(Measure.RANDOLPH_KAPPA, "nominal").undefined(fewAnnotators());
    }
    AgreementWeights weights = AgreementWeights.unweighted(patterns.labels().size());
    return of(
        complete(Measure.RANDOLPH_KAPPA),
        new CompleteItems(
            patterns,
            annotators(),
            new GwetCoefficient(GwetCoefficient.Kind.BRENNAN_PREDIGER, patterns, weights)));
  }

  private Coefficient of(Measuring measuring, Formula formula) {
    return measuring.of(patterns.counts(), counts.byGroup(), formula, resampling);
  }

  /** Why a measure of several annotators has nothing to compare. */
  Reason fewAnnotators() {
    return annotators() == 1 ? Reason.ONE_ANNOTATOR : Reason.NO_DATA;
  }

  /** The base of measures over the items with at least two labels. */
  Measuring measuring(Measure measure, String scale) {
    long items = patterns.itemsWithAtLeast(2);
    return new Measuring(
        measure,
        scale,
        unit,
        new SampleSize(counts.documents(), items, patterns.pairableValues(), annotators()),
        left(Exclusion.Cause.ITEM_WITH_ONE_VALUE, patterns.itemsWithAtLeast(1) - items));
  }

  /** The base of measures over the items that all annotators labelled. */
  Measuring complete(Measure measure) {
    long items = patterns.itemsWithAtLeast(annotators());
    return new Measuring(
        measure,
        "nominal",
        unit,
        new SampleSize(counts.documents(), items, items * annotators(), annotators()),
        left(Exclusion.Cause.ITEM_NOT_LABELLED_BY_ALL, patterns.itemsWithAtLeast(1) - items));
  }

  private List<Exclusion> left(Exclusion.Cause cause, long count) {
    List<Exclusion> left = new ArrayList<>(excluded);
    LabelAgreement.addIfAny(left, cause, count);
    return left;
  }
}
