package org.testimony.core.agreement;

/**
 * A confidence interval, conditional on these annotators.
 *
 * @param level share of intervals that would hold the value, such as .95
 * @param low lower limit
 * @param high upper limit
 * @param method how it was made
 * @param unit what was taken as independent: {@code document} or {@code item}
 * @param replicates number of resamples; 0 where the method needs none
 * @param undefinedReplicates how many of them had no value and were left out
 * @param seed seed of the resampling; 0 where the method needs none
 */
public record Interval(
    double level,
    double low,
    double high,
    Method method,
    String unit,
    int replicates,
    int undefinedReplicates,
    long seed) {

  /** How an interval was made. */
  public enum Method {
    /** Percentiles of a Poisson bootstrap over documents. */
    BOOTSTRAP,
    /** Leave one document out, Student's t. */
    JACKKNIFE,
    /** A standard error from a formula that takes items as independent, Student's t. */
    ANALYTIC
  }

  /** Refuses limits that are not numbers or out of order. */
  public Interval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException("interval [%s, %s] is none".formatted(low, high));
    }
  }
}
