package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Conger's kappa: chance from each annotator's own use of labels, for any number of annotators,
 * missing labels and agreement weights (A. J. Conger, Psychological Bulletin 88(2), 1980; with
 * missing labels after Gwet 2014).
 *
 * <pre>
 * pa = mean over items with two or more labels of the weighted share of agreeing pairs
 * pe = mean over ordered pairs of annotators g ≠ h of Σ_kl w_kl p_gk p_hl
 * kappa = (pa − pe) / (1 − pe)
 * </pre>
 *
 * with p_gk the share of label k among the labels of annotator g. Columns: items by pattern, then
 * for each annotator the labels given, by code. Special cases: an annotator without a label does
 * not count; pe = 1 is NO_VARIATION. The standard error is linearised, conditional on the
 * annotators, and needs the items themselves, so it is that of the data given and not of other
 * counts.
 */
final class CongerKappa implements Formula {

  private static final double NEARLY_ONE = 1 - 1e-15;

  private final LabelData data;
  private final PatternTable table;
  private final AgreementWeights weights;
  private final int q;
  private final int[] raters;
  private final double[] agreeing;

  /**
   * Kappa over data.
   *
   * @param table the patterns of the data
   */
  CongerKappa(LabelData data, PatternTable table, AgreementWeights weights) {
    this.data = data;
    this.table = table;
    this.weights = weights;
    this.q = data.labels().size();
    this.raters =
        IntStream.range(0, data.annotators().size())
            .filter(a -> data.items().stream().anyMatch(item -> item.has(a)))
            .toArray();
    this.agreeing = table.patterns().stream().mapToDouble(this::agreement).toArray();
  }

  /** Weighted share of agreeing pairs of labels; 0 for fewer than two labels. */
  private double agreement(Pattern pattern) {
    double sum = 0;
    for (int i = 0; i < pattern.size(); i++) {
      double weighted = 0;
      for (int j = 0; j < pattern.size(); j++) {
        weighted += weights.of(pattern.code(i), pattern.code(j)) * pattern.count(j);
      }
      sum += pattern.count(i) * (weighted - 1);
    }
    int m = pattern.total();
    return m < 2 ? 0 : sum / ((double) m * (m - 1));
  }

  /** The counts of each resampling unit, in the columns of this formula. */
  DocumentCounts counts() {
    int patterns = agreeing.length;
    DocumentCounts.Builder counts = DocumentCounts.builder(patterns + raters.length * q);
    for (LabelData.Item item : data.items()) {
      int[] columns = new int[1 + raters.length];
      int size = 0;
      if (item.pattern().total() > 0) {
        columns[size++] = table.column(item.pattern());
      }
      for (int g = 0; g < raters.length; g++) {
        if (item.has(raters[g])) {
          columns[size++] = patterns + g * q + item.code(raters[g]);
        }
      }
      item.count(counts, Arrays.copyOf(columns, size));
    }
    return counts.build();
  }

  /** What counts say, as shares. */
  private final class Shares {
    private final double[][] share = new double[raters.length][q];
    private final long[] labelled = new long[raters.length];
    private final double[] all = new double[q];
    private int present;
    private long withTwo;
    private double observed;
    private double expected;

    Shares(long[] counts) {
      for (int p = 0; p < agreeing.length; p++) {
        if (table.patterns().get(p).total() >= 2) {
          withTwo += counts[p];
          observed += counts[p] * agreeing[p];
        }
      }
      observed = withTwo == 0 ? 0 : observed / withTwo;
      for (int g = 0; g < raters.length; g++) {
        long[] uses = new long[q];
        for (int k = 0; k < q; k++) {
          uses[k] = counts[agreeing.length + g * q + k];
          labelled[g] += uses[k];
        }
        present += labelled[g] > 0 ? 1 : 0;
        for (int k = 0; labelled[g] > 0 && k < q; k++) {
          share[g][k] = (double) uses[k] / labelled[g];
          all[k] += share[g][k];
        }
      }
      expected = expected();
    }

    /** Mean over all ordered pairs of annotators of their chance agreement. */
    private double expected() {
      double sum = 0;
      for (int g = 0; g < raters.length; g++) {
        for (int k = 0; k < q; k++) {
          for (int l = 0; l < q; l++) {
            sum += weights.of(k, l) * share[g][k] * (all[l] - share[g][l]);
          }
        }
      }
      return present < 2 ? 0 : sum / ((double) present * (present - 1));
    }
  }

  @Override
  public Estimate of(long[] counts) {
    Shares shares = new Shares(counts);
    if (shares.withTwo == 0) {
      return Estimate.undefined(shares.present == 0 ? Reason.NO_DATA : Reason.NO_PAIRABLE_VALUES);
    }
    if (!(shares.expected < NEARLY_ONE)) {
      return Estimate.undefined(Reason.NO_VARIATION, shares.observed, shares.expected);
    }
    return Estimate.of(
        (shares.observed - shares.expected) / (1 - shares.expected),
        shares.observed,
        shares.expected);
  }

  @Override
  public OptionalDouble standardError(long[] counts) {
    Estimate estimate = of(counts);
    List<LabelData.Item> items =
        data.items().stream().filter(item -> item.pattern().total() > 0).toList();
    long n = items.stream().mapToLong(LabelData.Item::times).sum();
    if (estimate.value().isEmpty() || n < 2) {
      return OptionalDouble.empty();
    }
    Shares shares = new Shares(counts);
    double kappa = estimate.value().getAsDouble();
    double squares = 0;
    for (LabelData.Item item : items) {
      double own =
          item.pattern().total() < 2
              ? 0
              : (double) n
                  / shares.withTwo
                  * (agreement(item.pattern()) - shares.expected)
                  / (1 - shares.expected);
      double chance = (chanceOf(item, shares, n) - shares.expected) / (1 - shares.expected);
      double deviation = own - 2 * (1 - kappa) * chance - kappa;
      squares += item.times() * deviation * deviation;
    }
    return OptionalDouble.of(Math.sqrt(squares / n / (n - 1)));
  }

  /** What an item adds to the linearised chance agreement. */
  private double chanceOf(LabelData.Item item, Shares shares, long n) {
    double sum = 0;
    for (int k = 0; k < q; k++) {
      for (int g = 0; g < raters.length; g++) {
        sum += influence(item, shares, n, g, k) * (shares.all[k] - shares.share[g][k]);
      }
    }
    return sum / ((double) raters.length * (raters.length - 1));
  }

  /** Weighted label of one annotator on an item, corrected for labels that are missing. */
  private double influence(LabelData.Item item, Shares shares, long n, int g, int k) {
    boolean has = item.has(raters[g]);
    double rate = (double) shares.labelled[g] / n;
    double sum = 0;
    for (int l = 0; l < q; l++) {
      double given = has && item.code(raters[g]) == l ? 1 : 0;
      sum += weights.of(k, l) * (given - ((has ? 1 : 0) - rate) * shares.share[g][l]);
    }
    return sum / rate;
  }
}
