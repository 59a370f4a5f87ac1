package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Scott's pi over the contingency table of two annotators: (Po − Pe) / (1 − Pe), with Pe from the
 * use of the labels by both together.
 *
 * <p>Columns are the cells, row by row. Special case: one label alone is NO_VARIATION. Reference:
 * W. A. Scott, Public Opinion Quarterly 19(3), 1955, 321–325.
 */
public final class ScottPi implements Formula {

  private final int labels;

  /** Pi over a table of so many labels. */
  public ScottPi(int labels) {
    this.labels = labels;
  }

  /** Linearised, conditional on the annotators (Gwet 2014): that of Fleiss' kappa for two. */
  @Override
  public OptionalDouble standardError(long[] cells) {
    List<String> names = IntStream.range(0, labels).mapToObj(Integer::toString).toList();
    PatternTable.Builder builder = PatternTable.builder(Labels.of(names));
    for (int i = 0; i < labels; i++) {
      for (int j = 0; j < labels; j++) {
        builder.add(Pattern.of(i, j), cells[i * labels + j]);
      }
    }
    PatternTable table = builder.build();
    return GwetCoefficient.unweighted(GwetCoefficient.Kind.FLEISS, table)
        .standardError(table.counts());
  }

  @Override
  public Estimate of(long[] cells) {
    long[] uses = new long[labels];
    long equal = 0;
    for (int i = 0; i < labels; i++) {
      for (int j = 0; j < labels; j++) {
        uses[i] += cells[i * labels + j];
        uses[j] += cells[i * labels + j];
      }
      equal += cells[i * labels + i];
    }
    long n = Arrays.stream(uses).sum() / 2;
    if (n == 0) {
      return Estimate.undefined(Reason.NO_PAIRABLE_VALUES);
    }
    long chance = 0;
    for (long use : uses) {
      chance = Math.addExact(chance, Math.multiplyExact(use, use));
    }
    return KappaRatio.of(equal, n, chance, Math.multiplyExact(4 * n, n));
  }
}
