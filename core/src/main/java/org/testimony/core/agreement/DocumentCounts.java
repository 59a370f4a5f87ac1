package org.testimony.core.agreement;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The whole counts that each resampling unit contributes to a measure; the corpus is their sum.
 *
 * <p>A unit is a document, or a group of documents that are near duplicates of each other and so
 * are drawn together. Where every item is a document of its own, units have no names: only how many
 * of them have which counts is kept.
 *
 * <p>A commutative monoid: {@link #merge} is associative and commutative, counts without units are
 * neutral, and equal contents give equal bytes.
 */
public final class DocumentCounts {

  private static final String FORMAT = "testimony-documents";
  private static final int VERSION = 1;

  private final List<String> units;
  private final int columns;
  private final int[][] cells;
  private final long[][] values;
  private final long[] times;
  private Optional<ReplicateSums> sums = Optional.empty();

  private DocumentCounts(int columns, Map<String, Row> rows) {
    this.columns = columns;
    this.units = List.copyOf(rows.keySet());
    this.cells = new int[units.size()][];
    this.values = new long[units.size()][];
    this.times = new long[units.size()];
    Arrays.fill(times, 1);
    int unit = 0;
    for (Row row : rows.values()) {
      row.mergeEqualColumns();
      cells[unit] = Arrays.copyOf(row.columns, row.size);
      values[unit] = Arrays.copyOf(row.counts, row.size);
      unit++;
    }
  }

  private DocumentCounts(int columns, List<int[]> cells, long[] times) {
    this.columns = columns;
    this.units = List.of();
    this.times = times;
    this.cells = cells.toArray(int[][]::new);
    this.values = new long[times.length][];
    for (int row = 0; row < times.length; row++) {
      values[row] = new long[this.cells[row].length];
      Arrays.fill(values[row], 1);
    }
  }

  private DocumentCounts(int columns, long[] times) {
    this.columns = columns;
    this.units = List.of();
    int[] present = IntStream.range(0, times.length).filter(p -> times[p] > 0).toArray();
    this.times = Arrays.stream(present).mapToLong(p -> times[p]).toArray();
    this.cells = Arrays.stream(present).mapToObj(p -> new int[] {p}).toArray(int[][]::new);
    this.values = Arrays.stream(present).mapToObj(p -> new long[] {1}).toArray(long[][]::new);
  }

  /** Counts with so many columns, to which documents are added. */
  public static Builder builder(int columns) {
    return new Builder(columns);
  }

  /**
   * Counts in which every item is a document of its own, in the columns of formulas over the table.
   *
   * @param values least number of values of an item that counts
   */
  public static DocumentCounts ofItems(PatternTable table, int values) {
    long[] times = table.counts();
    for (int p = 0; p < times.length; p++) {
      times[p] = table.patterns().get(p).total() >= values ? times[p] : 0;
    }
    return new DocumentCounts(times.length, times);
  }

  /** The resampling units that contribute anything, in order; empty where they have no names. */
  public List<String> units() {
    return units;
  }

  /** Number of resampling units that contribute anything. */
  public long size() {
    long size = 0;
    for (long one : times) {
      size = Math.addExact(size, one);
    }
    return size;
  }

  /** Whether the units have names, so that each is drawn by itself. */
  boolean areNamed() {
    return units.size() == times.length;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The sum over all units. */
  public long[] total() {
    long[] sum = new long[columns];
    for (int row = 0; row < cells.length; row++) {
      addTo(sum, row, times[row]);
    }
    return sum;
  }

  /** Number of different rows: one a named unit, else one for all units with equal counts. */
  int rows() {
    return cells.length;
  }

  /** How many units a row stands for. */
  long times(int row) {
    return times[row];
  }

  /** Adds a row to a sum, taken {@code weight} times. */
  void addTo(long[] sum, int row, long weight) {
    int[] where = cells[row];
    long[] what = values[row];
    for (int i = 0; i < where.length; i++) {
      sum[where[i]] += weight * what[i];
    }
  }

  /**
   * Adds a row to some of many sums: {@code sums[column][i]} grows by {@code weights[i]} times for
   * i from {@code from} to before {@code to}.
   */
  void addTo(long[][] sums, int row, int[] weights, int from, int to) {
    int[] where = cells[row];
    long[] what = values[row];
    for (int c = 0; c < where.length; c++) {
      long[] column = sums[where[c]];
      long count = what[c];
      for (int i = from; i < to; i++) {
        column[i] += weights[i] * count;
      }
    }
  }

  /** The same in half the space, for sums that surely fit. */
  void addTo(int[][] sums, int row, int[] weights, int from, int to) {
    int[] where = cells[row];
    long[] what = values[row];
    for (int c = 0; c < where.length; c++) {
      int[] column = sums[where[c]];
      int count = (int) what[c];
      for (int i = from; i < to; i++) {
        column[i] += weights[i] * count;
      }
    }
  }

  /** The sums of all replicates, made by the first who asks for this seed and number. */
  synchronized ReplicateSums replicates(long seed, int replicates, Function<String, int[]> draws) {
    if (sums.isEmpty() || !sums.get().areOf(seed, replicates)) {
      int[][] weights = units.stream().map(draws).toArray(int[][]::new);
      sums = Optional.of(new ReplicateSums(this, seed, weights, replicates));
    }
    return sums.get();
  }

  /** Whether all sums fit into an int even if each unit is taken as often as a draw can say. */
  boolean fitInts(int greatestWeight) {
    long[] sizes = new long[columns];
    for (int row = 0; row < cells.length; row++) {
      for (int c = 0; c < cells[row].length; c++) {
        sizes[cells[row][c]] += Math.abs(values[row][c]);
      }
    }
    return Arrays.stream(sizes).allMatch(size -> size < Integer.MAX_VALUE / greatestWeight);
  }

  /** Adds all units to a builder, their columns moved by {@code shift}. */
  void addTo(Builder builder, int shift) {
    refuseWithoutNames();
    for (int unit = 0; unit < units.size(); unit++) {
      for (int i = 0; i < cells[unit].length; i++) {
        builder.add(units.get(unit), cells[unit][i] + shift, values[unit][i]);
      }
    }
  }

  private void refuseWithoutNames() {
    if (!areNamed()) {
      throw new IllegalArgumentException(
          "%d items without a document of their own name cannot be told apart".formatted(size()));
    }
  }

  /** How many units have which counts: the counts of one of them, and the number. */
  Map<List<Long>, Long> byContent() {
    Map<List<Long>, Long> contents = new TreeMap<>(DocumentCounts::compare);
    for (int row = 0; row < cells.length; row++) {
      Long[] content = new Long[2 * cells[row].length];
      for (int i = 0; i < cells[row].length; i++) {
        content[2 * i] = (long) cells[row][i];
        content[2 * i + 1] = values[row][i];
      }
      contents.merge(List.of(content), times[row], Long::sum);
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

  /** The units of both; a unit in both has the sum. Refuses other columns and nameless units. */
  public DocumentCounts merge(DocumentCounts other) {
    if (columns != other.columns) {
      throw new IllegalArgumentException(
          "counts with %d and %d columns do not merge".formatted(columns, other.columns));
    }
    Builder both = builder(columns);
    addTo(both, 0);
    other.addTo(both, 0);
    return both.build();
  }

  /** The counts as bytes that {@link #decode} reads; equal counts give equal bytes. */
  public byte[] encode() {
    refuseWithoutNames();
    return Encoding.write(FORMAT, VERSION, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(columns);
    Encoding.strings(out, units);
    for (int unit = 0; unit < cells.length; unit++) {
      Encoding.longs(out, Arrays.stream(cells[unit]).asLongStream().toArray());
      Encoding.longs(out, values[unit]);
    }
  }

  /** Reads what {@link #encode} wrote; refuses other formats and versions. */
  public static DocumentCounts decode(byte[] bytes) {
    return Encoding.read(FORMAT, VERSION, bytes, DocumentCounts::read);
  }

  private static DocumentCounts read(DataInputStream in) throws IOException {
    Builder builder = builder(in.readInt());
    for (String unit : Encoding.strings(in)) {
      long[] where = Encoding.longs(in);
      long[] what = Encoding.longs(in);
      if (where.length != what.length) {
        throw new IllegalArgumentException(
            "%s has %d columns and %d counts of %s"
                .formatted(FORMAT, where.length, what.length, unit));
      }
      for (int i = 0; i < where.length; i++) {
        builder.add(unit, Math.toIntExact(where[i]), what[i]);
      }
    }
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentCounts that
        && columns == that.columns
        && units.equals(that.units)
        && Arrays.equals(times, that.times)
        && Arrays.deepEquals(cells, that.cells)
        && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * units.hashCode() + Arrays.deepHashCode(values);
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

    /** One count a column, in order of columns. */
    void mergeEqualColumns() {
      if (isInOrder()) {
        return;
      }
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

    private boolean isInOrder() {
      for (int i = 1; i < size; i++) {
        if (columns[i - 1] >= columns[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /** Collects the counts of documents. */
  public static final class Builder {

    private final int columns;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<IntKey, long[]> alike = new HashMap<>();
    private String last = "";
    private boolean ascending = true;

    private Builder(int columns) {
      this.columns = columns;
    }

    /** Adds a count of one unit to a column; zero adds nothing. */
    public Builder add(String unit, int column, long count) {
      check(column);
      if (count != 0) {
        rows.computeIfAbsent(unit, this::row).add(column, count);
      }
      return this;
    }

    /** Adds the counts of one unit to all columns in order; zeros add nothing. */
    Builder add(String unit, long[] row) {
      check(row.length - 1);
      if (Arrays.stream(row).allMatch(count -> count == 0)) {
        return this;
      }
      Row sums = rows.computeIfAbsent(unit, this::row);
      for (int column = 0; column < row.length; column++) {
        if (row[column] != 0) {
          sums.add(column, row[column]);
        }
      }
      return this;
    }

    /** Adds so many units without a name that each count once in each of some columns. */
    Builder alike(long number, int... onceIn) {
      int[] sorted = onceIn.clone();
      Arrays.sort(sorted);
      for (int column : sorted) {
        check(column);
      }
      if (number > 0 && sorted.length > 0) {
        long[] times = alike.computeIfAbsent(new IntKey(sorted), cells -> new long[1]);
        times[0] = Math.addExact(times[0], number);
      }
      return this;
    }

    private void check(int column) {
      if (column < 0 || column >= columns) {
        throw new IllegalArgumentException("column %d of %d columns".formatted(column, columns));
      }
    }

    private Row row(String unit) {
      ascending &= last.compareTo(unit) <= 0;
      last = unit;
      return new Row();
    }

    /** The counts of all documents added so far; they have names, or none of them has. */
    public DocumentCounts build() {
      if (!alike.isEmpty()) {
        return nameless();
      }
      return new DocumentCounts(columns, ascending ? rows : new TreeMap<>(rows));
    }

    private DocumentCounts nameless() {
      if (!rows.isEmpty()) {
        throw new IllegalStateException("units with names and units without do not mix");
      }
      List<IntKey> contents =
          alike.keySet().stream()
              .sorted((a, b) -> Arrays.compare(a.numbers(), b.numbers()))
              .toList();
      long[] times =
          contents.stream().mapToLong(key -> alike.getOrDefault(key, new long[1])[0]).toArray();
      return new DocumentCounts(columns, contents.stream().map(IntKey::numbers).toList(), times);
    }
  }
}
