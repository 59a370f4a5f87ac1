package org.testimony.core.agreement;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many items have which pattern of label counts: all that the measures for exchangeable
 * annotators need, however many items there are.
 *
 * <p>A commutative monoid: {@link #merge} is associative and commutative, the table without items
 * is neutral, and equal contents give equal bytes. All numbers are whole.
 */
public final class PatternTable {

  private static final String FORMAT = "testimony-patterns";
  private static final int VERSION = 1;

  private final Labels labels;
  private final List<Pattern> patterns;
  private final long[] items;

  private PatternTable(Labels labels, Map<Pattern, Long> sorted) {
    this.labels = labels;
    this.patterns = List.copyOf(sorted.keySet());
    this.items = sorted.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** The table of no items. */
  public static PatternTable empty(Labels labels) {
    return new PatternTable(labels, new TreeMap<>());
  }

  /** A table to which items are added one by one. */
  public static Builder builder(Labels labels) {
    return new Builder(labels);
  }

  /**
   * The table of items whose labels stand in columns, the fastest way in: one step a label where
   * few combinations of labels are possible.
   *
   * @param codes annotator to item to label code, −1 for a missing label; all as long as each other
   */
  public static PatternTable ofColumns(Labels labels, byte[][] codes) {
    return new LabelColumns(labels, codes).table();
  }

  /** The labels whose codes the patterns use. */
  public Labels labels() {
    return labels;
  }

  /** Number of items, those with fewer than two values included. */
  public long items() {
    long sum = 0;
    for (long count : items) {
      sum = Math.addExact(sum, count);
    }
    return sum;
  }

  /** Number of items that have at least so many values. */
  public long itemsWithAtLeast(int values) {
    long sum = 0;
    for (int i = 0; i < items.length; i++) {
      sum += patterns.get(i).total() >= values ? items[i] : 0;
    }
    return sum;
  }

  /** Number of values on items with at least two values. */
  public long pairableValues() {
    long sum = 0;
    for (int i = 0; i < items.length; i++) {
      sum += patterns.get(i).total() >= 2 ? items[i] * patterns.get(i).total() : 0;
    }
    return sum;
  }

  /** The most values that one item has; 0 without items. */
  public int mostValues() {
    int most = 0;
    for (int i = 0; i < items.length; i++) {
      most = items[i] > 0 ? Math.max(most, patterns.get(i).total()) : most;
    }
    return most;
  }

  /** How often each label was given, by code. */
  public long[] labelTotals() {
    long[] totals = new long[labels.size()];
    for (int i = 0; i < items.length; i++) {
      Pattern pattern = patterns.get(i);
      for (int j = 0; j < pattern.size(); j++) {
        totals[pattern.code(j)] += items[i] * pattern.count(j);
      }
    }
    return totals;
  }

  /** The patterns in order: the columns of formulas over this table. */
  List<Pattern> patterns() {
    return patterns;
  }

  /** The number of items of each pattern, in order of {@link #patterns()}. */
  public long[] counts() {
    return items.clone();
  }

  /** Index of a pattern among the columns. */
  int column(Pattern pattern) {
    int index = java.util.Collections.binarySearch(patterns, pattern);
    if (index < 0) {
      throw new IllegalArgumentException("the table has no pattern " + pattern);
    }
    return index;
  }

  /** The items of both tables; refuses tables over different labels. */
  public PatternTable merge(PatternTable other) {
    if (!labels.equals(other.labels)) {
      throw new IllegalArgumentException(
          "tables over %s and %s do not merge".formatted(labels, other.labels));
    }
    return builder(labels).addAll(this).addAll(other).build();
  }

  /** The table as bytes that {@link #decode} reads; equal tables give equal bytes. */
  public byte[] encode() {
    return Encoding.write(
        FORMAT,
        VERSION,
        out -> {
          Encoding.strings(out, labels.names());
          out.writeInt(patterns.size());
          for (int i = 0; i < items.length; i++) {
            encode(out, patterns.get(i), items[i]);
          }
        });
  }

  private static void encode(DataOutputStream out, Pattern pattern, long count) throws IOException {
    out.writeInt(pattern.size());
    for (int j = 0; j < pattern.size(); j++) {
      out.writeInt(pattern.code(j));
      out.writeInt(pattern.count(j));
    }
    out.writeLong(count);
  }

  /** Reads what {@link #encode} wrote; refuses other formats and versions. */
  public static PatternTable decode(byte[] bytes) {
    return Encoding.read(
        FORMAT,
        VERSION,
        bytes,
        in -> {
          Builder builder = builder(Labels.of(Encoding.strings(in)));
          int size = in.readInt();
          for (int i = 0; i < size; i++) {
            decode(in, builder);
          }
          return builder.build();
        });
  }

  private static void decode(DataInputStream in, Builder builder) throws IOException {
    int[] counts = new int[builder.labels.size()];
    int cells = in.readInt();
    for (int j = 0; j < cells; j++) {
      counts[in.readInt()] = in.readInt();
    }
    builder.add(Pattern.ofCounts(counts), in.readLong());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatternTable that
        && labels.equals(that.labels)
        && patterns.equals(that.patterns)
        && java.util.Arrays.equals(items, that.items);
  }

  @Override
  public int hashCode() {
    return 31 * patterns.hashCode() + java.util.Arrays.hashCode(items);
  }

  /** Collects items. */
  public static final class Builder {

    private final Labels labels;
    private final Map<Pattern, long[]> counts = new java.util.HashMap<>();

    private Builder(Labels labels) {
      this.labels = labels;
    }

    /** Adds an item with these label codes, in any order. */
    public Builder item(int... codes) {
      return add(checked(Pattern.of(codes)), 1);
    }

    /** Adds so many items that have these counts by label code. */
    public Builder items(int[] countByCode, long number) {
      if (number < 0) {
        throw new IllegalArgumentException("cannot add %d items".formatted(number));
      }
      return add(checked(Pattern.ofCounts(countByCode)), number);
    }

    private Pattern checked(Pattern pattern) {
      int last = pattern.size() == 0 ? 0 : pattern.code(pattern.size() - 1);
      if (pattern.size() > 0 && (pattern.code(0) < 0 || last >= labels.size())) {
        throw new IllegalArgumentException(
            "label codes run from 0 to %d, not to %d".formatted(labels.size() - 1, last));
      }
      return pattern;
    }

    Builder add(Pattern pattern, long number) {
      long[] count = counts.computeIfAbsent(pattern, p -> new long[1]);
      count[0] = Math.addExact(count[0], number);
      return this;
    }

    Builder addAll(PatternTable table) {
      for (int i = 0; i < table.items.length; i++) {
        add(table.patterns.get(i), table.items[i]);
      }
      return this;
    }

    /** The table of all items added so far. */
    public PatternTable build() {
      Map<Pattern, Long> sorted = new TreeMap<>();
      counts.forEach(
          (pattern, count) -> {
            if (count[0] > 0) {
              sorted.put(pattern, count[0]);
            }
          });
      return new PatternTable(labels, sorted);
    }
  }
}
