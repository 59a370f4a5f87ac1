package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Cohen's kappa over the contingency table of two annotators: (Po − Pe) / (1 − Pe), with Pe from
 * each annotator's own use of the labels.
 *
 * <p>Columns are the cells, row by row: the first annotator's label, then the second's. Special
 * cases: both use the same single label is NO_VARIATION; one of them uses one label alone gives 0.
 * Reference: J. Cohen, Educational and Psychological Measurement 20(1), 1960, 37–46.
 */
public final class CohenKappa implements Formula {

  private final int labels;

  /** Kappa over a table of so many labels. */
  public CohenKappa(int labels) {
    this.labels = labels;
  }

  @Override
  public OptionalDouble standardError(long[] cells) {
    return new WeightedKappa(AgreementWeights.unweighted(labels)).standardError(cells);
  }

  @Override
  public Estimate of(long[] cells) {
    long[] rows = new long[labels];
    long[] columns = new long[labels];
    long equal = 0;
    for (int i = 0; i < labels; i++) {
      for (int j = 0; j < labels; j++) {
        rows[i] += cells[i * labels + j];
        columns[j] += cells[i * labels + j];
      }
      equal += cells[i * labels + i];
    }
    long n = Arrays.stream(rows).sum();
    if (n == 0) {
      return Estimate.undefined(Reason.NO_PAIRABLE_VALUES);
    }
    long chance = 0;
    for (int i = 0; i < labels; i++) {
      chance = Math.addExact(chance, Math.multiplyExact(rows[i], columns[i]));
    }
    return KappaRatio.of(equal, n, chance, Math.multiplyExact(n, n));
  }
}
