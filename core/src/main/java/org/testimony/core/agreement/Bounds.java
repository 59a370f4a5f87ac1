package org.testimony.core.agreement;

/**
 * Two numbers between which a value surely lies, where it could not be computed exactly.
 *
 * @param low not above the value
 * @param high not below the value
 */
public record Bounds(double low, double high) {

  /** Refuses limits that are not numbers or out of order. */
  public Bounds {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException("bounds [%s, %s] are none".formatted(low, high));
    }
  }
}
