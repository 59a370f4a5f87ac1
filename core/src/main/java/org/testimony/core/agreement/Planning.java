package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How wide an interval to expect from so many documents and annotators, judged by a pilot.
 *
 * <p>Documents of the pilot are drawn with replacement, annotators without; the width is that of
 * the central part of the values. It tells how far chance moves a value on documents like those of
 * the pilot, no more.
 */
public final class Planning {

  private Planning() {}

  /**
   * One plan.
   *
   * @param documents number of documents
   * @param annotators number of annotators
   * @param width expected width of the interval; absent where more than one draw in twenty has no
   *     value
   */
  public record Width(int documents, int annotators, OptionalDouble width) {}

  /**
   * The width of each plan, in order of annotators, then documents.
   *
   * @param pilot labels of the pilot
   * @param documents numbers of documents
   * @param annotators numbers of annotators, each from 2 to those of the pilot
   * @param draws number of draws behind a width
   */
  public static List<Width> widths(
      LabelData pilot,
      Distance distance,
      List<Integer> documents,
      List<Integer> annotators,
      int draws,
      double level,
      long seed) {
    List<Width> widths = new ArrayList<>();
    for (int size : annotators) {
      if (size < 2 || size > pilot.annotators().size()) {
        throw new IllegalArgumentException(
            "a pilot of %d annotators plans for 2 to %d, not for %d"
                .formatted(pilot.annotators().size(), pilot.annotators().size(), size));
      }
      for (int number : documents) {
        SplitMix random = new SplitMix(SplitMix.mix(seed + size) ^ number);
        widths.add(
            new Width(number, size, width(pilot, distance, number, size, draws, level, random)));
      }
    }
    return widths;
  }

  private static OptionalDouble width(
      LabelData pilot,
      Distance distance,
      int documents,
      int annotators,
      int draws,
      double level,
      SplitMix random) {
    double[] values = new double[draws];
    int defined = 0;
    for (int draw = 0; draw < draws; draw++) {
      LabelData data = pilot.only(some(pilot.annotators(), annotators, random));
      PatternTable table = data.patterns();
      DocumentCounts counts = data.patternsByDocument(table);
      long[] sum = new long[counts.columns()];
      for (int d = 0; d < documents && !counts.units().isEmpty(); d++) {
        counts.addTo(sum, random.below(counts.units().size()), 1);
      }
      OptionalDouble value = new KrippendorffAlpha(table, distance).of(sum).value();
      if (value.isPresent()) {
        values[defined++] = value.getAsDouble();
      }
    }
    if (20L * (draws - defined) > draws || defined == 0) {
      return OptionalDouble.empty();
    }
    double[] sorted = Arrays.copyOf(values, defined);
    Arrays.sort(sorted);
    return OptionalDouble.of(
        Resampling.quantile(sorted, (1 + level) / 2)
            - Resampling.quantile(sorted, (1 - level) / 2));
  }

  private static List<String> some(List<String> names, int size, SplitMix random) {
    List<String> pool = new ArrayList<>(names);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      chosen.add(pool.remove(random.below(pool.size())));
    }
    return chosen;
  }
}
