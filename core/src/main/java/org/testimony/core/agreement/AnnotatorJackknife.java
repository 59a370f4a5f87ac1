package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * An interval that takes annotators as a sample of those who might have labelled: each is left out
 * in turn, value ± t · error with n − 1 degrees of freedom.
 *
 * <p>All other intervals are conditional on these annotators; this one asks how far the value rests
 * on one of them. It needs three, and is wide with few. Special cases: fewer than three annotators
 * is NOT_AVAILABLE; no value over all is VALUE_UNDEFINED; no value without one of them is
 * TOO_MANY_UNDEFINED_REPLICATES. Reference: B. Efron & C. Stein, Annals of Statistics 9(3), 1981.
 */
public final class AnnotatorJackknife {

  private static final int FEWEST = 3;

  private AnnotatorJackknife() {}

  /** The interval of a measure of labels. */
  public static Uncertainty of(
      LabelData data, Function<LabelData, Coefficient> measure, double level) {
    return of(data.annotators(), some -> measure.apply(data.only(some)).value(), level);
  }

  /**
   * The interval of any measure.
   *
   * @param annotators everybody who takes part
   * @param value the value for some of them
   */
  public static Uncertainty of(
      List<String> annotators, Function<List<String>, OptionalDouble> value, double level) {
    if (annotators.size() < FEWEST) {
      return Uncertainty.none(CiReason.NOT_AVAILABLE);
    }
    OptionalDouble all = value.apply(annotators);
    if (all.isEmpty()) {
      return Uncertainty.none(CiReason.VALUE_UNDEFINED);
    }
    double[] left = new double[annotators.size()];
    for (int i = 0; i < left.length; i++) {
      String out = annotators.get(i);
      OptionalDouble without =
          value.apply(annotators.stream().filter(name -> !name.equals(out)).toList());
      if (without.isEmpty()) {
        return Uncertainty.none(CiReason.TOO_MANY_UNDEFINED_REPLICATES);
      }
      left[i] = without.getAsDouble();
    }
    long[] once = new long[left.length];
    Arrays.fill(once, 1);
    Interval interval =
        Resampling.jackknife(level).jackknife(all.getAsDouble(), left, once, "annotator");
    return new Uncertainty.Known(interval, List.of());
  }
}
