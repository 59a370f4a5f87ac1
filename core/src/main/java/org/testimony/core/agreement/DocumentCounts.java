package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole counts that each resampling unit contributes to a measure; the corpus is their sum.
 *
 * <p>A unit is a document, or a group of documents that are near duplicates of each other and so
 * are drawn together. Units without a name are held by what they contribute, with their number.
 */
public final class DocumentCounts {

  private final List<String> units;
  private final int columns;
  private final int[][] cells;
  private final long[][] values;
  private final Map<List<Long>, Long> alike;

  private DocumentCounts(int columns, Map<String, Row> rows, Map<List<Long>, Long> alike) {
    this.columns = columns;
    this.alike = alike;
    this.units = List.copyOf(rows.keySet());
    this.cells = new int[units.size()][];
    this.values = new long[units.size()][];
    int unit = 0;
    for (Row row : rows.values()) {
      row.mergeEqualColumns();
      cells[unit] = Arrays.copyOf(row.columns, row.size);
      values[unit] = Arrays.copyOf(row.counts, row.size);
      unit++;
    }
  }

  /** Counts with so many columns, to which documents are added. */
  public static Builder builder(int columns) {
    return new Builder(columns);
  }

  /** Number of resampling units that contribute anything, with a name or without. */
  public long size() {
    long size = units.size();
    for (long times : alike.values()) {
      size = Math.addExact(size, times);
    }
    return size;
  }

  /** Whether some units have no name and can be drawn only by what they contribute. */
  boolean hasNameless() {
    return !alike.isEmpty();
  }

  /** The resampling units with a name that contribute anything, in order. */
  public List<String> units() {
    return units;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The sum over all units. */
  public long[] total() {
    long[] sum = new long[columns];
    for (int unit = 0; unit < units.size(); unit++) {
      addTo(sum, unit, 1);
    }
    alike.forEach((content, times) -> addTo(sum, content, times));
    return sum;
  }

  /** Adds the counts of a unit to a sum, taken {@code times} times. */
  static void addTo(long[] sum, List<Long> content, long times) {
    for (int i = 0; i < content.size(); i += 2) {
      sum[Math.toIntExact(content.get(i))] += times * content.get(i + 1);
    }
  }

  /** Adds a unit to a sum, taken {@code weight} times. */
  void addTo(long[] sum, int unit, long weight) {
    int[] where = cells[unit];
    long[] what = values[unit];
    for (int i = 0; i < where.length; i++) {
      sum[where[i]] += weight * what[i];
    }
  }

  /**
   * Adds a unit to many sums at once: {@code sums[column][i]} grows by {@code weights[i]} times.
   */
  void addTo(long[][] sums, int unit, byte[] weights, int from) {
    int[] where = cells[unit];
    long[] what = values[unit];
    for (int c = 0; c < where.length; c++) {
      long[] column = sums[where[c]];
      long count = what[c];
      for (int i = 0; i < column.length; i++) {
        column[i] += weights[from + i] * count;
      }
    }
  }

  /** Adds all units to a builder, their columns moved by {@code shift}. */
  void addTo(Builder builder, int shift) {
    for (int unit = 0; unit < units.size(); unit++) {
      for (int i = 0; i < cells[unit].length; i++) {
        builder.add(units.get(unit), cells[unit][i] + shift, values[unit][i]);
      }
    }
    if (hasNameless()) {
      throw new IllegalStateException("units without names cannot be told from others");
    }
  }

  /** How many units have which counts: the counts of one of them, and the number. */
  Map<List<Long>, Long> byContent() {
    Map<List<Long>, Long> contents = new TreeMap<>(DocumentCounts::compare);
    contents.putAll(alike);
    for (int unit = 0; unit < units.size(); unit++) {
      Long[] content = new Long[2 * cells[unit].length];
      for (int i = 0; i < cells[unit].length; i++) {
        content[2 * i] = (long) cells[unit][i];
        content[2 * i + 1] = values[unit][i];
      }
      contents.merge(List.of(content), 1L, Long::sum);
    }
    return contents;
  }

  private static int compare(List<Long> a, List<Long> b) {
    int order = Integer.compare(a.size(), b.size());
    for (int i = 0; order == 0 && i < a.size(); i++) {
      order = a.get(i).compareTo(b.get(i));
    }
    return order;
  }

  /** Columns and counts of one unit while they are collected. */
  private static final class Row {
    private static final int SEARCHED = 16;

    private int[] columns = new int[8];
    private long[] counts = new long[8];
    private int size;

    void add(int column, long count) {
      for (int i = 0; i < Math.min(size, SEARCHED); i++) {
        if (columns[i] == column) {
          counts[i] = Math.addExact(counts[i], count);
          return;
        }
      }
      if (size == columns.length) {
        mergeEqualColumns();
        if (size > columns.length / 2) {
          columns = Arrays.copyOf(columns, 2 * size);
          counts = Arrays.copyOf(counts, 2 * size);
        }
      }
      columns[size] = column;
      counts[size++] = count;
    }

    void mergeEqualColumns() {
      Map<Integer, Long> merged = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        merged.merge(columns[i], counts[i], Math::addExact);
      }
      size = 0;
      for (Map.Entry<Integer, Long> entry : merged.entrySet()) {
        columns[size] = entry.getKey();
        counts[size++] = entry.getValue();
      }
    }
  }

  /** Collects the counts of documents. */
  public static final class Builder {

    private final int columns;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<List<Long>, Long> alike = new HashMap<>();

    private Builder(int columns) {
      this.columns = columns;
    }

    /** Adds a count of one unit to a column; zero adds nothing. */
    public Builder add(String unit, int column, long count) {
      check(column);
      if (count != 0) {
        rows.computeIfAbsent(unit, u -> new Row()).add(column, count);
      }
      return this;
    }

    /** Adds so many units without a name that each count once in each of some columns. */
    Builder alike(long number, int... onceIn) {
      int[] sorted = onceIn.clone();
      Arrays.sort(sorted);
      Long[] content = new Long[2 * sorted.length];
      for (int i = 0; i < sorted.length; i++) {
        check(sorted[i]);
        content[2 * i] = (long) sorted[i];
        content[2 * i + 1] = 1L;
      }
      if (number > 0 && sorted.length > 0) {
        alike.merge(List.of(content), number, Math::addExact);
      }
      return this;
    }

    private void check(int column) {
      if (column < 0 || column >= columns) {
        throw new IllegalArgumentException("column %d of %d columns".formatted(column, columns));
      }
    }

    /** The counts of all documents added so far. */
    public DocumentCounts build() {
      Map<List<Long>, Long> sorted = new TreeMap<>(DocumentCounts::compare);
      sorted.putAll(alike);
      return new DocumentCounts(columns, new TreeMap<>(rows), sorted);
    }
  }
}
