package org.testimony.core.compare;

import java.util.Arrays;

/**
 * A cheapest assignment of every row to a column of its own, with the dual prices that prove it
 * cheapest.
 *
 * <p>Hungarian method with shortest augmenting paths, O(rows² · columns), on whole numbers (Kuhn
 * 1955; Jonker & Volgenant 1987).
 */
final class Assignment {

  private final int[] column;
  private final long[] rowPrice;
  private final long[] columnPrice;
  private final long total;

  private Assignment(int[] column, long[] rowPrice, long[] columnPrice, long total) {
    this.column = column;
    this.rowPrice = rowPrice;
    this.columnPrice = columnPrice;
    this.total = total;
  }

  /** Solves the problem; there must be at least as many columns as rows. */
  static Assignment of(long[][] cost) {
    int rows = cost.length;
    int columns = cost[0].length;
    long[] u = new long[rows + 1];
    long[] v = new long[columns + 1];
    int[] rowOf = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      augment(cost, row, u, v, rowOf);
    }
    int[] column = new int[rows];
    long total = 0;
    for (int j = 1; j <= columns; j++) {
      if (rowOf[j] > 0) {
        column[rowOf[j] - 1] = j - 1;
        total += cost[rowOf[j] - 1][j - 1];
      }
    }
    return new Assignment(
        column, Arrays.copyOfRange(u, 1, rows + 1), Arrays.copyOfRange(v, 1, columns + 1), total);
  }

  /** Finds a shortest augmenting path from the row to a free column and follows it. */
  private static void augment(long[][] cost, int row, long[] u, long[] v, int[] rowOf) {
    int columns = v.length - 1;
    long[] least = new long[columns + 1];
    Arrays.fill(least, Long.MAX_VALUE);
    int[] before = new int[columns + 1];
    boolean[] done = new boolean[columns + 1];
    rowOf[0] = row;
    int at = 0;
    do {
      done[at] = true;
      long delta = Long.MAX_VALUE;
      int next = 0;
      for (int j = 1; j <= columns; j++) {
        if (done[j]) {
          continue;
        }
        long reduced = cost[rowOf[at] - 1][j - 1] - u[rowOf[at]] - v[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          before[j] = at;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (int j = 0; j <= columns; j++) {
        if (done[j]) {
          u[rowOf[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      at = next;
    } while (rowOf[at] != 0);
    while (at != 0) {
      rowOf[at] = rowOf[before[at]];
      at = before[at];
    }
  }

  /** Whether an optimal assignment may use the cell. */
  boolean isTight(long[][] cost, int row, int column) {
    return cost[row][column] - rowPrice[row] - columnPrice[column] == 0;
  }

  /** The column of a row. */
  int column(int row) {
    return column[row];
  }

  /** The sum of the chosen costs. */
  long total() {
    return total;
  }
}
