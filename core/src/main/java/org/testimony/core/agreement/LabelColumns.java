package org.testimony.core.agreement;

/** Counts the patterns of items whose labels stand in columns, one for each annotator. */
final class LabelColumns {

  private static final int MOST_CELLS = 1 << 20;

  private final Labels labels;
  private final byte[][] codes;
  private final int items;
  private final int base;

  LabelColumns(Labels labels, byte[][] codes) {
    this.labels = labels;
    this.codes = codes;
    this.items = codes.length == 0 ? 0 : codes[0].length;
    this.base = labels.size() + 1;
    for (byte[] column : codes) {
      if (column.length != items) {
        throw new IllegalArgumentException(
            "columns of %d and %d labels are not of the same items"
                .formatted(items, column.length));
      }
    }
  }

  PatternTable table() {
    double cells = Math.pow(base, codes.length);
    return cells <= MOST_CELLS ? byCell((int) cells) : oneByOne();
  }

  /** Each combination of labels of all annotators has a cell of its own. */
  private PatternTable byCell(int cells) {
    long[] counts = new long[cells];
    if (codes.length == 2) {
      ofTwo(counts);
    } else {
      for (int item = 0; item < items; item++) {
        int cell = 0;
        for (int a = codes.length - 1; a >= 0; a--) {
          cell = cell * base + codes[a][item] + 1;
        }
        counts[cell]++;
      }
    }
    PatternTable.Builder table = PatternTable.builder(labels);
    int[] values = new int[codes.length];
    for (int cell = 0; cell < cells; cell++) {
      if (counts[cell] > 0) {
        int size = 0;
        for (int rest = cell; rest > 0; rest /= base) {
          if (rest % base > 0) {
            values[size++] = rest % base - 1;
          }
        }
        table.items(count(values, size), counts[cell]);
      }
    }
    return table.build();
  }

  private void ofTwo(long[] counts) {
    byte[] first = codes[0];
    byte[] second = codes[1];
    int[] even = new int[counts.length];
    int[] odd = new int[counts.length];
    int item = 0;
    for (; item + 1 < items; item += 2) {
      even[(first[item] + 1) + (second[item] + 1) * base]++;
      odd[(first[item + 1] + 1) + (second[item + 1] + 1) * base]++;
    }
    if (item < items) {
      even[(first[item] + 1) + (second[item] + 1) * base]++;
    }
    for (int cell = 0; cell < counts.length; cell++) {
      counts[cell] = (long) even[cell] + odd[cell];
    }
  }

  private int[] count(int[] values, int size) {
    int[] countByCode = new int[labels.size()];
    for (int i = 0; i < size; i++) {
      countByCode[values[i]]++;
    }
    return countByCode;
  }

  private PatternTable oneByOne() {
    PatternTable.Builder table = PatternTable.builder(labels);
    int[] values = new int[codes.length];
    for (int item = 0; item < items; item++) {
      int size = 0;
      for (byte[] column : codes) {
        if (column[item] >= 0) {
          values[size++] = column[item];
        }
      }
      table.items(count(values, size), 1);
    }
    return table.build();
  }
}
