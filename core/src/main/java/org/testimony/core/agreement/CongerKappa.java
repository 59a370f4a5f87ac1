package org.testimony.core.agreement;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Conger's kappa: chance from each annotator's own use of labels, for any number of annotators,
 * missing labels and agreement weights (A. J. Conger, Psychological Bulletin 88(2), 1980; with
 * missing labels after Gwet 2014).
 *
 * <pre>
 * pe = Σ_kl w_kl (p_k p_l − s_kl / r)
 * </pre>
 *
 * with r annotators, p_k the mean over annotators of their shares of label k and s_kl the
 * covariance of these shares. Special cases: an annotator without a label does not count; pe = 1 is
 * NO_VARIATION. The standard error is linearised, conditional on the annotators.
 */
final class CongerKappa {

  private final List<LabelData.Item> items;
  private final AgreementWeights weights;
  private final int q;
  private final int[] raters;
  private final double[][] share;
  private final long[] labelled;
  private final double observed;
  private final double expected;
  private final long withTwo;
  private final long n;

  CongerKappa(LabelData data, AgreementWeights weights) {
    this.items = data.items().stream().filter(item -> item.pattern().total() > 0).toList();
    this.weights = weights;
    this.q = data.labels().size();
    this.raters =
        java.util.stream.IntStream.range(0, data.annotators().size())
            .filter(a -> items.stream().anyMatch(item -> item.has(a)))
            .toArray();
    this.share = new double[raters.length][q];
    this.labelled = new long[raters.length];
    shares();
    long two = 0;
    long all = 0;
    double sum = 0;
    for (LabelData.Item item : items) {
      all += item.times();
      if (item.pattern().total() >= 2) {
        two += item.times();
        sum += item.times() * agreement(item);
      }
    }
    this.n = all;
    this.withTwo = two;
    this.observed = two == 0 ? 0 : sum / two;
    this.expected = expected();
  }

  private void shares() {
    for (int g = 0; g < raters.length; g++) {
      for (LabelData.Item item : items) {
        if (item.has(raters[g])) {
          share[g][item.code(raters[g])] += item.times();
          labelled[g] += item.times();
        }
      }
      for (int k = 0; k < q; k++) {
        share[g][k] /= labelled[g];
      }
    }
  }

  /** Weighted share of agreeing pairs of labels of an item. */
  private double agreement(LabelData.Item item) {
    Pattern pattern = item.pattern();
    double sum = 0;
    for (int i = 0; i < pattern.size(); i++) {
      double weighted = 0;
      for (int j = 0; j < pattern.size(); j++) {
        weighted += weights.of(pattern.code(i), pattern.code(j)) * pattern.count(j);
      }
      sum += pattern.count(i) * (weighted - 1);
    }
    return sum / ((double) pattern.total() * (pattern.total() - 1));
  }

  /** Mean over all pairs of annotators of their chance agreement. */
  private double expected() {
    double sum = 0;
    int r = raters.length;
    for (int g = 0; g < r; g++) {
      for (int h = 0; h < r; h++) {
        for (int k = 0; g != h && k < q; k++) {
          for (int l = 0; l < q; l++) {
            sum += weights.of(k, l) * share[g][k] * share[h][l];
          }
        }
      }
    }
    return r < 2 ? 0 : sum / ((double) r * (r - 1));
  }

  Estimate estimate() {
    if (withTwo == 0) {
      return Estimate.undefined(items.isEmpty() ? Reason.NO_DATA : Reason.NO_PAIRABLE_VALUES);
    }
    if (!(1 - expected > 1e-15)) {
      return Estimate.undefined(Reason.NO_VARIATION, observed, expected);
    }
    return Estimate.of((observed - expected) / (1 - expected), observed, expected);
  }

  OptionalDouble standardError() {
    Estimate estimate = estimate();
    if (estimate.value().isEmpty() || n < 2) {
      return OptionalDouble.empty();
    }
    double kappa = estimate.value().getAsDouble();
    double squares = 0;
    for (LabelData.Item item : items) {
      double own =
          item.pattern().total() < 2
              ? 0
              : (double) n / withTwo * (agreement(item) - expected) / (1 - expected);
      double deviation =
          own - 2 * (1 - kappa) * (chanceOf(item) - expected) / (1 - expected) - kappa;
      squares += item.times() * deviation * deviation;
    }
    return OptionalDouble.of(Math.sqrt(squares / n / (n - 1)));
  }

  /** What an item adds to the linearised chance agreement. */
  private double chanceOf(LabelData.Item item) {
    int r = raters.length;
    double sum = 0;
    for (int k = 0; k < q; k++) {
      double all = 0;
      for (int g = 0; g < r; g++) {
        all += share[g][k];
      }
      for (int g = 0; g < r; g++) {
        sum += influence(item, g, k) * (all - share[g][k]);
      }
    }
    return sum / ((double) r * (r - 1));
  }

  /** Weighted label of one annotator on an item, corrected for labels that are missing. */
  private double influence(LabelData.Item item, int g, int k) {
    boolean has = item.has(raters[g]);
    double rate = (double) labelled[g] / n;
    double sum = 0;
    for (int l = 0; l < q; l++) {
      double given = has && item.code(raters[g]) == l ? 1 : 0;
      sum += weights.of(k, l) * (given - ((has ? 1 : 0) - rate) * share[g][l]);
    }
    return sum / rate;
  }
}
