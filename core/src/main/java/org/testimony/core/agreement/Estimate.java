package org.testimony.core.agreement;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a formula makes of counts: a value with its parts, or the reason why there is none.
 *
 * @param value the value, finite; absent where undefined
 * @param undefined the reason; present exactly where the value is absent
 * @param observed observed agreement or disagreement, where anything could be compared
 * @param expected what chance would give, where the measure has it
 */
public record Estimate(
    OptionalDouble value,
    Optional<Reason> undefined,
    OptionalDouble observed,
    OptionalDouble expected) {

  /** Refuses a value that is no number, and a value together with a reason. */
  public Estimate {
    if (value.isPresent() == undefined.isPresent()) {
      throw new IllegalArgumentException("an estimate has either a value or a reason");
    }
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException("estimate is no number: " + value.getAsDouble());
    }
  }

  /** A value with what it is made of. */
  static Estimate of(double value, double observed, double expected) {
    return new Estimate(
        OptionalDouble.of(value),
        Optional.empty(),
        OptionalDouble.of(observed),
        OptionalDouble.of(expected));
  }

  /** A value without correction for chance: it is what was observed. */
  static Estimate plain(double value) {
    return new Estimate(
        OptionalDouble.of(value),
        Optional.empty(),
        OptionalDouble.of(value),
        OptionalDouble.empty());
  }

  /** No value, nothing observed. */
  static Estimate undefined(Reason reason) {
    return new Estimate(
        OptionalDouble.empty(),
        Optional.of(reason),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** No value, although something was observed. */
  static Estimate undefined(Reason reason, double observed, double expected) {
    return new Estimate(
        OptionalDouble.empty(),
        Optional.of(reason),
        OptionalDouble.of(observed),
        OptionalDouble.of(expected));
  }
}
