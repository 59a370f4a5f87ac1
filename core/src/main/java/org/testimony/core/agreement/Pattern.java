package org.testimony.core.agreement;

import java.util.Arrays;

/**
 * How often each label was given to one item, whoever gave it: label codes in order, each with its
 * count.
 */
final class Pattern implements Comparable<Pattern> {

  private final int[] codes;
  private final int[] counts;
  private final int total;
  private final int hash;

  private Pattern(int[] codes, int[] counts) {
    this.codes = codes;
    this.counts = counts;
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    this.total = sum;
    this.hash = 31 * Arrays.hashCode(codes) + Arrays.hashCode(counts);
  }

  /** The pattern of a list of label codes in any order. */
  static Pattern of(int... values) {
    if (values.length == 2 && values[0] != values[1]) {
      int low = Math.min(values[0], values[1]);
      return new Pattern(new int[] {low, Math.max(values[0], values[1])}, new int[] {1, 1});
    }
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] codes = new int[sorted.length];
    int[] counts = new int[sorted.length];
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        codes[size++] = sorted[i];
      }
      counts[size - 1]++;
    }
    return new Pattern(Arrays.copyOf(codes, size), Arrays.copyOf(counts, size));
  }

  /** The pattern of counts by label code. */
  static Pattern ofCounts(int[] countByCode) {
    int[] codes = new int[countByCode.length];
    int[] counts = new int[countByCode.length];
    int size = 0;
    for (int code = 0; code < countByCode.length; code++) {
      if (countByCode[code] < 0) {
        throw new IllegalArgumentException(
            "label %d has count %d".formatted(code, countByCode[code]));
      }
      if (countByCode[code] > 0) {
        codes[size] = code;
        counts[size++] = countByCode[code];
      }
    }
    return new Pattern(Arrays.copyOf(codes, size), Arrays.copyOf(counts, size));
  }

  /** The pattern after each code is replaced by {@code codeOf[code]}; negative drops the value. */
  Pattern mapped(int[] codeOf) {
    int[] values = new int[total];
    int size = 0;
    for (int i = 0; i < codes.length; i++) {
      if (codeOf[codes[i]] >= 0) {
        Arrays.fill(values, size, size + counts[i], codeOf[codes[i]]);
        size += counts[i];
      }
    }
    return of(Arrays.copyOf(values, size));
  }

  /** Number of distinct labels. */
  int size() {
    return codes.length;
  }

  /** Code of the i-th distinct label. */
  int code(int i) {
    return codes[i];
  }

  /** How often the i-th distinct label was given. */
  int count(int i) {
    return counts[i];
  }

  /** Number of values on the item. */
  int total() {
    return total;
  }

  /** Ordered pairs of values that differ: total² - sum of squared counts. */
  long differingPairs() {
    long differing = (long) total * total;
    for (int count : counts) {
      differing -= (long) count * count;
    }
    return differing;
  }

  @Override
  public int compareTo(Pattern other) {
    int byCodes = Arrays.compare(codes, other.codes);
    return byCodes != 0 ? byCodes : Arrays.compare(counts, other.counts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pattern that
        && hash == that.hash
        && Arrays.equals(codes, that.codes)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(codes) + "x" + Arrays.toString(counts);
  }
}
