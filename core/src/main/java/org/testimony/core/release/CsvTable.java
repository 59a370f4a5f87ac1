package org.testimony.core.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table while it is written; its first row are the names of the columns. */
final class CsvTable {

  /** Cells that start with one of these are run by some spreadsheet, or hide one that is. */
  private static final String RUN = "=+-@\t\r\n＝＋－＠'";

  private final String path;
  private final CsvMode mode;
  private final Losses losses;
  private final StringBuilder content = new StringBuilder();
  private final CSVPrinter printer;
  private int rows = -1;

  CsvTable(String path, CsvMode mode, Losses losses) {
    this.path = path;
    this.mode = mode;
    this.losses = losses;
    if (mode == CsvMode.SPREADSHEET) {
      content.append('\uFEFF');
    }
    try {
      printer = new CSVPrinter(content, CSVFormat.RFC4180);
    } catch (IOException e) {
      throw new UncheckedIOException("a string in memory could not be written", e);
    }
  }

  CsvTable cell(int number) {
    return cell(Integer.toString(number));
  }

  CsvTable cell(String value) {
    String cell = value;
    if (mode == CsvMode.SPREADSHEET && !value.isEmpty() && RUN.indexOf(value.charAt(0)) >= 0) {
      losses.add(Loss.Kind.CELLS_GUARDED, 1);
      cell = "'" + value;
    }
    try {
      printer.print(cell);
    } catch (IOException e) {
      throw new UncheckedIOException("a string in memory could not be written", e);
    }
    return this;
  }

  /** The last cells of a row, and its end. */
  void row(String... values) {
    for (String value : values) {
      cell(value);
    }
    end();
  }

  void end() {
    try {
      printer.println();
    } catch (IOException e) {
      throw new UncheckedIOException("a string in memory could not be written", e);
    }
    rows++;
  }

  ReleaseFile file() {
    return ReleaseFile.rows(path, content.toString(), rows);
  }
}
