package org.testimony.core.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file with a header row by row; every refusal names file, line and column. */
public final class CsvTable {

  private final String file;
  private final List<String> required;
  private final List<String> optional;

  /**
   * A table.
   *
   * @param file its name, for refusals
   * @param required columns that must be there
   * @param optional columns that may be there
   */
  public CsvTable(String file, List<String> required, List<String> optional) {
    this.file = file;
    this.required = List.copyOf(required);
    this.optional = List.copyOf(optional);
  }

  /** One row of the file. */
  public final class Row {
    private final CSVRecord cells;
    private final Map<String, Integer> columns;
    private final long line;

    private Row(CSVRecord cells, Map<String, Integer> columns, long line) {
      this.cells = cells;
      this.columns = columns;
      this.line = line;
    }

    /** A cell that must hold something. */
    public String text(String column) {
      String cell = cells.get(columns.getOrDefault(column, 0));
      if (cell.isEmpty()) {
        throw refused(column, "expected a value, found an empty cell");
      }
      return cell;
    }

    /** A cell of an optional column; nothing where the column is not there. */
    public Optional<String> cell(String column) {
      return columns.containsKey(column)
          ? Optional.of(cells.get(columns.getOrDefault(column, 0)))
          : Optional.empty();
    }

    /** A cell that must hold a whole number of at most nine digits, not negative. */
    public int number(String column) {
      String cell = text(column);
      if (!cell.matches("[0-9]{1,9}")) {
        throw refused(column, "expected a whole number from 0, found \"" + cell + "\"");
      }
      return Integer.parseInt(cell);
    }

    /** A cell that must hold a finite number. */
    public double real(String column) {
      String cell = text(column);
      try {
        double number = Double.parseDouble(cell);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw refused(column, "expected a number, found \"" + cell + "\"");
      }
      throw refused(column, "expected a finite number, found \"" + cell + "\"");
    }

    /** A refusal of a cell of this row. */
    public CsvRefused refused(String column, String problem) {
      return new CsvRefused(file, line, column, problem);
    }

    /** Number of the line, from 1. */
    public long line() {
      return line;
    }
  }

  /** Gives each row to a consumer. */
  public void read(Reader reader, Consumer<Row> consumer) {
    readWhile(
        reader,
        row -> {
          consumer.accept(row);
          return true;
        });
  }

  /** Gives each row to a consumer for as long as it says that it wants more. */
  public void readWhile(Reader reader, Predicate<Row> consumer) {
    try (CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
      Iterator<CSVRecord> records = parser.iterator();
      Optional<CSVRecord> first = next(records, 1);
      if (first.isEmpty()) {
        throw new CsvRefused(file, 1, "", "expected the header " + header());
      }
      Map<String, Integer> columns = columns(first.get());
      long line = parser.getCurrentLineNumber() + 1;
      Optional<CSVRecord> next = next(records, line);
      boolean more = true;
      while (more && next.isPresent()) {
        CSVRecord cells = next.get();
        if (cells.size() != columns.size()) {
          throw new CsvRefused(
              file,
              line,
              "",
              "expected %d cells, found %d".formatted(columns.size(), cells.size()));
        }
        more = consumer.test(new Row(cells, columns, line));
        line = parser.getCurrentLineNumber() + 1;
        next = more ? next(records, line) : Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The record that begins on a line. */
  private Optional<CSVRecord> next(Iterator<CSVRecord> records, long line) {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        CsvRefused refused =
            new CsvRefused(file, line, "", "expected UTF-8, in this line or those that follow");
        refused.initCause(e.getCause());
        throw refused;
      }
      if (e.getCause() instanceof CSVException) {
        throw new CsvRefused(file, line, "", "is no CSV file: " + e.getCause().getMessage());
      }
      throw e;
    }
  }

  private Map<String, Integer> columns(CSVRecord first) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < first.size(); i++) {
      String name = i == 0 ? first.get(i).replaceFirst("^\uFEFF", "") : first.get(i);
      if (!required.contains(name) && !optional.contains(name)) {
        throw new CsvRefused(
            file, 1, "", "expected the header %s, found column \"%s\"".formatted(header(), name));
      }
      if (columns.put(name, i) != null) {
        throw new CsvRefused(file, 1, "", "column " + name + " comes twice");
      }
    }
    for (String name : required) {
      if (!columns.containsKey(name)) {
        throw new CsvRefused(
            file, 1, "", "expected the header %s, column %s is missing".formatted(header(), name));
      }
    }
    return columns;
  }

  private String header() {
    List<String> names = new ArrayList<>(required);
    optional.forEach(name -> names.add("[" + name + "]"));
    return String.join(",", names);
  }
}
