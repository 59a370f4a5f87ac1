package org.testimony.core.agreement;

/**
 * The alpha coefficients of unitizing over the columns of {@link UnitizingSums}, after
 * Krippendorff, Mathet, Bouvry & Widlöcher 2016 and Krippendorff 2019.
 *
 * <p>With L the length of all annotators' texts, L_c the length of label c (a gap is a value too),
 * and coincidences as lengths divided by m − 1:
 *
 * <pre>
 * u-alpha:  Do = (length of differing coincidences) / L
 *           De = Σ over c ≠ k of L_c L_k / (L² − Σ over units length² − length of gaps)
 * cu-alpha: the same over valued units alone; the length of a unit is its overlap with each other
 *           annotator's valued units, summed and divided by m − 1; no gaps
 * ku-alpha: cu-alpha of one label: 1 − share of differing coincidences of c / its expectation
 * </pre>
 *
 * <p>A unit is not paired with itself by chance, hence the squares; a gap is one unit a character.
 * Ranges are half-open; inclusive ends would give other lengths and so other values. Special cases:
 * nobody marked anything, or everything is marked by all, is NO_VARIATION; no document with two
 * annotators is NO_PAIRABLE_VALUES.
 */
public final class UnitizingAlpha implements Formula {

  /** Which of the family. */
  private enum Kind {
    U,
    CU,
    KU
  }

  private final Kind kind;
  private final UnitizingSums.Columns at;
  private final int label;

  private UnitizingAlpha(Kind kind, UnitizingSums.Columns at, int label) {
    this.kind = kind;
    this.at = at;
    this.label = label;
  }

  /** u-alpha, gaps included. Over a single label it is binary u-alpha. */
  public static UnitizingAlpha u(UnitizingSums sums) {
    return new UnitizingAlpha(Kind.U, sums.columns(), 0);
  }

  /** cu-alpha, of valued units alone. */
  public static UnitizingAlpha cu(UnitizingSums sums) {
    return new UnitizingAlpha(Kind.CU, sums.columns(), 0);
  }

  /** (k)u-alpha, of valued units of one label. */
  public static UnitizingAlpha ku(UnitizingSums sums, int label) {
    return new UnitizingAlpha(Kind.KU, sums.columns(), label);
  }

  @Override
  public Estimate of(long[] counts) {
    return switch (kind) {
      case U -> u(counts);
      case CU -> cu(counts);
      case KU -> ku(counts);
    };
  }

  /** Share of the length of a label that lies on valued units of others; ku-alpha's coverage. */
  public static double coverage(UnitizingSums sums, int label) {
    UnitizingSums.Columns at = sums.columns();
    long[] counts = sums.counts();
    long length = counts[at.length(label)];
    double pairable = 0;
    for (int m = 2; m <= at.mostAnnotators(); m++) {
      pairable += (double) counts[at.pairable(m, label)] / (m - 1);
    }
    return length == 0 ? 0 : pairable / length;
  }

  private Estimate u(long[] counts) {
    long gaps = counts[at.gaps()];
    long all = gaps;
    for (int c = 0; c < at.labels(); c++) {
      all += counts[at.length(c)];
    }
    if (all == 0) {
      return Estimate.undefined(Reason.NO_PAIRABLE_VALUES);
    }
    double differing = 0;
    for (int m = 2; m <= at.mostAnnotators(); m++) {
      differing += (double) counts[at.differing(m)] / (m - 1);
    }
    double chance = (double) gaps * (all - gaps);
    for (int c = 0; c < at.labels(); c++) {
      chance += (double) counts[at.length(c)] * (all - counts[at.length(c)]);
    }
    double pairs = (double) all * all - counts[at.squares()] - gaps;
    return estimate(differing / all, chance, pairs);
  }

  private Estimate cu(long[] counts) {
    double[] length = new double[at.labels()];
    double all = 0;
    double same = 0;
    double squares = 0;
    for (int c = 0; c < at.labels(); c++) {
      length[c] = pairable(counts, c);
      all += length[c];
      same += same(counts, c);
      squares += squares(counts, c);
    }
    if (all == 0) {
      return Estimate.undefined(Reason.NO_PAIRABLE_VALUES);
    }
    double chance = 0;
    for (int c = 0; c < at.labels(); c++) {
      for (int k = 0; k < at.labels(); k++) {
        chance += c == k ? 0 : length[c] * length[k];
      }
    }
    return estimate((all - same) / all, chance, all * all - squares);
  }

  private Estimate ku(long[] counts) {
    double all = 0;
    double others = 0;
    for (int c = 0; c < at.labels(); c++) {
      all += pairable(counts, c);
      others += c == label ? 0 : pairable(counts, c);
    }
    double own = pairable(counts, label);
    if (own == 0) {
      return Estimate.undefined(Reason.NO_PAIRABLE_VALUES);
    }
    double differing = (own - same(counts, label)) / own;
    return estimate(differing, own * others, own * all - squares(counts, label));
  }

  private double pairable(long[] counts, int c) {
    double sum = 0;
    for (int m = 2; m <= at.mostAnnotators(); m++) {
      sum += (double) counts[at.pairable(m, c)] / (m - 1);
    }
    return sum;
  }

  private double same(long[] counts, int c) {
    double sum = 0;
    for (int m = 2; m <= at.mostAnnotators(); m++) {
      sum += (double) counts[at.same(m, c)] / (m - 1);
    }
    return sum;
  }

  private double squares(long[] counts, int c) {
    double sum = 0;
    for (int m = 2; m <= at.mostAnnotators(); m++) {
      sum += (double) counts[at.pairableSquares(m, c)] / ((long) (m - 1) * (m - 1));
    }
    return sum;
  }

  private static Estimate estimate(double observed, double chance, double pairs) {
    if (chance == 0 || pairs <= 0) {
      return Estimate.undefined(Reason.NO_VARIATION, observed, 0);
    }
    double expected = chance / pairs;
    return Estimate.of(1 - observed / expected, observed, expected);
  }
}
