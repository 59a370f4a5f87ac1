package org.testimony.core.agreement;

/**
 * Kappas of several annotators that are made of the contingency tables of all their pairs.
 *
 * <p>Hubert: the mean observed agreement of the pairs against their mean chance agreement. Light:
 * the mean of the Cohen kappas of the pairs, undefined if one of them is. Columns are the cells of
 * the tables one after the other. References: L. Hubert, Psychological Bulletin 84(2), 1977; R. J.
 * Light, Psychological Bulletin 76(5), 1971; M. J. Warrens, 2012.
 */
public final class PairwiseKappa implements Formula {

  private enum Kind {
    HUBERT,
    LIGHT
  }

  private final Kind kind;
  private final int labels;
  private final int pairs;

  private PairwiseKappa(Kind kind, int labels, int pairs) {
    this.kind = kind;
    this.labels = labels;
    this.pairs = pairs;
  }

  /** Hubert's kappa over so many tables. */
  public static PairwiseKappa hubert(int labels, int pairs) {
    return new PairwiseKappa(Kind.HUBERT, labels, pairs);
  }

  /** Light's kappa over so many tables. */
  public static PairwiseKappa light(int labels, int pairs) {
    return new PairwiseKappa(Kind.LIGHT, labels, pairs);
  }

  @Override
  public Estimate of(long[] cells) {
    CohenKappa kappa = new CohenKappa(labels);
    double observed = 0;
    double expected = 0;
    double sum = 0;
    for (int pair = 0; pair < pairs; pair++) {
      int size = labels * labels;
      long[] table = java.util.Arrays.copyOfRange(cells, pair * size, (pair + 1) * size);
      Estimate one = kappa.of(table);
      if (one.observed().isEmpty() || (kind == Kind.LIGHT && one.value().isEmpty())) {
        return one;
      }
      observed += one.observed().getAsDouble() / pairs;
      expected += one.expected().orElseThrow() / pairs;
      sum += one.value().orElse(0) / pairs;
    }
    if (kind == Kind.LIGHT) {
      return Estimate.of(sum, observed, expected);
    }
    return expected == 1
        ? Estimate.undefined(Reason.NO_VARIATION, observed, expected)
        : Estimate.of((observed - expected) / (1 - expected), observed, expected);
  }
}
