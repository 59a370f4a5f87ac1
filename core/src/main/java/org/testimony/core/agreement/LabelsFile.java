package org.testimony.core.agreement;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.testimony.core.table.CsvRefused;
import org.testimony.core.table.CsvTable;

/**
 * Reads {@code labels.csv} of any size in bounded memory: rows that are grouped by item are counted
 * as they go by; where an item comes back later, rows are first brought together on disk. Both give
 * the same as reading everything at once.
 *
 * @param format what the rows mean
 * @param numbers what labels must be
 * @param keeping whether it is kept who gave which label
 * @param room how much is held in memory, and where the rest goes
 */
public record LabelsFile(LabelsCsv format, Numbers numbers, Keeping keeping, Room room) {

  private static final int ROWS_BETWEEN_NEWS = 1 << 16;

  /** What is kept of each item. */
  public enum Keeping {
    /** How often each label was given. */
    PATTERNS,
    /** Who gave which label. */
    ROWS
  }

  /** What labels must be. */
  public enum Numbers {
    /** Any words. */
    ANY,
    /** Numbers, since no order of words is declared. */
    ORDERED,
    /** Numbers. */
    FINITE,
    /** Numbers that are not negative. */
    FROM_ZERO
  }

  /** Opens the file; called more than once where rows have to be brought together. */
  public interface Source {

    /** The characters of the file from its beginning. */
    Reader open() throws IOException;
  }

  /**
   * How much is held in memory.
   *
   * @param folder where temporary files may lie
   * @param bytes of rows that are sorted at once
   * @param items whose names are compared at once
   * @param patterns most different items
   */
  public record Room(Path folder, int bytes, int items, int patterns) {

    /** Room that suits a heap of 512 MB. */
    public static Room ofHalfAGigabyte(Path folder) {
      return new Room(folder, 1 << 26, 1 << 21, 300_000);
    }
  }

  /**
   * Reads the labels.
   *
   * @param source opens the file
   * @param rows told now and then how many rows have been read
   * @throws CsvRefused where the file is not as it must be
   * @throws TooManyPatterns where there is more to keep than there is room for
   */
  public LabelsCsv.Content read(Source source, LongConsumer rows) throws IOException {
    try {
      Optional<LabelsCsv.Content> grouped = grouped(source, rows);
      return grouped.isPresent() ? grouped.get() : sorted(source, rows);
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      throw cause == null ? new IOException(e) : cause;
    }
  }

  /** The content if no item comes back after rows of another. */
  private Optional<LabelsCsv.Content> grouped(Source source, LongConsumer news) throws IOException {
    LabelTally tally =
        new LabelTally(
            format,
            keeping,
            room.patterns(),
            refusal -> {
              throw refusal;
            });
    News count = new News(news);
    try (SeenOnce items = new SeenOnce(room.folder(), room.items());
        Reader reader = source.open()) {
      boolean[] once = {true};
      format
          .table()
          .readWhile(
              reader,
              row -> {
                count.one();
                LabelsCsv.LabelRow next = checked(row);
                if (tally.isNext(next.item())) {
                  once[0] = add(items, next.item());
                }
                if (once[0]) {
                  tally.row(
                      next.item(),
                      next.document(),
                      tally.annotator(next.annotator()),
                      tally.label(next.label()),
                      row.line());
                }
                return once[0];
              });
      return once[0] && items.allOnce() ? Optional.of(tally.content()) : Optional.empty();
    }
  }

  private static boolean add(SeenOnce items, String item) {
    try {
      return items.add(ItemHash.of(item));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LabelsCsv.Content sorted(Source source, LongConsumer news) throws IOException {
    Earliest wrong = new Earliest();
    LabelTally tally = new LabelTally(format, keeping, room.patterns(), wrong::add);
    News count = new News(news);
    try (SortedRows rows = new SortedRows(room.folder(), room.bytes());
        Reader reader = source.open()) {
      boolean[] documents = {false};
      format
          .table()
          .read(
              reader,
              row -> {
                count.one();
                LabelsCsv.LabelRow next = checked(row);
                documents[0] = next.document().isPresent();
                add(rows, next, tally, row.line());
              });
      rows.forEach(
          row -> {
            count.one();
            tally.row(
                row.itemName(),
                documents[0] ? Optional.of(row.documentName()) : Optional.empty(),
                row.annotator(),
                row.label(),
                row.line());
          });
    }
    LabelsCsv.Content content = tally.content();
    wrong.refuse();
    return content;
  }

  private static void add(SortedRows rows, LabelsCsv.LabelRow row, LabelTally tally, long line) {
    try {
      rows.add(
          row.item(),
          row.document().orElse(""),
          tally.annotator(row.annotator()),
          tally.label(row.label()),
          line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LabelsCsv.LabelRow checked(CsvTable.Row row) {
    LabelsCsv.LabelRow next = format.row(row);
    if (numbers != Numbers.ANY && next.label().isPresent()) {
      String label = next.label().get();
      if (!LabelsCsv.isNumber(label)) {
        throw row.refused(
            "label",
            numbers == Numbers.ORDERED
                ? "expected a number, since no order of labels is declared, found \"%s\""
                    .formatted(label)
                : "expected a number, found \"%s\"".formatted(label));
      }
      if (numbers == Numbers.FROM_ZERO && Double.parseDouble(label) < 0) {
        throw row.refused("label", "expected a number from 0, found \"" + label + "\"");
      }
    }
    return next;
  }

  /** Counts rows and tells now and then. */
  private static final class News {
    private final LongConsumer consumer;
    private long rows;

    News(LongConsumer consumer) {
      this.consumer = consumer;
    }

    void one() {
      rows++;
      if (rows % ROWS_BETWEEN_NEWS == 0) {
        consumer.accept(rows);
      }
    }
  }

  /** Of several things that are wrong, the one that comes first in the file. */
  private static final class Earliest {
    private Optional<CsvRefused> first = Optional.empty();

    void add(CsvRefused refusal) {
      if (first.isEmpty() || refusal.line() < first.get().line()) {
        first = Optional.of(refusal);
      }
    }

    void refuse() {
      if (first.isPresent()) {
        throw first.get();
      }
    }
  }
}
