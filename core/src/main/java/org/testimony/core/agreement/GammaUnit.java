package org.testimony.core.agreement;

import java.util.Comparator;

/**
 * A unit on a continuum; ends are real numbers, since random continua have such.
 *
 * @param begin where it begins
 * @param end where it ends, after the begin
 * @param label its label
 */
record GammaUnit(double begin, double end, String label) {

  static final Comparator<GammaUnit> ORDER =
      Comparator.comparingDouble(GammaUnit::begin)
          .thenComparingDouble(GammaUnit::end)
          .thenComparing(GammaUnit::label);

  /** From begin to end. */
  double length() {
    return end - begin;
  }
}
