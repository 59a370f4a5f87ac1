package org.testimony.web.agreement;

import org.testimony.core.agreement.ReportLine;

/** A line of the report as a row of a table. */
public final class LineRow {

  private final String name;
  private final ReportLine line;
  private final Figure figure;

  LineRow(String name, ReportLine line) {
    this.name = name;
    this.line = line;
    this.figure = new Figure(line.overall(), line.coverage());
  }

  /** What is measured. */
  public String getName() {
    return name;
  }

  /** Id of the line. */
  public String getId() {
    return line.id();
  }

  /** The value over all annotators. */
  public Figure getFigure() {
    return figure;
  }

  ReportLine line() {
    return line;
  }
}
