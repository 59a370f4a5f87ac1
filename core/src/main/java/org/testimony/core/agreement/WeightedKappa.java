package org.testimony.core.agreement;

import java.util.OptionalDouble;

/**
 * Cohen's kappa with agreement weights over the contingency table of two annotators: (Po − Pe) / (1
 * − Pe), Po = Σ w p_ij, Pe = Σ w p_i. p_.j.
 *
 * <p>Columns are the cells, row by row. Special case: Pe = 1 is NO_VARIATION. References: J. Cohen,
 * Psychological Bulletin 70(4), 1968; the large-sample standard errors are those of J. L. Fleiss,
 * J. Cohen & B. S. Everitt, Psychological Bulletin 72(5), 1969, 323–327.
 */
public final class WeightedKappa implements Formula {

  private final AgreementWeights weights;
  private final int q;

  /** Kappa over a table of as many labels as the weights have. */
  public WeightedKappa(AgreementWeights weights) {
    this.weights = weights;
    this.q = weights.labels();
  }

  /** Shares of the table and of its margins. */
  private final class Shares {
    private final double[] rows = new double[q];
    private final double[] columns = new double[q];
    private final long n;
    private double observed;
    private double expected;

    Shares(long[] cells) {
      long sum = 0;
      for (int i = 0; i < q; i++) {
        for (int j = 0; j < q; j++) {
          sum += cells[i * q + j];
          rows[i] += cells[i * q + j];
          columns[j] += cells[i * q + j];
          observed += weights.of(i, j) * cells[i * q + j];
        }
      }
      n = sum;
      for (int i = 0; n > 0 && i < q; i++) {
        rows[i] /= n;
        columns[i] /= n;
      }
      observed = n == 0 ? 0 : observed / n;
      for (int i = 0; i < q; i++) {
        for (int j = 0; j < q; j++) {
          expected += weights.of(i, j) * rows[i] * columns[j];
        }
      }
    }

    /** Mean weight of the first annotator's label i with the second's labels, and the reverse. */
    double margins(int i, int j) {
      double sum = 0;
      for (int k = 0; k < q; k++) {
        sum += weights.of(i, k) * columns[k] + weights.of(k, j) * rows[k];
      }
      return sum;
    }
  }

  @Override
  public Estimate of(long[] cells) {
    Shares shares = new Shares(cells);
    if (shares.n == 0) {
      return Estimate.undefined(Reason.NO_PAIRABLE_VALUES);
    }
    if (!(1 - shares.expected > 1e-15)) {
      return Estimate.undefined(Reason.NO_VARIATION, shares.observed, shares.expected);
    }
    return Estimate.of(
        (shares.observed - shares.expected) / (1 - shares.expected),
        shares.observed,
        shares.expected);
  }

  @Override
  public OptionalDouble standardError(long[] cells) {
    Estimate estimate = of(cells);
    if (estimate.value().isEmpty()) {
      return OptionalDouble.empty();
    }
    Shares shares = new Shares(cells);
    double kappa = estimate.value().getAsDouble();
    double sum = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        double part = weights.of(i, j) - shares.margins(i, j) * (1 - kappa);
        sum += cells[i * q + j] * part * part;
      }
    }
    double centre = kappa - shares.expected * (1 - kappa);
    return root(sum / shares.n - centre * centre, shares);
  }

  /** The standard error if there were no agreement beyond chance. */
  public OptionalDouble standardErrorUnderNull(long[] cells) {
    if (of(cells).value().isEmpty()) {
      return OptionalDouble.empty();
    }
    Shares shares = new Shares(cells);
    double sum = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        double part = weights.of(i, j) - shares.margins(i, j);
        sum += shares.rows[i] * shares.columns[j] * part * part;
      }
    }
    return root(sum - shares.expected * shares.expected, shares);
  }

  private static OptionalDouble root(double variance, Shares shares) {
    double scale = (1 - shares.expected) * (1 - shares.expected) * shares.n;
    return OptionalDouble.of(Math.sqrt(Math.max(0, variance) / scale));
  }
}
