package org.testimony.core.agreement;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Rows of labels, brought together by item: an external merge sort. Rows of one item come one after
 * the other and in the order in which they were added; in which order the items come depends on
 * their names alone.
 *
 * <p>Rows are collected in memory; a full buffer is sorted and goes to a temporary file, and at the
 * end the sorted parts are merged. Items are ordered by the upper bits of a hash, then by their
 * bytes, since sorting numbers is many times faster than sorting names.
 */
final class SortedRows implements Closeable {

  private static final int INDEX_BITS = 24;
  private static final long INDEX = (1L << INDEX_BITS) - 1;
  private static final int MOST_ROWS = 1 << 22;
  private static final int FIRST_ROWS = 1 << 10;
  private static final int NUMBERS = 20;

  private final Path folder;
  private final byte[] buffer;
  private int[] starts = new int[FIRST_ROWS];
  private long[] keys = new long[FIRST_ROWS];
  private int used;
  private int rows;
  private final List<Long> ends = new ArrayList<>();
  private Optional<Spill> spill = Optional.empty();

  /**
   * No rows.
   *
   * @param folder where a temporary file may lie
   * @param bytes how many bytes of rows are held in memory
   */
  SortedRows(Path folder, int bytes) {
    this.folder = folder;
    this.buffer = new byte[bytes];
  }

  /** One row; names are in UTF-8. */
  static final class Row {
    private final byte[] item;
    private final byte[] document;
    private final int annotator;
    private final int label;
    private final long line;

    private Row(byte[] item, byte[] document, int annotator, int label, long line) {
      this.item = item;
      this.document = document;
      this.annotator = annotator;
      this.label = label;
      this.line = line;
    }

    /** Number of the annotator. */
    int annotator() {
      return annotator;
    }

    /** Number of the label, negative for a missing one. */
    int label() {
      return label;
    }

    /** Where it stands. */
    long line() {
      return line;
    }

    /** The name of the item. */
    String itemName() {
      return new String(item, StandardCharsets.UTF_8);
    }

    /** The name of the document; empty where there is none. */
    String documentName() {
      return new String(document, StandardCharsets.UTF_8);
    }
  }

  /** Takes rows in order. */
  interface Receiver {
    void row(Row row) throws IOException;
  }

  void add(String item, String document, int annotator, int label, long line) throws IOException {
    byte[] itemBytes = item.getBytes(StandardCharsets.UTF_8);
    byte[] documentBytes = document.getBytes(StandardCharsets.UTF_8);
    int size = 2 * Integer.BYTES + itemBytes.length + documentBytes.length + NUMBERS;
    if (size > buffer.length) {
      throw new IllegalArgumentException(
          "line %d has %d bytes, more than the %d that a row may have"
              .formatted(line, size, buffer.length));
    }
    if (used + size > buffer.length || rows == MOST_ROWS) {
      write();
    }
    if (rows == starts.length) {
      starts = Arrays.copyOf(starts, 2 * rows);
      keys = Arrays.copyOf(keys, 2 * rows);
    }
    long hash = ItemHash.of(itemBytes, 0, itemBytes.length);
    keys[rows] = (hash & ~INDEX) | rows;
    starts[rows] = used;
    rows++;
    ByteBuffer out = ByteBuffer.wrap(buffer, used, size);
    out.putInt(itemBytes.length).put(itemBytes).putInt(documentBytes.length).put(documentBytes);
    out.putInt(annotator).putInt(label).putLong(line);
    used = out.position();
  }

  private void sort() {
    Arrays.sort(keys, 0, rows);
    int from = 0;
    while (from < rows) {
      int to = from + 1;
      boolean sameItem = true;
      while (to < rows && (keys[to] & ~INDEX) == (keys[from] & ~INDEX)) {
        sameItem &= compareItems(keys[from], keys[to]) == 0;
        to++;
      }
      if (!sameItem) {
        sortByName(from, to);
      }
      from = to;
    }
  }

  /** Orders rows of different items that share the upper bits of their hash. */
  private void sortByName(int from, int to) {
    Long[] some = new Long[to - from];
    Arrays.setAll(some, i -> keys[from + i]);
    Arrays.sort(some, this::compareItems);
    for (int i = 0; i < some.length; i++) {
      keys[from + i] = some[i];
    }
  }

  private int compareItems(long a, long b) {
    ByteBuffer all = ByteBuffer.wrap(buffer);
    int left = starts[(int) (a & INDEX)];
    int right = starts[(int) (b & INDEX)];
    int leftFrom = left + Integer.BYTES;
    int rightFrom = right + Integer.BYTES;
    return Arrays.compareUnsigned(
        buffer,
        leftFrom,
        leftFrom + all.getInt(left),
        buffer,
        rightFrom,
        rightFrom + all.getInt(right));
  }

  private int end(int start) {
    ByteBuffer all = ByteBuffer.wrap(buffer);
    int at = start + Integer.BYTES + all.getInt(start);
    return at + Integer.BYTES + all.getInt(at) + 2 * Integer.BYTES + Long.BYTES;
  }

  private void write() throws IOException {
    if (spill.isEmpty()) {
      spill = Optional.of(Spill.in(folder));
    }
    sort();
    ByteBuffer out = ByteBuffer.allocate(1 << 16);
    for (int i = 0; i < rows; i++) {
      int start = starts[(int) (keys[i] & INDEX)];
      int size = end(start) - start;
      if (size > out.remaining()) {
        spill.get().write(out.flip());
        out.clear();
      }
      if (size > out.capacity()) {
        spill.get().write(ByteBuffer.wrap(buffer, start, size));
      } else {
        out.put(buffer, start, size);
      }
    }
    spill.get().write(out.flip());
    ends.add(spill.get().end());
    rows = 0;
    used = 0;
  }

  /** Hands on all rows in order; nothing can be added afterwards. */
  void forEach(Receiver receiver) throws IOException {
    if (spill.isEmpty()) {
      sort();
      for (int i = 0; i < rows; i++) {
        int start = starts[(int) (keys[i] & INDEX)];
        receiver.row(row(ByteBuffer.wrap(buffer, start, end(start) - start)));
      }
      return;
    }
    write();
    PriorityQueue<Part> parts = new PriorityQueue<>(Part.ORDER);
    long from = 0;
    for (int i = 0; i < ends.size(); i++) {
      if (ends.get(i) > from) {
        parts.add(new Part(i, spill.get().read(from, ends.get(i)), ends.get(i) - from));
      }
      from = ends.get(i);
    }
    while (!parts.isEmpty()) {
      Part part = parts.remove();
      receiver.row(part.row);
      if (part.hasMore()) {
        part.advance();
        parts.add(part);
      }
    }
  }

  private static Row row(ByteBuffer in) {
    byte[] item = new byte[in.getInt()];
    in.get(item);
    byte[] document = new byte[in.getInt()];
    in.get(document);
    return new Row(item, document, in.getInt(), in.getInt(), in.getLong());
  }

  @Override
  public void close() throws IOException {
    if (spill.isPresent()) {
      spill.get().close();
    }
  }

  /** One sorted part of the file. */
  private static final class Part {
    static final Comparator<Part> ORDER =
        Comparator.comparingLong((Part part) -> part.key)
            .thenComparing(part -> part.row.item, Arrays::compareUnsigned)
            .thenComparingInt(part -> part.number);

    private final int number;
    private final DataInputStream in;
    private long left;
    private long key;
    private Row row;

    Part(int number, DataInputStream in, long bytes) throws IOException {
      this.number = number;
      this.in = in;
      this.left = bytes;
      this.row = next();
      this.key = key(row);
    }

    private static long key(Row row) {
      return ItemHash.of(row.item, 0, row.item.length) & ~INDEX;
    }

    boolean hasMore() {
      return left > 0;
    }

    void advance() throws IOException {
      row = next();
      key = key(row);
    }

    private Row next() throws IOException {
      byte[] item = in.readNBytes(in.readInt());
      byte[] document = in.readNBytes(in.readInt());
      left -= 4L * Integer.BYTES + Long.BYTES + item.length + document.length;
      return new Row(item, document, in.readInt(), in.readInt(), in.readLong());
    }
  }
}
