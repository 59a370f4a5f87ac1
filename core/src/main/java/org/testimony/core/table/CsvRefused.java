package org.testimony.core.table;

/** A file of foreign data that cannot be read, with the place and what was expected there. */
public final class CsvRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;
  private final String column;

  /**
   * A refusal.
   *
   * @param file name of the file
   * @param line number of the line, from 1
   * @param column name of the column, or an empty word where the line as a whole is meant
   * @param problem what was expected and what was found
   */
  public CsvRefused(String file, long line, String column, String problem) {
    super(
        column.isEmpty()
            ? "%s, line %d: %s".formatted(file, line, problem)
            : "%s, line %d, column %s: %s".formatted(file, line, column, problem));
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** Name of the file. */
  public String file() {
    return file;
  }

  /** Number of the line, from 1. */
  public long line() {
    return line;
  }

  /** Name of the column, or an empty word where the line as a whole is meant. */
  public String column() {
    return column;
  }
}
