package org.testimony.core.agreement;

/**
 * 2 · hits / (size of the one + size of the other), the harmonic mean of precision and recall.
 *
 * <p>Columns: hits, then size of both. Special case: nothing on either side is NO_DATA; something
 * on one side alone is 0.
 */
public final class F1 implements Formula {

  /** Number of columns. */
  public static final int COLUMNS = 2;

  @Override
  public Estimate of(long[] counts) {
    return counts[1] == 0
        ? Estimate.undefined(Reason.NO_DATA)
        : Estimate.plain(2.0 * counts[0] / counts[1]);
  }
}
