package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gamma of Mathet, Widlöcher & Métivier 2015 and its categorial forms of Mathet 2017: 1 − disorder
 * of the best alignment / mean disorder of the best alignments of random continua.
 *
 * <p>Units are hulls of spans and may overlap and nest. Over a corpus, disorders are weighted by
 * the mean number of units of an annotator of the document and then divided: 1 − Σ x̄·disorder / Σ
 * x̄·expected. Gamma-cat compares the labels of aligned units, a pair weighing 1 / (units in the
 * unitary alignment − 1) × (1 − positional dissimilarity, not below 0); gamma-k looks at pairs of
 * which one has the label. A unit beside an empty place has no label to compare and does not count
 * here, as in Mathet 2017; pygamma-agreement 0.5.9 counts it as a full difference, which gives
 * lower values. Special cases: no units is NO_DATA; an alignment that cannot be proved best within
 * the limits of the search is SEARCH_LIMIT, never an approximation, and gamma then has bounds: 1 −
 * greatest observed / least expected disorder to 1 − least / greatest; no expected disorder is
 * NO_VARIATION. References: Computational Linguistics 41(3), 2015, 437–479; 43(3), 2017, 661–681.
 *
 * <p>Columns are fixed-point numbers in units of 2<sup>-30</sup>: observed and expected disorder.
 */
public final class Gamma implements Formula {

  static final int COLUMNS = 2;
  private static final double SCALE = 0x1.0p30;

  /**
   * Observed and expected disorder of one document.
   *
   * @param observed disorder of the best alignment
   * @param expected mean disorder of the samples
   * @param weight mean number of units, or the weight of the compared pairs
   * @param leastObserved the observed disorder is not below; equal to it where proved
   * @param leastExpected the expected disorder is not below; equal to it where proved
   */
  record Disorders(
      double observed, double expected, double weight, double leastObserved, double leastExpected) {

    static final Disorders NONE = proved(0, 0, 0);

    static Disorders proved(double observed, double expected, double weight) {
      return new Disorders(observed, expected, weight, observed, expected);
    }

    boolean areProved() {
      return leastObserved == observed && leastExpected == expected;
    }

    /** The columns of the formula. */
    long[] counts() {
      return new long[] {
        Math.round(observed * weight * SCALE), Math.round(expected * weight * SCALE)
      };
    }
  }

  @Override
  public Estimate of(long[] counts) {
    if (counts[0] == 0 && counts[1] == 0) {
      return Estimate.undefined(Reason.NO_DATA);
    }
    double observed = counts[0] / SCALE;
    double expected = counts[1] / SCALE;
    return counts[1] == 0
        ? Estimate.undefined(Reason.NO_VARIATION, observed, expected)
        : Estimate.of(1 - (double) counts[0] / counts[1], observed, expected);
  }

  /** The units of each annotator of a document, as hulls. */
  static List<List<GammaUnit>> continuum(SpanDocument document) {
    List<List<GammaUnit>> continuum = new ArrayList<>();
    for (String annotator : document.annotators()) {
      continuum.add(
          document.spansOf(annotator).stream()
              .map(s -> new GammaUnit(s.span().begin(), s.span().end(), s.label()))
              .toList());
    }
    return continuum;
  }

  /** Between which numbers gamma lies, over documents; nothing where chance may be without it. */
  static Optional<Bounds> bounds(List<Disorders> documents) {
    double observed = 0;
    double expected = 0;
    double leastObserved = 0;
    double leastExpected = 0;
    for (Disorders one : documents) {
      observed += one.weight() * one.observed();
      expected += one.weight() * one.expected();
      leastObserved += one.weight() * one.leastObserved();
      leastExpected += one.weight() * one.leastExpected();
    }
    return leastExpected > 0
        ? Optional.of(new Bounds(1 - observed / leastExpected, 1 - leastObserved / expected))
        : Optional.empty();
  }

  /** Disorders of a document. */
  static Disorders of(
      List<List<GammaUnit>> continuum, GammaSettings settings, GammaLimits limits, long key) {
    GammaAlignment best = GammaAlignment.best(continuum, settings, limits);
    if (best.units() == 0) {
      return Disorders.NONE;
    }
    GammaSampler sampler = new GammaSampler(continuum, settings, key);
    double sum = 0;
    double least = 0;
    for (int sample = 0; sample < settings.samples(); sample++) {
      GammaAlignment one = GammaAlignment.best(sampler.next(), settings, limits);
      sum += one.disorder();
      least += one.leastDisorder();
    }
    return new Disorders(
        best.disorder(),
        sum / settings.samples(),
        (double) best.units() / best.annotators(),
        best.leastDisorder(),
        least / settings.samples());
  }

  /**
   * Disorders of labels; nothing where the search for a best alignment hit its limit, since another
   * alignment may pair other labels.
   *
   * @param label the label looked at; empty looks at all
   */
  static Optional<Disorders> ofLabels(
      List<List<GammaUnit>> continuum,
      GammaSettings settings,
      GammaLimits limits,
      Optional<String> label,
      long key) {
    GammaAlignment best = GammaAlignment.best(continuum, settings, limits);
    if (!best.isProved()) {
      return Optional.empty();
    }
    if (best.units() == 0) {
      return Optional.of(Disorders.NONE);
    }
    double[] observed = labelDisorder(best, settings, label);
    GammaSampler sampler = new GammaSampler(continuum, settings, key);
    double sum = 0;
    int compared = 0;
    for (int sample = 0; sample < settings.samples(); sample++) {
      GammaAlignment one = GammaAlignment.best(sampler.next(), settings, limits);
      if (!one.isProved()) {
        return Optional.empty();
      }
      double[] part = labelDisorder(one, settings, label);
      if (part[1] > 0) {
        sum += part[0] / part[1];
        compared++;
      }
    }
    return Optional.of(
        observed[1] == 0 || compared == 0
            ? Disorders.NONE
            : Disorders.proved(observed[0] / observed[1], sum / compared, observed[1]));
  }

  /** Weighted dissimilarity of the labels of aligned units, and the weight. */
  private static double[] labelDisorder(
      GammaAlignment alignment, GammaSettings settings, Optional<String> label) {
    double disorder = 0;
    double weight = 0;
    for (List<Optional<GammaUnit>> group : alignment.groups()) {
      List<GammaUnit> units = group.stream().flatMap(Optional::stream).toList();
      for (int i = 0; i < units.size(); i++) {
        for (int j = i + 1; j < units.size(); j++) {
          GammaUnit a = units.get(i);
          GammaUnit b = units.get(j);
          boolean wanted =
              label.isEmpty() || label.get().equals(a.label()) || label.get().equals(b.label());
          if (wanted) {
            double near = Math.max(0, 1 - settings.alpha() * settings.positional(a, b));
            double one = near / (units.size() - 1);
            disorder += one * settings.categorical(a, b);
            weight += one;
          }
        }
      }
    }
    return new double[] {disorder, weight};
  }
}
