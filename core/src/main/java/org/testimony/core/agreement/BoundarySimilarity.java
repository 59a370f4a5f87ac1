package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Boundary similarity B of two annotators' spans: 1 − (full misses + weighted near misses) / (full
 * misses + near misses + matches).
 *
 * <p>The boundaries of a label are the places where its spans begin or end. A near miss is a pair
 * of boundaries less than {@code reach} characters apart and weighs its distance / reach; the rest
 * are full misses. Boundaries are paired so that the penalty is least. Columns: matches, near
 * misses, their distances added, full misses; pairs of annotators and documents are pooled. Special
 * case: no boundary at all is NO_DATA. Reference: C. Fournier, ACL 2013, 1702–1712.
 */
public final class BoundarySimilarity implements Formula {

  static final int COLUMNS = 4;

  private final int reach;

  /**
   * B with a reach.
   *
   * @param reach distance from which a pair of boundaries is no near miss; Fournier's n, 2 by
   *     default
   */
  public BoundarySimilarity(int reach) {
    if (reach < 1) {
      throw new IllegalArgumentException("a reach is at least 1, not " + reach);
    }
    this.reach = reach;
  }

  @Override
  public Estimate of(long[] counts) {
    long all = counts[0] + counts[1] + counts[3];
    if (all == 0) {
      return Estimate.undefined(Reason.NO_DATA);
    }
    double near = (double) counts[2] / reach;
    return Estimate.plain(1 - (counts[3] + near) / all);
  }

  /** The counts of two annotators on one document. */
  long[] counts(SpanDocument document, String left, String right) {
    TreeSet<String> labels = new TreeSet<>();
    document.spans().forEach(span -> labels.add(span.label()));
    long[] sum = new long[COLUMNS];
    for (String label : labels) {
      long[] counts = counts(boundaries(document, left, label), boundaries(document, right, label));
      for (int i = 0; i < COLUMNS; i++) {
        sum[i] += counts[i];
      }
    }
    return sum;
  }

  private static Set<Integer> boundaries(SpanDocument document, String annotator, String label) {
    Set<Integer> places = new TreeSet<>();
    AlphaU.units(document, annotator, label)
        .forEach(
            unit -> {
              places.add(unit.begin());
              places.add(unit.end());
            });
    return places;
  }

  private long[] counts(Set<Integer> left, Set<Integer> right) {
    List<Integer> a = new ArrayList<>(left);
    a.removeAll(right);
    List<Integer> b = new ArrayList<>(right);
    b.removeAll(left);
    long matches = (long) left.size() - a.size();
    long[] near = nearMisses(a, b);
    return new long[] {matches, near[0], near[1], a.size() + b.size() - 2 * near[0]};
  }

  /**
   * Number and added distances of the pairs with the least penalty: as many as possible, then as
   * near as possible. Best pairs never cross, so prefixes suffice.
   */
  private long[] nearMisses(List<Integer> a, List<Integer> b) {
    long[][] pairs = new long[a.size() + 1][b.size() + 1];
    long[][] distances = new long[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        boolean up =
            better(pairs[i - 1][j], distances[i - 1][j], pairs[i][j - 1], distances[i][j - 1]);
        pairs[i][j] = up ? pairs[i - 1][j] : pairs[i][j - 1];
        distances[i][j] = up ? distances[i - 1][j] : distances[i][j - 1];
        long distance = Math.abs(a.get(i - 1) - b.get(j - 1));
        if (distance < reach) {
          long one = pairs[i - 1][j - 1] + 1;
          long sum = distances[i - 1][j - 1] + distance;
          if (better(one, sum, pairs[i][j], distances[i][j])) {
            pairs[i][j] = one;
            distances[i][j] = sum;
          }
        }
      }
    }
    return new long[] {pairs[a.size()][b.size()], distances[a.size()][b.size()]};
  }

  private static boolean better(long pairs, long distance, long otherPairs, long otherDistance) {
    return pairs != otherPairs ? pairs > otherPairs : distance < otherDistance;
  }
}
