package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.testimony.core.agreement.ReportLine;

/** The values of all pairs of annotators as a square table. */
public final class PairMatrix {

  private final String title;
  private final String line;
  private final List<String> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * The table of a line.
   *
   * @param title what is compared
   * @param names pseudonym to the name shown
   */
  PairMatrix(String title, ReportLine line, Map<String, String> names) {
    this.title = title;
    this.line = line.id();
    Map<List<String>, Figure> figures = new HashMap<>();
    TreeSet<String> people = new TreeSet<>();
    for (ReportLine.OfPair pair : line.byPair()) {
      Figure figure = new Figure(pair.coefficient(), pair.coverage());
      figures.put(List.of(pair.left(), pair.right()), figure);
      figures.put(List.of(pair.right(), pair.left()), figure);
      people.add(pair.left());
      people.add(pair.right());
    }
    for (String person : people) {
      columns.add(names.getOrDefault(person, person));
      List<Cell> cells = new ArrayList<>();
      for (String other : people) {
        cells.add(
            new Cell(person, other, person.equals(other), figures.get(List.of(person, other))));
      }
      rows.add(new Row(names.getOrDefault(person, person), cells));
    }
  }

  /** What is compared. */
  public String getTitle() {
    return title;
  }

  /** Id of the line. */
  public String getLine() {
    return line;
  }

  /** Whether there is a pair. */
  public boolean isPresent() {
    return !rows.isEmpty();
  }

  /** Names over the columns. */
  public List<String> getColumns() {
    return List.copyOf(columns);
  }

  /** The rows. */
  public List<Row> getRows() {
    return List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param name of the annotator
   * @param cells in order of the columns
   */
  public record Row(String name, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param left pseudonym of the row's annotator
   * @param right pseudonym of the column's annotator
   * @param same whether both are one
   * @param figure their value; absent where they share no article
   */
  public record Cell(String left, String right, boolean same, @Nullable Figure figure) {

    /** The shade of the cell. */
    public String shade() {
      return same ? "same" : figure == null ? "h0" : figure.getShade();
    }
  }
}
