package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The measures of labels by id, for data from anywhere.
 *
 * @param distance Krippendorff's distance, for {@code krippendorff-alpha}
 * @param weights agreement weights, for the measures that take them
 * @param sets the sets behind the labels, for {@code alpha-jaccard} and {@code alpha-masi}
 * @param resampling how intervals are made
 * @param analytic the level of an analytic interval in place of resampling, where asked for
 */
public record LabelMeasures(
    Distance distance,
    AgreementWeights weights,
    Optional<LabelSets> sets,
    Resampling resampling,
    Optional<Double> analytic) {

  private static final Set<Measure> KNOWN = EnumSet.range(Measure.PERCENT, Measure.ALPHA_MASI);
  private static final Set<Measure> OF_TWO =
      EnumSet.of(
          Measure.BENNETT_S,
          Measure.SCOTT_PI,
          Measure.COHEN_KAPPA,
          Measure.WEIGHTED_KAPPA,
          Measure.MAX_KAPPA);
  private static final Set<Measure> BY_NAME =
      EnumSet.of(Measure.CONGER_KAPPA, Measure.HUBERT_KAPPA, Measure.LIGHT_KAPPA);

  /** What a value is broken down by. */
  public enum By {
    /** Each label against the others. */
    LABEL,
    /** Each pair of annotators. */
    PAIR,
    /** Each annotator against the others, and the others alone. */
    ANNOTATOR
  }

  /** Nominal, unweighted, with this resampling. */
  public static LabelMeasures nominal(Labels labels, Resampling resampling) {
    return new LabelMeasures(
        Distance.nominal(),
        AgreementWeights.unweighted(labels.size()),
        Optional.empty(),
        resampling,
        Optional.empty());
  }

  /** Whether a measure is one of labels. */
  public static boolean measures(Measure measure) {
    return KNOWN.contains(measure);
  }

  /** Whether a measure, broken down so, must know who gave which label. */
  public static boolean needsNames(Measure measure, Set<By> by) {
    return OF_TWO.contains(measure)
        || BY_NAME.contains(measure)
        || by.contains(By.PAIR)
        || by.contains(By.ANNOTATOR);
  }

  /**
   * A measure on data. A measure of two annotators with more has no value over all and the values
   * of pairs whether they are asked for or not.
   */
  public Measured measure(LabelData data, Measure measure, Set<By> by) {
    Map<String, Coefficient> byLabel = by.contains(By.LABEL) ? byLabel(data, measure) : Map.of();
    boolean pairs = by.contains(By.PAIR) || OF_TWO.contains(measure);
    List<ReportLine.OfPair> byPair = new ArrayList<>();
    if ((pairs && data.annotators().size() > 2) || by.contains(By.PAIR)) {
      for (List<String> pair : SpanMatchCounts.pairs(data.annotators())) {
        byPair.add(
            new ReportLine.OfPair(
                pair.get(0), pair.get(1), coefficient(data.only(pair), measure), Optional.empty()));
      }
    }
    Map<String, Measured.OfAnnotator> byAnnotator = new LinkedHashMap<>();
    if (by.contains(By.ANNOTATOR)) {
      data.annotators().forEach(one -> byAnnotator.put(one, ofAnnotator(data, measure, one)));
    }
    return new Measured(coefficient(data, measure), byLabel, byPair, byAnnotator);
  }

  private Measured.OfAnnotator ofAnnotator(LabelData data, Measure measure, String annotator) {
    List<String> others =
        data.annotators().stream().filter(other -> !other.equals(annotator)).toList();
    return new Measured.OfAnnotator(
        coefficient(AnnotatorTable.againstRest(data, annotator), measure),
        coefficient(data.only(others), measure));
  }

  private Map<String, Coefficient> byLabel(LabelData data, Measure measure) {
    LabelAgreement agreement = agreement(data);
    Map<String, Coefficient> values =
        switch (measure) {
          case KRIPPENDORFF_ALPHA -> agreement.alphaByLabel();
          case FLEISS_KAPPA -> agreement.fleissKappaByLabel();
          default -> Map.of();
        };
    Map<String, Coefficient> withIntervals = new LinkedHashMap<>();
    values.forEach((label, value) -> withIntervals.put(label, withInterval(value)));
    return withIntervals;
  }

  private Coefficient coefficient(LabelData data, Measure measure) {
    LabelAgreement agreement = agreement(data);
    return withInterval(
        switch (measure) {
          case PERCENT -> weights.isUnweighted() ? agreement.percent() : agreement.percent(weights);
          case PERCENT_PAIRABLE -> agreement.percentPairable();
          case BENNETT_S -> agreement.bennettS();
          case BRENNAN_PREDIGER -> agreement.brennanPrediger(weights);
          case RANDOLPH_KAPPA -> agreement.randolphKappa();
          case SCOTT_PI -> agreement.scottPi();
          case COHEN_KAPPA -> agreement.cohenKappa();
          case WEIGHTED_KAPPA -> agreement.weightedKappa(weights);
          case MAX_KAPPA -> agreement.maxKappa();
          case FLEISS_KAPPA -> agreement.fleissKappa();
          case FLEISS_KAPPA_GWET -> agreement.fleissKappaGwet(weights);
          case CONGER_KAPPA -> agreement.congerKappa(weights);
          case HUBERT_KAPPA -> agreement.hubertKappa();
          case LIGHT_KAPPA -> agreement.lightKappa();
          case KRIPPENDORFF_ALPHA -> agreement.alpha(distance);
          case KRIPPENDORFF_ALPHA_GWET -> agreement.alphaGwet(weights);
          case GWET_AC1 -> agreement.gwetAc(AgreementWeights.unweighted(data.labels().size()));
          case GWET_AC2 -> agreement.gwetAc2(weights);
          case ALPHA_JACCARD -> agreement.alphaJaccard(needed(measure));
          case ALPHA_MASI -> agreement.alphaMasi(needed(measure));
          default -> throw new IllegalArgumentException(measure.id() + " is no measure of labels");
        });
  }

  private LabelSets needed(Measure measure) {
    return sets.orElseThrow(
        () -> new IllegalArgumentException(measure.id() + " needs labels that are sets"));
  }

  private LabelAgreement agreement(LabelData data) {
    return new LabelAgreement(
        data, "item", List.of(), analytic.map(Resampling::analytic).orElse(resampling));
  }

  private Coefficient withInterval(Coefficient coefficient) {
    return coefficient instanceof Coefficient.Defined defined && analytic.isPresent()
        ? defined.withAnalyticInterval(analytic.get())
        : coefficient;
  }
}
