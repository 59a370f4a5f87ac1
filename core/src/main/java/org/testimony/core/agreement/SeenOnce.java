package org.testimony.core.agreement;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Tells whether any of very many numbers came twice, in little memory: full buffers are sorted and
 * go to a temporary file.
 *
 * <p>A repetition is usually found early, since a buffer is looked through whenever it has grown
 * fourfold; it is found at the end at the latest.
 */
final class SeenOnce implements Closeable {

  private static final int FIRST_LOOK = 1 << 10;

  private final Path folder;
  private final long[] buffer;
  private final List<Long> ends = new ArrayList<>();
  private Optional<Spill> spill = Optional.empty();
  private int size;
  private int nextLook = FIRST_LOOK;
  private boolean twice;

  /**
   * Nothing seen.
   *
   * @param folder where a temporary file may lie
   * @param most how many numbers are held in memory
   */
  SeenOnce(Path folder, int most) {
    this.folder = folder;
    this.buffer = new long[most];
  }

  /** Adds a number; false once it is known that one came twice. */
  boolean add(long number) throws IOException {
    buffer[size++] = number;
    if (size == buffer.length) {
      look();
      write();
    } else if (size == nextLook) {
      look();
      nextLook *= 4;
    }
    return !twice;
  }

  private void look() {
    Arrays.sort(buffer, 0, size);
    for (int i = 1; i < size; i++) {
      twice |= buffer[i] == buffer[i - 1];
    }
  }

  private void write() throws IOException {
    if (spill.isEmpty()) {
      spill = Optional.of(Spill.in(folder));
    }
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    for (int i = 0; i < size; i++) {
      bytes.putLong(buffer[i]);
      if (!bytes.hasRemaining() || i == size - 1) {
        spill.get().write(bytes.flip());
        bytes.clear();
      }
    }
    ends.add(spill.get().end());
    size = 0;
    nextLook = FIRST_LOOK;
  }

  /** Whether no number came twice. */
  boolean allOnce() throws IOException {
    look();
    if (twice || spill.isEmpty()) {
      return !twice;
    }
    write();
    PriorityQueue<Part> parts = new PriorityQueue<>();
    long from = 0;
    for (long end : ends) {
      if (end > from) {
        parts.add(new Part(spill.get().read(from, end), (end - from) / Long.BYTES));
      }
      from = end;
    }
    boolean first = true;
    long before = 0;
    while (!parts.isEmpty()) {
      Part part = parts.remove();
      if (!first && before == part.number) {
        return false;
      }
      first = false;
      before = part.number;
      if (part.advance()) {
        parts.add(part);
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    if (spill.isPresent()) {
      spill.get().close();
    }
  }

  /** One sorted part of the file. */
  private static final class Part implements Comparable<Part> {
    private final DataInputStream in;
    private long left;
    private long number;

    Part(DataInputStream in, long numbers) throws IOException {
      this.in = in;
      this.left = numbers;
      advance();
    }

    boolean advance() throws IOException {
      if (left == 0) {
        return false;
      }
      number = in.readLong();
      left--;
      return true;
    }

    @Override
    public int compareTo(Part other) {
      return Long.compare(number, other.number);
    }
  }
}
