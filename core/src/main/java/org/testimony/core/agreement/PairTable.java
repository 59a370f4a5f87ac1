package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How often each pair of annotators gave each pair of labels to one item, and how often each
 * annotator gave each label: all that the measures with individual annotators need.
 *
 * <p>A commutative monoid: {@link #merge} is associative and commutative, the table without items
 * is neutral, and equal contents give equal bytes. All numbers are whole.
 */
public final class PairTable {

  private static final String FORMAT = "testimony-pairs";
  private static final int VERSION = 1;

  private final Labels labels;
  private final List<String> annotators;
  private final long[][] cells;
  private final long[][] uses;

  private PairTable(Labels labels, List<String> annotators, long[][] cells, long[][] uses) {
    this.labels = labels;
    this.annotators = annotators;
    this.cells = cells;
    this.uses = uses;
  }

  /** A table to which items are added one by one. */
  public static Builder builder(Labels labels, List<String> annotators) {
    return new Builder(labels, annotators);
  }

  /** The labels. */
  public Labels labels() {
    return labels;
  }

  /** The annotators, in order of name. */
  public List<String> annotators() {
    return annotators;
  }

  /** The contingency table of two annotators, row by row; the first gives the rows. */
  public long[] table(String rows, String columns) {
    int a = position(rows);
    int b = position(columns);
    if (a < b) {
      return cells[index(a, b)].clone();
    }
    if (a == b) {
      throw new IllegalArgumentException("a pair needs two annotators, not twice " + rows);
    }
    long[] there = cells[index(b, a)];
    int k = labels.size();
    long[] turned = new long[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        turned[i * k + j] = there[j * k + i];
      }
    }
    return turned;
  }

  /** How often an annotator gave each label, by code, on all items. */
  public long[] uses(String annotator) {
    return uses[position(annotator)].clone();
  }

  /** The tables of all pairs added up, both ways round: who gave which does not matter. */
  public long[] confusion() {
    int k = labels.size();
    long[] sum = new long[k * k];
    for (long[] table : cells) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          sum[i * k + j] += table[i * k + j] + table[j * k + i];
        }
      }
    }
    return sum;
  }

  private int position(String annotator) {
    int index = Collections.binarySearch(annotators, annotator);
    if (index < 0) {
      throw new IllegalArgumentException(
          "%s is not among the annotators %s".formatted(annotator, annotators));
    }
    return index;
  }

  private static int index(int a, int b) {
    return b * (b - 1) / 2 + a;
  }

  /** The items of both tables; refuses tables over other labels or annotators. */
  public PairTable merge(PairTable other) {
    if (!labels.equals(other.labels) || !annotators.equals(other.annotators)) {
      throw new IllegalArgumentException(
          "tables over %s, %s and %s, %s do not merge"
              .formatted(labels, annotators, other.labels, other.annotators));
    }
    return new PairTable(labels, annotators, sum(cells, other.cells), sum(uses, other.uses));
  }

  private static long[][] sum(long[][] a, long[][] b) {
    long[][] sum = new long[a.length][];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i].clone();
      for (int j = 0; j < sum[i].length; j++) {
        sum[i][j] = Math.addExact(sum[i][j], b[i][j]);
      }
    }
    return sum;
  }

  /** The table as bytes that {@link #decode} reads; equal tables give equal bytes. */
  public byte[] encode() {
    return Encoding.write(
        FORMAT,
        VERSION,
        out -> {
          Encoding.strings(out, labels.names());
          Encoding.strings(out, annotators);
          for (long[] table : cells) {
            Encoding.longs(out, table);
          }
          for (long[] use : uses) {
            Encoding.longs(out, use);
          }
        });
  }

  /** Reads what {@link #encode} wrote; refuses other formats and versions. */
  public static PairTable decode(byte[] bytes) {
    return Encoding.read(
        FORMAT,
        VERSION,
        bytes,
        in -> {
          Labels labels = Labels.of(Encoding.strings(in));
          List<String> annotators = Encoding.strings(in);
          PairTable table = builder(labels, annotators).build();
          for (int i = 0; i < table.cells.length; i++) {
            table.cells[i] = Encoding.longs(in);
          }
          for (int i = 0; i < table.uses.length; i++) {
            table.uses[i] = Encoding.longs(in);
          }
          return table;
        });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairTable that
        && labels.equals(that.labels)
        && annotators.equals(that.annotators)
        && Arrays.deepEquals(cells, that.cells)
        && Arrays.deepEquals(uses, that.uses);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(cells) + Arrays.deepHashCode(uses);
  }

  /** Collects items. */
  public static final class Builder {

    private final Labels labels;
    private final List<String> annotators;
    private final long[][] cells;
    private final long[][] uses;

    private Builder(Labels labels, List<String> annotators) {
      this.labels = labels;
      this.annotators = annotators.stream().sorted().toList();
      int size = annotators.size();
      this.cells = new long[size * (size - 1) / 2][labels.size() * labels.size()];
      this.uses = new long[size][labels.size()];
    }

    /** Adds an item: a label code for each annotator in order, negative for a missing label. */
    public Builder item(int... codes) {
      return items(1, codes);
    }

    /** Adds so many items with these codes. */
    Builder items(long number, int... codes) {
      if (codes.length != annotators.size()) {
        throw new IllegalArgumentException(
            "an item has %d places for %d annotators".formatted(codes.length, annotators.size()));
      }
      for (int b = 0; b < codes.length; b++) {
        if (codes[b] < 0) {
          continue;
        }
        uses[b][codes[b]] += number;
        for (int a = 0; a < b; a++) {
          if (codes[a] >= 0) {
            cells[index(a, b)][codes[a] * labels.size() + codes[b]] += number;
          }
        }
      }
      return this;
    }

    /** The table of all items added so far. */
    public PairTable build() {
      return new PairTable(labels, annotators, copy(cells), copy(uses));
    }
  }

  private static long[][] copy(long[][] rows) {
    return Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new);
  }
}
