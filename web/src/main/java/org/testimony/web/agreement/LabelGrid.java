package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testimony.core.agreement.Coefficient;
import org.testimony.core.agreement.ReportLine;

/**
 * How labels were used and confused: pairs of labels, each label's agreement, and who used what.
 */
public final class LabelGrid {

  private static final int SHADES = 5;

  private final String title;
  private final String line;
  private final List<Label> labels = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private long pairs;

  /**
   * A label.
   *
   * @param id in data
   * @param title on pages
   * @param stance whether it is one of the stances, which have a sign
   */
  public record Label(String id, String title, boolean stance) {}

  /**
   * A row of the half table.
   *
   * @param label of the row
   * @param cells in order of the labels; those before the row's label are blank
   * @param count how often the label was given
   * @param share of all values, in percent
   * @param figure agreement on this label against the others; absent where it has none
   */
  public record Row(
      Label label, List<Cell> cells, String count, String share, Optional<Figure> figure) {

    /** The agreement on the label. */
    public Figure agreement() {
      return figure.orElseThrow();
    }

    /** Whether anybody gave the label. */
    public boolean used() {
      return !count.equals("0");
    }

    /** Whether there is one. */
    public boolean measured() {
      return figure.isPresent();
    }
  }

  /**
   * A cell: how many pairs of values are these two labels.
   *
   * @param other id of the column's label
   * @param count of pairs
   * @param blank whether the pair stands in another cell
   * @param shade of the cell
   */
  public record Cell(String other, long count, boolean blank, String shade) {

    /** Whether it rests on few. */
    public boolean few() {
      return count > 0 && count < Figure.FEW;
    }
  }

  /**
   * How an annotator used the labels.
   *
   * @param name of the annotator
   * @param counts in order of the labels
   * @param all sum of the counts
   */
  public record Use(String name, List<String> counts, String all) {}

  /**
   * The tables of a line.
   *
   * @param title what is labelled
   * @param titles label to its title, in order
   * @param stance whether the labels are stances
   * @param confusion how often two values of one unit were these labels, both ways round
   * @param use annotator to label to number of values
   * @param names pseudonym to the name shown
   */
  LabelGrid(
      String title,
      ReportLine line,
      Map<String, String> titles,
      boolean stance,
      List<List<Long>> confusion,
      Map<String, Map<String, Long>> use,
      Map<String, String> names) {
    this.title = title;
    this.line = line.id();
    titles.forEach((id, text) -> labels.add(new Label(id, text, stance)));
    Map<String, Long> sums = new LinkedHashMap<>();
    use.forEach(
        (annotator, counts) -> {
          counts.forEach((label, count) -> sums.merge(label, count, Long::sum));
          uses.add(
              new Use(
                  names.getOrDefault(annotator, annotator),
                  labels.stream().map(l -> Digits.of(counts.getOrDefault(l.id(), 0L))).toList(),
                  Digits.of(counts.values().stream().mapToLong(Long::longValue).sum())));
        });
    long all = sums.values().stream().mapToLong(Long::longValue).sum();
    long most = most(confusion);
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      long count = sums.getOrDefault(label.id(), 0L);
      rows.add(
          new Row(
              label,
              cells(confusion, i, most),
              Digits.of(count),
              Digits.percent(count, all),
              figure(line, label)));
    }
  }

  private static Optional<Figure> figure(ReportLine line, Label label) {
    Coefficient coefficient = line.byLabel().get(label.id());
    return Optional.ofNullable(coefficient).map(c -> new Figure(c, Optional.empty()));
  }

  /** On the diagonal each pair is counted twice, elsewhere once in each half. */
  private static long pairsAt(List<List<Long>> confusion, int i, int j) {
    long both = confusion.get(i).get(j);
    return i == j ? both / 2 : both;
  }

  private static long most(List<List<Long>> confusion) {
    long most = 1;
    for (int i = 0; i < confusion.size(); i++) {
      for (int j = i; j < confusion.size(); j++) {
        most = Math.max(most, pairsAt(confusion, i, j));
      }
    }
    return most;
  }

  private List<Cell> cells(List<List<Long>> confusion, int i, long most) {
    List<Cell> cells = new ArrayList<>();
    for (int j = 0; j < labels.size(); j++) {
      long count = pairsAt(confusion, i, j);
      boolean blank = j < i;
      pairs += blank ? 0 : count;
      long shade = count == 0 || blank ? 0 : 1 + (SHADES - 1) * count / most;
      cells.add(new Cell(labels.get(j).id(), count, blank, "h" + shade));
    }
    return cells;
  }

  /** What is labelled. */
  public String getTitle() {
    return title;
  }

  /** Id of the line. */
  public String getLine() {
    return line;
  }

  /** The labels in order. */
  public List<Label> getLabels() {
    return List.copyOf(labels);
  }

  /** The rows in order of the labels. */
  public List<Row> getRows() {
    return List.copyOf(rows);
  }

  /** Who used which label how often. */
  public List<Use> getUses() {
    return List.copyOf(uses);
  }

  /** Number of pairs of values. */
  public String getPairs() {
    return Digits.of(pairs);
  }

  /** Whether the labels are stances. */
  public boolean isStance() {
    return labels.stream().anyMatch(Label::stance);
  }

  /** Whether there is anything to show. */
  public boolean isPresent() {
    return !uses.isEmpty();
  }
}
