package org.testimony.core.agreement;

import java.util.List;
import java.util.Optional;

/** The intervals of a coefficient, or why there is none. */
public sealed interface Uncertainty {

  /** The interval to show first, where there is one. */
  Optional<Interval> interval();

  /**
   * Known uncertainty.
   *
   * @param first the interval to show
   * @param beside further intervals, such as the jackknife for 10 to 30 documents
   */
  record Known(Interval first, List<Interval> beside) implements Uncertainty {

    /** Copies the further intervals. */
    public Known {
      beside = List.copyOf(beside);
    }

    @Override
    public Optional<Interval> interval() {
      return Optional.of(first);
    }
  }

  /**
   * No interval.
   *
   * @param reason why
   * @param replicates resamples that were tried
   * @param undefinedReplicates how many of them had no value
   */
  record None(CiReason reason, int replicates, int undefinedReplicates) implements Uncertainty {

    @Override
    public Optional<Interval> interval() {
      return Optional.empty();
    }
  }

  /** No interval, and none was tried. */
  static Uncertainty none(CiReason reason) {
    return new None(reason, 0, 0);
  }
}
