package org.testimony.core.agreement;

import java.util.OptionalDouble;

/**
 * A measure as a function of whole counts. The columns are those of the accumulator that the
 * formula belongs to; the counts are sums over documents, each taken as often as its weight says.
 */
@FunctionalInterface
public interface Formula {

  /** The value for summed counts; counts of zero throughout give a reason, never a number. */
  Estimate of(long[] counts);

  /**
   * The standard error of the value if items are independent of each other; empty where the measure
   * has no formula for it or it cannot be computed.
   */
  default OptionalDouble standardError(long[] counts) {
    return OptionalDouble.empty();
  }
}
