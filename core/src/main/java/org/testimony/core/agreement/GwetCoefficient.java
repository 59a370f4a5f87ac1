package org.testimony.core.agreement;

import java.util.OptionalDouble;

/**
 * The coefficients for any number of exchangeable annotators, missing labels and agreement weights
 * in the form of K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, over the patterns
 * of a {@link PatternTable}: (pa − pe) / (1 − pe).
 *
 * <p>Observed agreement pa is the mean over items with at least two labels of the weighted share of
 * agreeing pairs; the shares of labels π that make chance agreement pe are means over all items
 * with at least one label:
 *
 * <pre>
 * percent            pe = 0
 * Brennan-Prediger   pe = Σ w / q²
 * AC1, AC2           pe = Σ w · Σ π (1 − π) / (q (q − 1))
 * Fleiss             pe = Σ w_kl π_k π_l
 * alpha              as Fleiss, but pairs weigh by number of labels, and pa' = (1 − ε) pa + ε
 * </pre>
 *
 * <p>Labels that are declared but never used count in q. Standard errors are linearised,
 * conditional on the annotators, with n − 1. Special cases: pe = 1 is NO_VARIATION; q = 1 too.
 */
public final class GwetCoefficient implements Formula {

  /** Which of the coefficients. */
  public enum Kind {
    /** Weighted percent agreement. */
    PERCENT,
    /** Chance equal for all labels declared. */
    BRENNAN_PREDIGER,
    /** AC1 without weights, AC2 with weights. */
    AC,
    /** Chance from the use of labels. */
    FLEISS,
    /** Krippendorff's alpha with agreement weights. */
    ALPHA
  }

  private final Kind kind;
  private final AgreementWeights weights;
  private final Pattern[] patterns;
  private final double[] agreeing;
  private final int q;

  /** A coefficient over the patterns of a table as columns. */
  public GwetCoefficient(Kind kind, PatternTable table, AgreementWeights weights) {
    this.kind = kind;
    this.weights = weights;
    this.q = table.labels().size();
    if (weights.labels() != q) {
      throw new IllegalArgumentException(
          "weights for %d labels do not fit %d".formatted(weights.labels(), q));
    }
    this.patterns = table.patterns().toArray(Pattern[]::new);
    this.agreeing = new double[patterns.length];
    for (int p = 0; p < patterns.length; p++) {
      agreeing[p] = agreeingPairs(patterns[p]);
    }
  }

  /** A coefficient for which only equal labels agree. */
  static GwetCoefficient unweighted(Kind kind, PatternTable table) {
    return new GwetCoefficient(kind, table, AgreementWeights.unweighted(table.labels().size()));
  }

  /** Weighted number of ordered pairs of labels that agree. */
  private double agreeingPairs(Pattern pattern) {
    double sum = 0;
    for (int i = 0; i < pattern.size(); i++) {
      double weighted = 0;
      for (int j = 0; j < pattern.size(); j++) {
        weighted += weights.of(pattern.code(i), pattern.code(j)) * pattern.count(j);
      }
      sum += pattern.count(i) * (weighted - 1);
    }
    return sum;
  }

  @Override
  public Estimate of(long[] counts) {
    Parts parts = new Parts(counts);
    if (parts.withTwo == 0) {
      return Estimate.undefined(parts.items > 0 ? Reason.NO_PAIRABLE_VALUES : Reason.NO_DATA);
    }
    if (kind == Kind.PERCENT) {
      return Estimate.plain(parts.observed);
    }
    if (!(parts.chance < 1)) {
      return Estimate.undefined(Reason.NO_VARIATION, parts.observed, 1);
    }
    return Estimate.of(
        (parts.observed - parts.chance) / (1 - parts.chance), parts.observed, parts.chance);
  }

  @Override
  public OptionalDouble standardError(long[] counts) {
    Parts parts = new Parts(counts);
    long n = kind == Kind.ALPHA ? parts.withTwo : parts.items;
    if (of(counts).value().isEmpty() || n < 2) {
      return OptionalDouble.empty();
    }
    double centre =
        kind == Kind.ALPHA
            ? (parts.plainObserved - parts.chance) / (1 - parts.chance)
            : of(counts).value().orElseThrow();
    double squares = 0;
    for (int p = 0; p < patterns.length; p++) {
      int m = patterns[p].total();
      if (counts[p] == 0 || m == 0 || (kind == Kind.ALPHA && m < 2)) {
        continue;
      }
      double deviation = parts.linearised(p, centre) - centre;
      squares += counts[p] * deviation * deviation;
    }
    return OptionalDouble.of(Math.sqrt(squares / n / (n - 1)));
  }

  /** Sums over items. */
  private final class Parts {
    private final double[] shares = new double[q];
    private long items;
    private long withTwo;
    private long values;
    private final double plainObserved;
    private final double observed;
    private final double chance;

    Parts(long[] counts) {
      double sum = 0;
      for (int p = 0; p < patterns.length; p++) {
        int m = patterns[p].total();
        items += m >= 1 ? counts[p] : 0;
        if (m >= 2) {
          withTwo += counts[p];
          values += counts[p] * m;
          sum += counts[p] * agreeing[p] / (kind == Kind.ALPHA ? m - 1 : (double) m * (m - 1));
        }
        share(patterns[p], counts[p]);
      }
      double of = kind == Kind.ALPHA ? values : items;
      for (int k = 0; k < q; k++) {
        shares[k] = of == 0 ? 0 : shares[k] / of;
      }
      double pairs = kind == Kind.ALPHA ? values : withTwo;
      plainObserved = pairs == 0 ? 0 : sum / pairs;
      double epsilon = values == 0 ? 0 : 1.0 / values;
      observed = kind == Kind.ALPHA ? (1 - epsilon) * plainObserved + epsilon : plainObserved;
      chance = chance();
    }

    private void share(Pattern pattern, long count) {
      if (pattern.total() == 0 || (kind == Kind.ALPHA && pattern.total() < 2)) {
        return;
      }
      for (int i = 0; i < pattern.size(); i++) {
        double part = (double) count * pattern.count(i);
        shares[pattern.code(i)] += kind == Kind.ALPHA ? part : part / pattern.total();
      }
    }

    private double chance() {
      return switch (kind) {
        case PERCENT -> 0;
        case BRENNAN_PREDIGER -> weights.sum() / ((double) q * q);
        case AC -> q < 2 ? 1 : weights.sum() / ((double) q * (q - 1)) * spread();
        case FLEISS, ALPHA -> weighted(shares);
      };
    }

    private double spread() {
      double sum = 0;
      for (double share : shares) {
        sum += share * (1 - share);
      }
      return sum;
    }

    private double weighted(double[] other) {
      double sum = 0;
      for (int k = 0; k < q; k++) {
        for (int l = 0; l < q; l++) {
          sum += weights.of(k, l) * shares[k] * other[l];
        }
      }
      return sum;
    }

    /** What an item of a pattern adds to the linearised coefficient. */
    double linearised(int p, double centre) {
      Pattern pattern = patterns[p];
      int m = pattern.total();
      double scale = 1 / (1 - chance);
      if (kind == Kind.ALPHA) {
        double mean = (double) values / withTwo;
        double excess = (m - mean) / mean;
        double own = agreeing[p] / (mean * (m - 1)) - plainObserved * excess;
        double byChance = chanceOf(pattern) / mean - chance * excess;
        return (own - chance) * scale - 2 * (1 - centre) * (byChance - chance) * scale;
      }
      double raised = (double) items / withTwo;
      double own = m < 2 ? 0 : raised * (agreeing[p] / ((double) m * (m - 1)) - chance) * scale;
      if (kind == Kind.PERCENT || kind == Kind.BRENNAN_PREDIGER) {
        return own;
      }
      return own - 2 * (1 - centre) * (chanceOf(pattern) / m - chance) * scale;
    }

    /** Chance agreement of the labels of an item with all labels, summed over the item. */
    private double chanceOf(Pattern pattern) {
      double sum = 0;
      for (int i = 0; i < pattern.size(); i++) {
        int k = pattern.code(i);
        double one = 0;
        if (kind == Kind.AC) {
          one = weights.sum() / ((double) q * (q - 1)) * (1 - shares[k]);
        } else {
          for (int l = 0; l < q; l++) {
            one += weights.of(k, l) * shares[l];
          }
        }
        sum += pattern.count(i) * one;
      }
      return sum;
    }
  }
}
