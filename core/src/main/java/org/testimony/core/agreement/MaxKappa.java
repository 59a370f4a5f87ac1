package org.testimony.core.agreement;

/**
 * The greatest Cohen kappa that the use of labels by two annotators allows: the one if they agreed
 * as often as their margins permit (J. Cohen 1960).
 *
 * <p>Columns are the cells, row by row. Observed is the greatest possible agreement. Special case:
 * both use the same single label is NO_VARIATION.
 */
public final class MaxKappa implements Formula {

  private final int labels;

  /** The greatest kappa over a table of so many labels. */
  public MaxKappa(int labels) {
    this.labels = labels;
  }

  @Override
  public Estimate of(long[] cells) {
    long n = 0;
    long most = 0;
    long chance = 0;
    for (int i = 0; i < labels; i++) {
      long row = 0;
      long column = 0;
      for (int j = 0; j < labels; j++) {
        row += cells[i * labels + j];
        column += cells[j * labels + i];
      }
      n += row;
      most += Math.min(row, column);
      chance = Math.addExact(chance, Math.multiplyExact(row, column));
    }
    return n == 0
        ? Estimate.undefined(Reason.NO_PAIRABLE_VALUES)
        : KappaRatio.of(most, n, chance, Math.multiplyExact(n, n));
  }
}
