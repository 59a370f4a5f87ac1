package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * How far two labels lie apart: the squared difference of Krippendorff's alpha.
 *
 * <p>All are symmetric, zero between equal labels and finite. {@link Ordinal} depends on how often
 * the labels between are used and so changes with the data; the others are fixed.
 */
public sealed interface Distance {

  /** The name in reports, such as {@code nominal}. */
  String id();

  /** The distances once it is known how often each label was used, by code. */
  Between given(long[] labelTotals);

  /** Distance between two label codes. */
  @FunctionalInterface
  interface Between {
    /** The distance, finite and not negative. */
    double of(int a, int b);
  }

  /** 0 for equal labels, 1 for different ones. */
  record Nominal() implements Distance {

    @Override
    public String id() {
      return "nominal";
    }

    @Override
    public Between given(long[] labelTotals) {
      return (a, b) -> a == b ? 0 : 1;
    }
  }

  /**
   * (sum of the totals from a to b − (total of a + total of b) / 2)², in the declared order of the
   * labels (Krippendorff 2011).
   */
  record Ordinal() implements Distance {

    @Override
    public String id() {
      return "ordinal";
    }

    @Override
    public Between given(long[] labelTotals) {
      long[] before = new long[labelTotals.length + 1];
      for (int i = 0; i < labelTotals.length; i++) {
        before[i + 1] = before[i] + labelTotals[i];
      }
      return (a, b) -> {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        long twice = 2 * (before[high + 1] - before[low]) - labelTotals[a] - labelTotals[b];
        return low == high ? 0 : (twice / 2.0) * (twice / 2.0);
      };
    }
  }

  /**
   * (value of a − value of b)².
   *
   * @param values the number that each label stands for, by code
   */
  record IntervalScale(List<Double> values) implements Distance {

    /** Copies the values; refuses what is not finite. */
    public IntervalScale {
      values = finite(values);
    }

    @Override
    public String id() {
      return "interval";
    }

    @Override
    public Between given(long[] labelTotals) {
      double[] of = values.stream().mapToDouble(Double::doubleValue).toArray();
      return (a, b) -> (of[a] - of[b]) * (of[a] - of[b]);
    }
  }

  /**
   * ((value of a − value of b) / (value of a + value of b))²; 0 between two zeros.
   *
   * @param values the number that each label stands for, by code, not negative
   */
  record RatioScale(List<Double> values) implements Distance {

    /** Copies the values; refuses what is negative or not finite. */
    public RatioScale {
      values = finite(values);
      for (double value : values) {
        if (value < 0) {
          throw new IllegalArgumentException("a ratio scale starts at 0, a label has " + value);
        }
      }
    }

    @Override
    public String id() {
      return "ratio";
    }

    @Override
    public Between given(long[] labelTotals) {
      double[] of = values.stream().mapToDouble(Double::doubleValue).toArray();
      return (a, b) -> {
        double sum = of[a] + of[b];
        double share = sum == 0 ? 0 : (of[a] - of[b]) / sum;
        return share * share;
      };
    }
  }

  /**
   * Distances from a table.
   *
   * @param id the name in reports
   * @param rows distance by code of the one label, then of the other
   */
  record Custom(String id, List<List<Double>> rows) implements Distance {

    /**
     * Copies the table; refuses one that is not square, symmetric, zero on the diagonal, finite.
     */
    public Custom {
      rows = rows.stream().map(Distance::finite).toList();
      for (int a = 0; a < rows.size(); a++) {
        if (rows.get(a).size() != rows.size()) {
          throw new IllegalArgumentException(
              "row %d of distance %s has %d numbers for %d labels"
                  .formatted(a, id, rows.get(a).size(), rows.size()));
        }
      }
      for (int a = 0; a < rows.size(); a++) {
        for (int b = 0; b <= a; b++) {
          double there = rows.get(a).get(b);
          if (there < 0 || there != rows.get(b).get(a) || (a == b && there != 0)) {
            throw new IllegalArgumentException(
                "distance %s is %s from label %d to %d and %s back"
                    .formatted(id, there, a, b, rows.get(b).get(a)));
          }
        }
      }
    }

    @Override
    public Between given(long[] labelTotals) {
      double[][] table =
          rows.stream()
              .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
              .toArray(double[][]::new);
      return (a, b) -> table[a][b];
    }
  }

  private static List<Double> finite(List<Double> numbers) {
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a distance needs finite numbers, not " + number);
      }
    }
    return List.copyOf(numbers);
  }

  /** 0 for equal labels, 1 for different ones. */
  static Distance nominal() {
    return new Nominal();
  }

  /** By how many values lie between two labels in declared order. */
  static Distance ordinal() {
    return new Ordinal();
  }

  /** Squared difference of the numbers that the labels stand for, by code. */
  static Distance interval(double... values) {
    return new IntervalScale(Arrays.stream(values).boxed().toList());
  }

  /** Squared relative difference of the numbers that the labels stand for, by code. */
  static Distance ratio(double... values) {
    return new RatioScale(Arrays.stream(values).boxed().toList());
  }
}
