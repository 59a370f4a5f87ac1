package org.testimony.core.agreement;

/**
 * How much of what could be measured a joint figure is conditional on.
 *
 * @param covered what was measured
 * @param all what there is
 * @param unit what is counted
 */
public record Coverage(long covered, long all, String unit) {

  /** Refuses more covered than there is. */
  public Coverage {
    if (covered < 0 || covered > all) {
      throw new IllegalArgumentException(
          "%d of %d %s cannot be covered".formatted(covered, all, unit));
    }
  }
}
