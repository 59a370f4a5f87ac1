package org.testimony.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.testimony.core.text.Span;

/**
 * Pairs the spans of two annotators one to one so that the sum of intersection over union is the
 * greatest possible.
 *
 * <p>Intersection over union (IoU) of two spans is the number of characters that both cover divided
 * by the number that at least one covers. Only pairs with IoU of at least the threshold may be
 * matched. The matching is optimal, not greedy: candidates fall into connected components, and each
 * is solved exactly by the Hungarian method on whole numbers (IoU in units of 2<sup>-36</sup>). Of
 * several optimal matchings that one is taken in which the first span on the left has the first
 * possible partner, then the second, and so on, "unmatched" being last; the lists are to be in text
 * order with ties by id, so the result depends on nothing else.
 *
 * <p>Special cases: an empty side gives no match; identical spans of one annotator are matched to
 * identical spans of the other in order.
 */
public final class OneToOneMatching {

  private static final int WEIGHT_BITS = 36;
  private static final long FORBIDDEN = Long.MAX_VALUE / 4;

  private final List<Span> left;
  private final List<Span> right;
  private final double threshold;
  private final List<Match> edges = new ArrayList<>();
  private final int[] component;

  private OneToOneMatching(List<Span> left, List<Span> right, double threshold) {
    this.left = left;
    this.right = right;
    this.threshold = threshold;
    this.component = new int[left.size() + right.size()];
    Arrays.setAll(component, i -> i);
  }

  /**
   * One matched pair.
   *
   * @param left index on the left
   * @param right index on the right
   * @param shared characters that both cover
   * @param union characters that at least one covers
   */
  public record Match(int left, int right, int shared, int union) {

    /** Intersection over union, above 0 and at most 1. */
    public double iou() {
      return (double) shared / union;
    }

    private long weight() {
      return ((long) shared << WEIGHT_BITS) / union;
    }
  }

  /**
   * The best matching, in order of the left index.
   *
   * @param left spans in text order, ties by id
   * @param right spans in text order, ties by id
   * @param threshold least IoU of a match, above 0
   */
  public static List<Match> of(List<Span> left, List<Span> right, double threshold) {
    OneToOneMatching matching = new OneToOneMatching(left, right, threshold);
    matching.findEdges();
    return matching.solve();
  }

  private void findEdges() {
    Integer[] order = new Integer[right.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> right.get(i).begin()));
    int[] reach = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      reach[i] = Math.max(i == 0 ? 0 : reach[i - 1], right.get(order[i]).end());
    }
    for (int l = 0; l < left.size(); l++) {
      Span span = left.get(l);
      int from = Arrays.binarySearch(reach, span.begin() + 1);
      from = from < 0 ? -from - 1 : first(reach, from);
      for (int i = from; i < order.length && right.get(order[i]).begin() < span.end(); i++) {
        addEdge(l, order[i]);
      }
    }
  }

  private static int first(int[] sorted, int index) {
    int i = index;
    while (i > 0 && sorted[i - 1] == sorted[index]) {
      i--;
    }
    return i;
  }

  private void addEdge(int l, int r) {
    int shared = left.get(l).overlap(right.get(r));
    if (shared == 0) {
      return;
    }
    Match edge = new Match(l, r, shared, left.get(l).length() + right.get(r).length() - shared);
    if (edge.iou() >= threshold) {
      edges.add(edge);
      component[root(l)] = root(left.size() + r);
    }
  }

  private int root(int node) {
    int at = node;
    while (component[at] != at) {
      component[at] = component[component[at]];
      at = component[at];
    }
    return at;
  }

  private List<Match> solve() {
    edges.sort(
        Comparator.comparingInt((Match edge) -> root(edge.left()))
            .thenComparingInt(Match::left)
            .thenComparingInt(Match::right));
    List<Match> chosen = new ArrayList<>();
    int from = 0;
    while (from < edges.size()) {
      int to = from + 1;
      while (to < edges.size() && root(edges.get(to).left()) == root(edges.get(from).left())) {
        to++;
      }
      chosen.addAll(to - from == 1 ? edges.subList(from, to) : best(edges.subList(from, to)));
      from = to;
    }
    chosen.sort(Comparator.comparingInt(Match::left));
    return List.copyOf(chosen);
  }

  /** The best matching inside one connected component. */
  private static List<Match> best(List<Match> edges) {
    int[] rows = edges.stream().mapToInt(Match::left).distinct().sorted().toArray();
    int[] columns = edges.stream().mapToInt(Match::right).distinct().sorted().toArray();
    long[][] cost = new long[rows.length][columns.length + rows.length];
    for (int i = 0; i < rows.length; i++) {
      Arrays.fill(cost[i], FORBIDDEN);
      cost[i][columns.length + i] = 0;
    }
    for (Match edge : edges) {
      int row = Arrays.binarySearch(rows, edge.left());
      cost[row][Arrays.binarySearch(columns, edge.right())] = -edge.weight();
    }
    Assignment assigned = firstOptimum(cost);
    List<Match> chosen = new ArrayList<>();
    for (Match edge : edges) {
      int row = Arrays.binarySearch(rows, edge.left());
      if (assigned.column(row) == Arrays.binarySearch(columns, edge.right())) {
        chosen.add(edge);
      }
    }
    return chosen;
  }

  /** Of all optimal assignments the one that is first in lexicographic order. */
  private static Assignment firstOptimum(long[][] cost) {
    Assignment best = Assignment.of(cost);
    for (int row = 0; row < cost.length; row++) {
      for (int column = 0; column < best.column(row); column++) {
        if (!best.isTight(cost, row, column)) {
          continue;
        }
        Assignment forced = Assignment.of(forced(cost, row, column));
        if (forced.total() == best.total()) {
          best = forced;
          break;
        }
      }
      force(cost, row, best.column(row));
    }
    return best;
  }

  private static long[][] forced(long[][] cost, int row, int column) {
    long[][] copy = new long[cost.length][];
    Arrays.setAll(copy, i -> cost[i].clone());
    force(copy, row, column);
    return copy;
  }

  private static void force(long[][] cost, int row, int column) {
    for (int other = 0; other < cost[row].length; other++) {
      if (other != column) {
        cost[row][other] = FORBIDDEN;
      }
    }
  }
}
