package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Krippendorff's alpha over the patterns of a {@link PatternTable}: 1 − Do / De.
 *
 * <p>With n pairable values (those on items with at least two), m values on an item, n_c values c
 * in all and d the distance:
 *
 * <pre>
 * Do = 1/n · Σ over items Σ over ordered pairs of values d(c, k) / (m − 1)
 * De = 1/(n (n − 1)) · Σ over c, k of n_c n_k d(c, k)
 * </pre>
 *
 * <p>Special cases: items with one value do not count; no item with two values is
 * NO_PAIRABLE_VALUES; one label alone is NO_VARIATION; labels declared but not used change nothing.
 * Reference: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
 *
 * <p>Counts are kept apart by m until the end, so the order of items never changes a bit.
 */
public final class KrippendorffAlpha implements Formula {

  private final Distance distance;
  private final int labels;
  private final Pattern[] patterns;
  private final int mostValues;
  private final Optional<PatternTable> allLabels;

  /** Alpha over the patterns of a table as columns. */
  public KrippendorffAlpha(PatternTable table, Distance distance) {
    this(
        table,
        distance,
        identity(table.labels().size()),
        table.labels().size(),
        Optional.of(table));
  }

  /**
   * Alpha after labels were renamed, merged or dropped.
   *
   * @param codeOf the new code of each label; negative makes its values missing
   * @param labels number of new labels
   */
  KrippendorffAlpha(PatternTable table, Distance distance, int[] codeOf, int labels) {
    this(table, distance, codeOf, labels, Optional.empty());
  }

  private KrippendorffAlpha(
      PatternTable table,
      Distance distance,
      int[] codeOf,
      int labels,
      Optional<PatternTable> allLabels) {
    this.allLabels = allLabels;
    this.distance = distance;
    this.labels = labels;
    List<Pattern> mapped = new ArrayList<>();
    table.patterns().forEach(pattern -> mapped.add(pattern.mapped(codeOf)));
    this.patterns = mapped.toArray(Pattern[]::new);
    this.mostValues = mapped.stream().mapToInt(Pattern::total).max().orElse(0);
  }

  /** Alpha of one label against all others taken together. */
  public static KrippendorffAlpha ofLabel(PatternTable table, int label) {
    int[] codeOf = new int[table.labels().size()];
    codeOf[label] = 1;
    return new KrippendorffAlpha(table, Distance.nominal(), codeOf, 2);
  }

  private static int[] identity(int size) {
    int[] codes = new int[size];
    Arrays.setAll(codes, i -> i);
    return codes;
  }

  /**
   * Linearised, conditional on the annotators (Gwet 2014): that of alpha with the agreement weights
   * 1 − d / greatest d, which has the same value. Empty for the ordinal distance, which moves with
   * the counts.
   */
  @Override
  public OptionalDouble standardError(long[] counts) {
    if (allLabels.isEmpty() || of(counts).value().isEmpty()) {
      return OptionalDouble.empty();
    }
    PatternTable table = allLabels.get();
    return AgreementWeights.of(distance, labels)
        .map(weights -> new GwetCoefficient(GwetCoefficient.Kind.ALPHA, table, weights))
        .map(gwet -> gwet.standardError(counts))
        .orElse(OptionalDouble.empty());
  }

  @Override
  public Estimate of(long[] counts) {
    long[] totals = new long[labels];
    long values = 0;
    boolean any = false;
    for (int p = 0; p < patterns.length; p++) {
      any |= counts[p] > 0 && patterns[p].total() > 0;
      if (patterns[p].total() >= 2 && counts[p] > 0) {
        values = Math.addExact(values, Math.multiplyExact(counts[p], patterns[p].total()));
        for (int i = 0; i < patterns[p].size(); i++) {
          totals[patterns[p].code(i)] += counts[p] * patterns[p].count(i);
        }
      }
    }
    if (values == 0) {
      return Estimate.undefined(any ? Reason.NO_PAIRABLE_VALUES : Reason.NO_DATA);
    }
    return distance instanceof Distance.Nominal
        ? nominal(counts, totals, values)
        : general(counts, totals, values);
  }

  /** Whole numbers until the last divisions. */
  private Estimate nominal(long[] counts, long[] totals, long n) {
    long[] differing = new long[mostValues + 1];
    for (int p = 0; p < patterns.length; p++) {
      int m = patterns[p].total();
      if (m >= 2) {
        long pairs = Math.multiplyExact(counts[p], patterns[p].differingPairs());
        differing[m] = Math.addExact(differing[m], pairs);
      }
    }
    long chance = 0;
    for (long total : totals) {
      chance = Math.addExact(chance, Math.multiplyExact(total, n - total));
    }
    return estimate(overValuesLessOne(differing), (double) chance, n);
  }

  /** Sum over m of the counts divided by m − 1, in order of m. */
  static double overValuesLessOne(long[] byValues) {
    double sum = 0;
    for (int m = 2; m < byValues.length; m++) {
      sum += (double) byValues[m] / (m - 1);
    }
    return sum;
  }

  private Estimate general(long[] counts, long[] totals, long n) {
    Distance.Between d = distance.given(totals);
    double observed = 0;
    for (int m = 2; m <= mostValues; m++) {
      observed += 2 * differences(counts, m, d) / (m - 1);
    }
    double chance = 0;
    for (int c = 0; c < labels; c++) {
      for (int k = c + 1; totals[c] > 0 && k < labels; k++) {
        chance += totals[k] == 0 ? 0 : (double) totals[c] * totals[k] * d.of(c, k);
      }
    }
    return estimate(observed, 2 * chance, n);
  }

  /** Sum of the distances of unordered pairs on items with m values, in order of patterns. */
  private double differences(long[] counts, int m, Distance.Between d) {
    double sum = 0;
    for (int p = 0; p < patterns.length; p++) {
      Pattern pattern = patterns[p];
      if (pattern.total() != m || counts[p] == 0) {
        continue;
      }
      for (int i = 0; i < pattern.size(); i++) {
        for (int j = i + 1; j < pattern.size(); j++) {
          long pairs = (long) pattern.count(i) * pattern.count(j) * counts[p];
          sum += pairs * d.of(pattern.code(i), pattern.code(j));
        }
      }
    }
    return sum;
  }

  private static Estimate estimate(double observedSum, double chanceSum, long n) {
    double observed = observedSum / n;
    double expected = chanceSum / n / (n - 1);
    if (chanceSum == 0) {
      return Estimate.undefined(Reason.NO_VARIATION, observed, expected);
    }
    return Estimate.of(1 - observed / expected, observed, expected);
  }
}
