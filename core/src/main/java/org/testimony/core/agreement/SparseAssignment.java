package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The matching of greatest total gain between two sides of which only few pairs may be matched, and
 * anybody may stay alone.
 *
 * <p>Shortest augmenting paths with prices, by Dijkstra's algorithm over the pairs that there are,
 * O(n e log e), on whole numbers, so that the result is proved best (Jonker & Volgenant 1987). Of
 * several best matchings the same one is always taken.
 */
final class SparseAssignment {

  private static final int ALONE = -1;

  private record Edge(int right, long gain) {}

  private record Reached(long distance, int right) {}

  private final List<List<Edge>> edges = new ArrayList<>();
  private final int[] leftOf;
  private final int[] rightOf;
  private final long[] leftPrice;
  private final long[] rightPrice;

  /** A problem with so many on each side and no pairs yet. */
  SparseAssignment(int left, int right) {
    for (int i = 0; i < left; i++) {
      edges.add(new ArrayList<>());
    }
    this.leftOf = new int[right];
    this.rightOf = new int[left];
    this.leftPrice = new long[left];
    this.rightPrice = new long[right];
    Arrays.fill(leftOf, ALONE);
    Arrays.fill(rightOf, ALONE);
  }

  /** Allows a pair; its gain over both staying alone is above 0. */
  void allow(int left, int right, long gain) {
    edges.get(left).add(new Edge(right, gain));
    leftPrice[left] = Math.min(leftPrice[left], -gain);
  }

  /** For each on the left the partner on the right, or −1. */
  int[] solve() {
    for (int left = 0; left < rightOf.length; left++) {
      augment(left);
    }
    return rightOf.clone();
  }

  /** Follows a shortest path from a free left side to a free right side or to staying alone. */
  private void augment(int root) {
    long[] distance = new long[leftOf.length];
    Arrays.fill(distance, Long.MAX_VALUE);
    int[] before = new int[leftOf.length];
    List<Reached> done = new ArrayList<>();
    PriorityQueue<Reached> open =
        new PriorityQueue<>(
            Comparator.comparingLong(Reached::distance).thenComparingInt(Reached::right));
    long leastAlone = -leftPrice[root];
    int alone = root;
    expand(root, 0, distance, before, open);
    int end = ALONE;
    while (!open.isEmpty() && open.peek().distance() < leastAlone) {
      Reached next = open.poll();
      if (next.distance() > distance[next.right()]) {
        continue;
      }
      if (leftOf[next.right()] == ALONE) {
        end = next.right();
        break;
      }
      done.add(next);
      int left = leftOf[next.right()];
      if (next.distance() - leftPrice[left] < leastAlone) {
        leastAlone = next.distance() - leftPrice[left];
        alone = left;
      }
      expand(left, next.distance(), distance, before, open);
    }
    long length = end == ALONE ? leastAlone : distance[end];
    leftPrice[root] += length;
    for (Reached reached : done) {
      if (reached.distance() < length) {
        leftPrice[leftOf[reached.right()]] += length - reached.distance();
        rightPrice[reached.right()] -= length - reached.distance();
      }
    }
    turn(root, end, alone, before);
  }

  private void expand(
      int left, long reached, long[] distance, int[] before, PriorityQueue<Reached> open) {
    for (Edge edge : edges.get(left)) {
      long far = reached - edge.gain() - leftPrice[left] - rightPrice[edge.right()];
      if (far < distance[edge.right()]) {
        distance[edge.right()] = far;
        before[edge.right()] = left;
        open.add(new Reached(far, edge.right()));
      }
    }
  }

  /** Matches along the path; where it ends with somebody alone, that one gives the partner up. */
  private void turn(int root, int end, int alone, int[] before) {
    int right = end == ALONE ? rightOf[alone] : end;
    if (end == ALONE) {
      rightOf[alone] = ALONE;
      if (alone == root) {
        return;
      }
    }
    while (true) {
      int left = before[right];
      int next = rightOf[left];
      rightOf[left] = right;
      leftOf[right] = left;
      if (left == root) {
        return;
      }
      right = next;
    }
  }
}
