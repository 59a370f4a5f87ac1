package org.testimony.core.agreement;

import java.util.OptionalDouble;

/**
 * A formula over the items alone that have a given number of labels.
 *
 * <p>Columns are the patterns of a table; items with another number of labels count as none.
 */
final class CompleteItems implements Formula {

  private final boolean[] complete;
  private final Formula formula;

  /** The formula over the items with so many labels. */
  CompleteItems(PatternTable table, int labels, Formula formula) {
    this.complete = new boolean[table.patterns().size()];
    this.formula = formula;
    for (int p = 0; p < complete.length; p++) {
      complete[p] = table.patterns().get(p).total() == labels;
    }
  }

  private long[] only(long[] counts) {
    long[] kept = new long[counts.length];
    for (int p = 0; p < kept.length; p++) {
      kept[p] = complete[p] ? counts[p] : 0;
    }
    return kept;
  }

  @Override
  public Estimate of(long[] counts) {
    return formula.of(only(counts));
  }

  @Override
  public OptionalDouble standardError(long[] counts) {
    return formula.standardError(only(counts));
  }
}
