package org.testimony.core.agreement;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

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
  private final PatternAgreement patterns;

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
    this.patterns = new PatternAgreement(UnitCounts.of(data), unit, excluded, resampling);
  }

  /** The data measured. */
  public LabelData data() {
    return data;
  }

  /** Krippendorff's alpha with a distance. */
  public Coefficient alpha(Distance distance) {
    return patterns.alpha(Measure.KRIPPENDORFF_ALPHA, distance);
  }

  /** Alpha on sets of labels with the Jaccard distance; the labels are names of the sets. */
  public Coefficient alphaJaccard(LabelSets sets) {
    return patterns.alpha(Measure.ALPHA_JACCARD, sets.jaccard());
  }

  /** Alpha on sets of labels with the MASI distance; the labels are names of the sets. */
  public Coefficient alphaMasi(LabelSets sets) {
    return patterns.alpha(Measure.ALPHA_MASI, sets.masi());
  }

  /** Nominal alpha of each label against all others, in declared order. */
  public Map<String, Coefficient> alphaByLabel() {
    return patterns.alphaByLabel(Measure.KRIPPENDORFF_ALPHA);
  }

  /** Percent agreement over items with at least two labels. */
  public Coefficient percent() {
    return patterns.percent();
  }

  /** Percent agreement over pairable values. */
  public Coefficient percentPairable() {
    return patterns.percentPairable();
  }

  /** Fleiss' kappa over the items that all annotators labelled. */
  public Coefficient fleissKappa() {
    return patterns.fleissKappa();
  }

  /** Fleiss' kappa of each label against all others, in declared order. */
  public Map<String, Coefficient> fleissKappaByLabel() {
    return patterns.fleissKappaByLabel();
  }

  /** Percent agreement with weights, on items with at least two labels. */
  public Coefficient percent(AgreementWeights weights) {
    return patterns.gwet(Measure.PERCENT, GwetCoefficient.Kind.PERCENT, weights);
  }

  /** Brennan and Prediger's kappa: chance equal for all labels declared. */
  public Coefficient brennanPrediger(AgreementWeights weights) {
    return patterns.gwet(Measure.BRENNAN_PREDIGER, GwetCoefficient.Kind.BRENNAN_PREDIGER, weights);
  }

  /** Gwet's AC1, or AC2 where there are weights. */
  public Coefficient gwetAc(AgreementWeights weights) {
    return patterns.gwetAc(weights);
  }

  /** Gwet's AC2; without weights it has the value of AC1. */
  public Coefficient gwetAc2(AgreementWeights weights) {
    return patterns.gwet(Measure.GWET_AC2, GwetCoefficient.Kind.AC, weights);
  }

  /** Fleiss' kappa in Gwet's form, for missing labels and weights. */
  public Coefficient fleissKappaGwet(AgreementWeights weights) {
    return patterns.gwet(Measure.FLEISS_KAPPA_GWET, GwetCoefficient.Kind.FLEISS, weights);
  }

  /** Krippendorff's alpha with agreement weights. */
  public Coefficient alphaGwet(AgreementWeights weights) {
    return patterns.gwet(Measure.KRIPPENDORFF_ALPHA_GWET, GwetCoefficient.Kind.ALPHA, weights);
  }

  /** Randolph's free-marginal kappa over the items that all annotators labelled. */
  public Coefficient randolphKappa() {
    return patterns.randolphKappa();
  }

  /** Bennett's S, if there are exactly two annotators. */
  public Coefficient bennettS() {
    if (data.annotators().size() > 2) {
      return patterns
          .measuring(Measure.BENNETT_S, "nominal")
          .undefined(Reason.NEEDS_TWO_ANNOTATORS);
    }
    AgreementWeights weights = AgreementWeights.unweighted(data.labels().size());
    GwetCoefficient s =
        new GwetCoefficient(GwetCoefficient.Kind.BRENNAN_PREDIGER, patterns.patterns(), weights);
    return patterns
        .measuring(Measure.BENNETT_S, "nominal")
        .of(
            patterns.patterns().counts(),
            data.patternsByDocument(patterns.patterns()),
            s,
            resampling);
  }

  /** Conger's kappa, for any number of annotators, missing labels and weights. */
  public Coefficient congerKappa(AgreementWeights weights) {
    Measuring measuring = patterns.measuring(Measure.CONGER_KAPPA, weights.id());
    if (patterns.annotators() < 2) {
      return measuring.undefined(patterns.fewAnnotators());
    }
    CongerKappa kappa = new CongerKappa(data, patterns.patterns(), weights);
    return measuring.of(kappa.counts(), kappa, resampling);
  }

  /** Hubert's kappa over the items that all annotators labelled. */
  public Coefficient hubertKappa() {
    return pairwise(Measure.HUBERT_KAPPA, PairwiseKappa::hubert);
  }

  /** Light's kappa over the items that all annotators labelled. */
  public Coefficient lightKappa() {
    return pairwise(Measure.LIGHT_KAPPA, PairwiseKappa::light);
  }

  private Coefficient pairwise(
      Measure measure, BiFunction<Integer, Integer, PairwiseKappa> formula) {
    int annotators = patterns.annotators();
    if (annotators < 2) {
      return patterns.measuring(measure, "nominal").undefined(patterns.fewAnnotators());
    }
    int pairs = annotators * (annotators - 1) / 2;
    return patterns
        .complete(measure)
        .of(data.completePairsByDocument(), formula.apply(data.labels().size(), pairs), resampling);
  }

  /** Cohen's kappa with weights, if there are exactly two annotators. */
  public Coefficient weightedKappa(AgreementWeights weights) {
    return ofTwo(Measure.WEIGHTED_KAPPA, weights.id(), new WeightedKappa(weights));
  }

  /** Cohen's kappa of two annotators with weights. */
  public Coefficient weightedKappa(String first, String second, AgreementWeights weights) {
    return ofPair(Measure.WEIGHTED_KAPPA, weights.id(), first, second, new WeightedKappa(weights));
  }

  /** The greatest Cohen kappa that the margins allow, if there are exactly two annotators. */
  public Coefficient maxKappa() {
    return ofTwo(Measure.MAX_KAPPA, "nominal", new MaxKappa(data.labels().size()));
  }

  /** Cohen's kappa of two annotators. */
  public Coefficient cohenKappa(String first, String second) {
    return ofPair(
        Measure.COHEN_KAPPA, "nominal", first, second, new CohenKappa(data.labels().size()));
  }

  /** Scott's pi of two annotators. */
  public Coefficient scottPi(String first, String second) {
    return ofPair(Measure.SCOTT_PI, "nominal", first, second, new ScottPi(data.labels().size()));
  }

  /** Cohen's kappa, if there are exactly two annotators. */
  public Coefficient cohenKappa() {
    return ofTwo(Measure.COHEN_KAPPA, "nominal", new CohenKappa(data.labels().size()));
  }

  /** Scott's pi, if there are exactly two annotators. */
  public Coefficient scottPi() {
    return ofTwo(Measure.SCOTT_PI, "nominal", new ScottPi(data.labels().size()));
  }

  private Coefficient ofTwo(Measure measure, String scale, Formula formula) {
    List<String> names = data.annotators();
    if (names.size() == 2) {
      return ofPair(measure, scale, names.get(0), names.get(1), formula);
    }
    return patterns
        .measuring(measure, scale)
        .undefined(names.size() > 2 ? Reason.NEEDS_TWO_ANNOTATORS : patterns.fewAnnotators());
  }

  private Coefficient ofPair(
      Measure measure, String scale, String first, String second, Formula formula) {
    LabelData two = data.only(List.of(first, second));
    return new PatternAgreement(UnitCounts.of(two), unit, excluded, resampling)
        .measuring(measure, scale)
        .of(two.pairByDocument(first, second), formula, resampling);
  }

  static void addIfAny(List<Exclusion> excluded, Exclusion.Cause cause, long count) {
    if (count > 0) {
      excluded.add(new Exclusion(cause, count));
    }
  }
}
