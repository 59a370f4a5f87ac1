package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fleiss' kappa over the patterns of a {@link PatternTable}, on the items that have m values.
 *
 * <pre>
 * Po = mean over items of Σ n_c (n_c − 1) / (m (m − 1))
 * Pe = Σ (share of c among all values)²
 * kappa = (Po − Pe) / (1 − Pe)
 * </pre>
 *
 * <p>Special cases: items with another number of values do not count (the definition needs the same
 * number on each; for missing labels there is Gwet's form); one label alone is NO_VARIATION. For
 * one label, the others are taken together. Reference: J. L. Fleiss, Psychological Bulletin 76(5),
 * 1971, 378–382.
 */
public final class FleissKappa implements Formula {

  private final Pattern[] patterns;
  private final int values;
  private final int labels;
  private final Optional<PatternTable> allLabels;

  /**
   * Kappa over the patterns of a table as columns.
   *
   * @param values number of values m that an item needs to count, at least 2
   */
  public FleissKappa(PatternTable table, int values) {
    this(table, values, null);
  }

  private FleissKappa(
      PatternTable table, int values, int @org.jspecify.annotations.Nullable [] codeOf) {
    if (values < 2) {
      throw new IllegalArgumentException("kappa needs at least 2 values an item, not " + values);
    }
    this.patterns =
        table.patterns().stream()
            .map(pattern -> codeOf == null ? pattern : pattern.mapped(codeOf))
            .toArray(Pattern[]::new);
    this.values = values;
    this.labels = codeOf == null ? table.labels().size() : 2;
    this.allLabels = codeOf == null ? Optional.of(table) : Optional.empty();
  }

  /** Linearised, conditional on the annotators (Gwet 2014); none for a single label. */
  @Override
  public OptionalDouble standardError(long[] counts) {
    if (allLabels.isEmpty()) {
      return OptionalDouble.empty();
    }
    PatternTable table = allLabels.get();
    Formula gwet = GwetCoefficient.unweighted(GwetCoefficient.Kind.FLEISS, table);
    return new CompleteItems(table, values, gwet).standardError(counts);
  }

  /** Kappa of one label against all others taken together. */
  public static FleissKappa ofLabel(PatternTable table, int values, int label) {
    int[] codeOf = new int[table.labels().size()];
    codeOf[label] = 1;
    return new FleissKappa(table, values, codeOf);
  }

  /**
   * The standard error if there were no agreement beyond chance (Fleiss, Nee & Landis,
   * Psychological Bulletin 86(5), 1979, 974–977); empty where kappa has no value.
   */
  public OptionalDouble standardErrorUnderNull(long[] counts) {
    if (of(counts).value().isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] shares = new double[labels];
    long items = 0;
    for (int p = 0; p < patterns.length; p++) {
      if (patterns[p].total() == values) {
        items += counts[p];
        for (int i = 0; i < patterns[p].size(); i++) {
          shares[patterns[p].code(i)] += (double) counts[p] * patterns[p].count(i);
        }
      }
    }
    double spread = 0;
    double skew = 0;
    for (double sum : shares) {
      double share = sum / items / values;
      spread += share * (1 - share);
      skew += share * (1 - share) * (1 - 2 * share);
    }
    double pairs = (double) items * values * (values - 1);
    return OptionalDouble.of(Math.sqrt(2 / pairs * (spread * spread - skew)) / spread);
  }

  @Override
  public Estimate of(long[] counts) {
    long[] totals = new long[labels];
    long items = 0;
    long differing = 0;
    for (int p = 0; p < patterns.length; p++) {
      if (patterns[p].total() != values) {
        continue;
      }
      items = Math.addExact(items, counts[p]);
      differing += Math.multiplyExact(counts[p], patterns[p].differingPairs());
      for (int i = 0; i < patterns[p].size(); i++) {
        totals[patterns[p].code(i)] += counts[p] * patterns[p].count(i);
      }
    }
    if (items == 0) {
      boolean any = Arrays.stream(counts).anyMatch(count -> count > 0);
      return Estimate.undefined(any ? Reason.NO_PAIRABLE_VALUES : Reason.NO_DATA);
    }
    long n = Math.multiplyExact(items, values);
    long chance = 0;
    for (long total : totals) {
      chance = Math.addExact(chance, Math.multiplyExact(total, n - total));
    }
    double disagreement = (double) differing / Math.multiplyExact(n, values - 1);
    double byChance = (double) chance / n / n;
    return chance == 0
        ? Estimate.undefined(Reason.NO_VARIATION, 1 - disagreement, 1 - byChance)
        : Estimate.of(1 - disagreement / byChance, 1 - disagreement, 1 - byChance);
  }
}
