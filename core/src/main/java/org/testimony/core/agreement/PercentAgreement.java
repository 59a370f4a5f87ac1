package org.testimony.core.agreement;

import java.util.OptionalDouble;

/**
 * Percent agreement over the patterns of a {@link PatternTable}: the mean over items of the share
 * of pairs of values that are equal.
 *
 * <p>Special cases: items with fewer than two values do not count; without any, NO_PAIRABLE_VALUES.
 * With missing labels this differs from agreement over pairable values ({@link PairableAgreement}),
 * which weighs items by their number of values.
 */
public final class PercentAgreement implements Formula {

  private final Pattern[] patterns;
  private final int mostValues;
  private final PatternTable table;

  /** Percent agreement over the patterns of a table as columns. */
  public PercentAgreement(PatternTable table) {
    this.patterns = table.patterns().toArray(Pattern[]::new);
    this.mostValues = table.patterns().stream().mapToInt(Pattern::total).max().orElse(0);
    this.table = table;
  }

  /** The standard deviation of the agreement of items, by the root of their number (Gwet 2014). */
  @Override
  public OptionalDouble standardError(long[] counts) {
    return GwetCoefficient.unweighted(GwetCoefficient.Kind.PERCENT, table).standardError(counts);
  }

  @Override
  public Estimate of(long[] counts) {
    long[] differing = new long[mostValues + 1];
    long items = 0;
    boolean any = false;
    for (int p = 0; p < patterns.length; p++) {
      int m = patterns[p].total();
      any |= counts[p] > 0 && m > 0;
      if (m >= 2) {
        items += counts[p];
        differing[m] += counts[p] * patterns[p].differingPairs();
      }
    }
    if (items == 0) {
      return Estimate.undefined(any ? Reason.NO_PAIRABLE_VALUES : Reason.NO_DATA);
    }
    double disagreeing = 0;
    for (int m = 2; m <= mostValues; m++) {
      disagreeing += (double) differing[m] / ((long) m * (m - 1));
    }
    return Estimate.plain((items - disagreeing) / items);
  }
}
