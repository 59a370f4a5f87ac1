package org.testimony.core.agreement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/** A measured agreement with everything needed to check it, or the reason why there is none. */
public sealed interface Coefficient {

  /** What was measured and on what. */
  Basis basis();

  /** The interval, or why there is none. */
  Uncertainty uncertainty();

  /** The value, where there is one. */
  OptionalDouble value();

  /** Between which numbers the value lies, where it is not known but bounded. */
  default Optional<Bounds> bounds() {
    return Optional.empty();
  }

  /**
   * What was measured and on what.
   *
   * @param measure the measure, with its definition
   * @param scale the distance or weights, such as {@code nominal}
   * @param unit what is counted, such as {@code item}, {@code character} or {@code matched pair}
   * @param observed observed agreement or disagreement, as {@link Measure#observedKind()} says;
   *     absent where nothing could be compared
   * @param expected what chance would give; absent for measures without chance correction
   * @param n how much it rests on
   * @param excluded what was left out
   */
  record Basis(
      Measure measure,
      String scale,
      String unit,
      OptionalDouble observed,
      OptionalDouble expected,
      SampleSize n,
      List<Exclusion> excluded) {

    /** Copies the exclusions; refuses NaN. */
    public Basis {
      excluded = List.copyOf(excluded);
      refuseNotFinite(measure, observed);
      refuseNotFinite(measure, expected);
    }

    private static void refuseNotFinite(Measure measure, OptionalDouble number) {
      if (number.isPresent() && !Double.isFinite(number.getAsDouble())) {
        throw new IllegalArgumentException(
            "%s has a part that is no number: %s".formatted(measure.id(), number));
      }
    }
  }

  /**
   * A coefficient with a value.
   *
   * @param basis what was measured
   * @param number the value, finite
   * @param standardError its standard error, where one was computed
   * @param uncertainty its interval or why there is none
   */
  record Defined(Basis basis, double number, OptionalDouble standardError, Uncertainty uncertainty)
      implements Coefficient {

    /** Refuses NaN and infinity. */
    public Defined {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException(
            "%s is no number: %s".formatted(basis.measure().id(), number));
      }
    }

    @Override
    public OptionalDouble value() {
      return OptionalDouble.of(number);
    }

    /**
     * The same value with an interval from its standard error, which takes items as independent:
     * value ± t · error with n − 1 degrees of freedom, not above 1.
     */
    public Defined withAnalyticInterval(double level) {
      long freedom = basis.n().items() - 1;
      if (standardError.isEmpty() || freedom < 1) {
        return new Defined(basis, number, standardError, Uncertainty.none(CiReason.NOT_AVAILABLE));
      }
      double reach =
          TDistribution.of((double) freedom).inverseCumulativeProbability((1 + level) / 2)
              * standardError.getAsDouble();
      Interval interval =
          new Interval(
              level,
              number - reach,
              Math.max(number, Math.min(1, number + reach)),
              Interval.Method.ANALYTIC,
              "item",
              0,
              0,
              0);
      return new Defined(basis, number, standardError, new Uncertainty.Known(interval, List.of()));
    }
  }

  /**
   * A coefficient without a value.
   *
   * @param basis what was measured; the observed part is there where anything could be compared
   * @param reason why there is no value
   * @param bounds between which numbers it lies, where a search for it hit its limit
   */
  record Undefined(Basis basis, Reason reason, Optional<Bounds> bounds) implements Coefficient {

    /** A coefficient without a value and without bounds. */
    public Undefined(Basis basis, Reason reason) {
      this(basis, reason, Optional.empty());
    }

    @Override
    public OptionalDouble value() {
      return OptionalDouble.empty();
    }

    @Override
    public Uncertainty uncertainty() {
      return Uncertainty.none(CiReason.VALUE_UNDEFINED);
    }
  }
}
