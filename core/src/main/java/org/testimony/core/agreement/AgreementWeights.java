package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far two labels count as agreeing, from 0 to 1, over the declared order of the labels (K. L.
 * Gwet, Handbook of Inter-Rater Reliability, 2014).
 *
 * <p>{@code ordinal} is Gwet's definition and gives other values than the ordinal distance of
 * Krippendorff's alpha.
 */
public final class AgreementWeights {

  private final String id;
  private final double[][] table;

  private AgreementWeights(String id, double[][] table) {
    this.id = id;
    this.table = table;
  }

  /** A weight from how many steps two labels lie apart. */
  private interface Steps {
    double weight(int steps);
  }

  private static AgreementWeights of(String id, int labels, Steps steps) {
    double[][] table = new double[labels][labels];
    for (int a = 0; a < labels; a++) {
      for (int b = 0; b < labels; b++) {
        table[a][b] = a == b ? 1 : steps.weight(Math.abs(a - b));
      }
    }
    return new AgreementWeights(id, table);
  }

  /** 1 for equal labels, 0 otherwise. */
  public static AgreementWeights unweighted(int labels) {
    return of("unweighted", labels, steps -> 0);
  }

  /** 1 − steps / (labels − 1). */
  public static AgreementWeights linear(int labels) {
    return of("linear", labels, steps -> 1 - (double) steps / (labels - 1));
  }

  /** 1 − (steps / (labels − 1))². */
  public static AgreementWeights quadratic(int labels) {
    return of(
        "quadratic",
        labels,
        steps -> 1 - (double) steps * steps / ((double) (labels - 1) * (labels - 1)));
  }

  /** 1 − C(steps + 1, 2) / C(labels, 2). */
  public static AgreementWeights ordinal(int labels) {
    return of(
        "ordinal",
        labels,
        steps -> 1 - (double) (steps + 1) * steps / ((double) labels * (labels - 1)));
  }

  /** 1 − distance / greatest distance. */
  public static AgreementWeights of(Distance.Custom distance) {
    int labels = distance.rows().size();
    double most = 0;
    for (int a = 0; a < labels; a++) {
      for (int b = 0; b < labels; b++) {
        most = Math.max(most, distance.rows().get(a).get(b));
      }
    }
    double[][] table = new double[labels][labels];
    for (int a = 0; a < labels; a++) {
      for (int b = 0; b < labels; b++) {
        table[a][b] = most == 0 ? 1 : 1 - distance.rows().get(a).get(b) / most;
      }
    }
    return new AgreementWeights(distance.id(), table);
  }

  /** 1 − distance / greatest distance; nothing for a distance that moves with the counts. */
  static Optional<AgreementWeights> of(Distance distance, int labels) {
    if (distance instanceof Distance.Ordinal) {
      return Optional.empty();
    }
    Distance.Between between = distance.given(new long[labels]);
    List<List<Double>> rows = new ArrayList<>();
    for (int a = 0; a < labels; a++) {
      List<Double> row = new ArrayList<>();
      for (int b = 0; b < labels; b++) {
        row.add(between.of(a, b));
      }
      rows.add(row);
    }
    return Optional.of(of(new Distance.Custom(distance.id(), rows)));
  }

  /** The name in reports, such as {@code linear}. */
  public String id() {
    return id;
  }

  /** Number of labels. */
  public int labels() {
    return table.length;
  }

  /** Whether only equal labels agree. */
  public boolean isUnweighted() {
    for (int a = 0; a < table.length; a++) {
      for (int b = 0; b < table.length; b++) {
        if (a != b && table[a][b] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The weight of two label codes. */
  public double of(int a, int b) {
    return table[a][b];
  }

  /** The sum of all weights. */
  double sum() {
    return Arrays.stream(table).flatMapToDouble(Arrays::stream).sum();
  }
}
