package org.testimony.core.agreement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole counts that each resampling unit contributes to a measure; the corpus is their sum.
 *
 * <p>A unit is a document, or a group of documents that are near duplicates of each other and so
 * are drawn together.
 */
public final class DocumentCounts {

  private final List<String> units;
  private final int columns;
  private final int[][] cells;
  private final long[][] values;

  private DocumentCounts(int columns, Map<String, Map<Integer, Long>> rows) {
    this.columns = columns;
    this.units = List.copyOf(rows.keySet());
    this.cells = new int[units.size()][];
    this.values = new long[units.size()][];
    int unit = 0;
    for (Map<Integer, Long> row : rows.values()) {
      cells[unit] = row.keySet().stream().mapToInt(Integer::intValue).toArray();
      values[unit] = row.values().stream().mapToLong(Long::longValue).toArray();
      unit++;
    }
  }

  /** Counts with so many columns, to which documents are added. */
  public static Builder builder(int columns) {
    return new Builder(columns);
  }

  /** The resampling units that contribute anything, in order. */
  public List<String> units() {
    return units;
  }

  /** The sum over all units. */
  public long[] total() {
    long[] sum = new long[columns];
    for (int unit = 0; unit < units.size(); unit++) {
      addTo(sum, unit, 1);
    }
    return sum;
  }

  /** Adds a unit to a sum, taken {@code weight} times. */
  void addTo(long[] sum, int unit, long weight) {
    int[] where = cells[unit];
    long[] what = values[unit];
    for (int i = 0; i < where.length; i++) {
      sum[where[i]] += weight * what[i];
    }
  }

  /** Collects the counts of documents. */
  public static final class Builder {

    private final int columns;
    private final Map<String, Map<Integer, Long>> rows = new TreeMap<>();

    private Builder(int columns) {
      this.columns = columns;
    }

    /** Adds a count of one unit to a column; zero adds nothing. */
    public Builder add(String unit, int column, long count) {
      if (column < 0 || column >= columns) {
        throw new IllegalArgumentException(
            "column %d of %d columns".formatted(column, columns));
      }
      if (count != 0) {
        rows.computeIfAbsent(unit, u -> new TreeMap<>()).merge(column, count, Math::addExact);
      }
      return this;
    }

    /** The counts of all documents added so far. */
    public DocumentCounts build() {
      return new DocumentCounts(columns, rows);
    }
  }
}
