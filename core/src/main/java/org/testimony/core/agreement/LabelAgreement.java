package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** Alpha on sets of labels with the Jaccard distance; the labels are names of the sets. */
  public Coefficient alphaJaccard(LabelSets sets) {
    return alpha(Measure.ALPHA_JACCARD, sets.jaccard());
  }

  /** Alpha on sets of labels with the MASI distance; the labels are names of the sets. */
  public Coefficient alphaMasi(LabelSets sets) {
    return alpha(Measure.ALPHA_MASI, sets.masi());
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
    return complete(Measure.FLEISS_KAPPA);
  }

  /** Percent agreement with weights, on items with at least two labels. */
  public Coefficient percent(AgreementWeights weights) {
    return gwet(Measure.PERCENT, GwetCoefficient.Kind.PERCENT, weights);
  }

  /** Brennan and Prediger's kappa: chance equal for all labels declared. */
  public Coefficient brennanPrediger(AgreementWeights weights) {
    return gwet(Measure.BRENNAN_PREDIGER, GwetCoefficient.Kind.BRENNAN_PREDIGER, weights);
  }

  /** Gwet's AC1, or AC2 where there are weights. */
  public Coefficient gwetAc(AgreementWeights weights) {
    Measure measure = weights.isUnweighted() ? Measure.GWET_AC1 : Measure.GWET_AC2;
    return gwet(measure, GwetCoefficient.Kind.AC, weights);
  }

  /** Gwet's AC2; without weights it has the value of AC1. */
  public Coefficient gwetAc2(AgreementWeights weights) {
    return gwet(Measure.GWET_AC2, GwetCoefficient.Kind.AC, weights);
  }

  /** Fleiss' kappa in Gwet's form, for missing labels and weights. */
  public Coefficient fleissKappaGwet(AgreementWeights weights) {
    return gwet(Measure.FLEISS_KAPPA_GWET, GwetCoefficient.Kind.FLEISS, weights);
  }

  /** Krippendorff's alpha with agreement weights. */
  public Coefficient alphaGwet(AgreementWeights weights) {
    return gwet(Measure.KRIPPENDORFF_ALPHA_GWET, GwetCoefficient.Kind.ALPHA, weights);
  }

  private Coefficient gwet(Measure measure, GwetCoefficient.Kind kind, AgreementWeights weights) {
    return measuring(measure, weights.id())
        .of(
            patterns.counts(),
            data.patternsByDocument(patterns, 1),
            new GwetCoefficient(kind, patterns, weights),
            resampling);
  }

  /** Randolph's free-marginal kappa over the items that all annotators labelled. */
  public Coefficient randolphKappa() {
    if (annotators < 2) {
      return measuring(Measure.RANDOLPH_KAPPA, "nominal").undefined(fewAnnotators());
    }
    AgreementWeights weights = AgreementWeights.unweighted(data.labels().size());
    GwetCoefficient kappa =
        new GwetCoefficient(GwetCoefficient.Kind.BRENNAN_PREDIGER, patterns, weights);
    return complete(Measure.RANDOLPH_KAPPA)
        .of(
            onlyComplete(patterns.counts()),
            byDocument,
            counts -> kappa.of(onlyComplete(counts)),
            resampling);
  }

  private long[] onlyComplete(long[] counts) {
    long[] complete = counts.clone();
    for (int p = 0; p < complete.length; p++) {
      complete[p] = patterns.patterns().get(p).total() == annotators ? complete[p] : 0;
    }
    return complete;
  }

  private Reason fewAnnotators() {
    return annotators == 1 ? Reason.ONE_ANNOTATOR : Reason.NO_DATA;
  }

  /** Bennett's S, if there are exactly two annotators. */
  public Coefficient bennettS() {
    AgreementWeights weights = AgreementWeights.unweighted(data.labels().size());
    GwetCoefficient s =
        new GwetCoefficient(GwetCoefficient.Kind.BRENNAN_PREDIGER, patterns, weights);
    Measuring measuring = measuring(Measure.BENNETT_S, "nominal");
    if (data.annotators().size() > 2) {
      return measuring.undefined(Reason.NEEDS_TWO_ANNOTATORS);
    }
    return measuring.of(patterns.counts(), byDocument, s, resampling);
  }

  /**
   * Conger's kappa; its interval is analytic or none, since it needs each annotator by name on each
   * item.
   */
  public Coefficient congerKappa(AgreementWeights weights) {
    Measuring measuring = measuring(Measure.CONGER_KAPPA, weights.id());
    if (annotators < 2) {
      return measuring.undefined(fewAnnotators());
    }
    CongerKappa kappa = new CongerKappa(data, weights);
    return measuring.of(
        kappa.estimate(), kappa.standardError(), () -> Uncertainty.none(CiReason.NOT_AVAILABLE));
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
    if (annotators < 2) {
      return measuring(measure, "nominal").undefined(fewAnnotators());
    }
    int labels = data.labels().size();
    int pairs = annotators * (annotators - 1) / 2;
    return complete(measure)
        .of(data.completePairsByDocument(), formula.apply(labels, pairs), resampling);
  }

  /** The base of measures over the items that all annotators labelled. */
  private Measuring complete(Measure measure) {
    long items = patterns.itemsWithAtLeast(annotators);
    List<Exclusion> left = new ArrayList<>(excluded);
    addIfAny(left, Exclusion.Cause.ITEM_NOT_LABELLED_BY_ALL, patterns.itemsWithAtLeast(1) - items);
    return new Measuring(
        measure,
        "nominal",
        unit,
        new SampleSize(documents, items, items * annotators, annotators),
        left);
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
    if (data.annotators().size() == 2) {
      return ofPair(measure, scale, data.annotators().get(0), data.annotators().get(1), formula);
    }
    Measuring measuring = measuring(measure, scale);
    return data.annotators().size() > 2
        ? measuring.undefined(Reason.NEEDS_TWO_ANNOTATORS)
        : measuring.of(
            patterns.counts(),
            byDocument,
            counts -> Estimate.undefined(Reason.NO_DATA),
            resampling);
  }

  private Coefficient ofPair(
      Measure measure, String scale, String first, String second, Formula formula) {
    LabelAgreement pair =
        new LabelAgreement(data.only(List.of(first, second)), unit, excluded, resampling);
    return pair.measuring(measure, scale)
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
