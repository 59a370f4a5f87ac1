package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.testimony.core.agreement.DocumentRow;
import org.testimony.core.agreement.Estimate;
import org.testimony.core.agreement.LayerSection;
import org.testimony.core.article.ArticleId;
import org.testimony.core.codebook.Layer;
import org.testimony.db.article.Article;
import org.testimony.web.platform.Texts;

/** The values of each article alone, to find articles that went apart. */
public final class ArticleTable {

  private final List<Column> columns = new ArrayList<>();
  private final List<String> layers = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * A column of values.
   *
   * @param line id of the line
   * @param name what is measured
   */
  public record Column(String line, String name) {}

  /**
   * A row.
   *
   * @param article id of the article
   * @param title of the article
   * @param outlet of the article; empty where unknown
   * @param marks number of marks of each annotator, layer by layer
   * @param readable whether its passages may be read
   * @param cells in order of the columns
   */
  public record Row(
      String article,
      String title,
      String outlet,
      List<String> marks,
      boolean readable,
      List<Cell> cells) {}

  /**
   * A value.
   *
   * @param line id of the line
   * @param value digits; empty where undefined
   * @param why it is undefined; empty where it is not
   */
  public record Cell(String line, String value, String why) {}

  /**
   * The table of a report.
   *
   * @param names line to what it measures
   */
  ArticleTable(AgreementReport report, Map<String, String> names) {
    Set<String> lines = new LinkedHashSet<>(names.keySet());
    lines.retainAll(
        report.measured().documents().stream()
            .flatMap(row -> row.values().keySet().stream())
            .collect(Collectors.toSet()));
    lines.forEach(line -> columns.add(new Column(line, names.getOrDefault(line, line))));
    Set<String> measured =
        report.measured().layers().stream().map(LayerSection::layer).collect(Collectors.toSet());
    List<Layer> marked =
        report.codebook().markedLayers().stream()
            .filter(layer -> measured.contains(layer.id()))
            .toList();
    marked.forEach(layer -> layers.add(layer.title()));
    for (DocumentRow row : report.measured().documents()) {
      ArticleId id = new ArticleId(UUID.fromString(row.article()));
      Article article = Optional.ofNullable(report.articles().get(id)).orElseThrow();
      rows.add(
          new Row(
              row.article(),
              article.details().title(),
              article.details().outlet().orElse(""),
              marked.stream().map(layer -> marks(row, layer, report.names())).toList(),
              report.readable().contains(id),
              lines.stream().map(line -> cell(row, line)).toList()));
    }
  }

  private static String marks(DocumentRow row, Layer layer, Map<String, String> names) {
    Map<String, Long> counts = row.marks().getOrDefault(layer.id(), Map.of());
    return row.annotators().stream()
        .map(
            annotator ->
                Texts.of(
                    "agreement.marksOf",
                    names.getOrDefault(annotator, annotator),
                    counts.getOrDefault(annotator, 0L)))
        .collect(Collectors.joining(", "));
  }

  private static Cell cell(DocumentRow row, String line) {
    Estimate estimate = row.values().get(line);
    if (estimate == null) {
      return new Cell(line, "", Texts.of("agreement.reason.NO_DATA"));
    }
    return new Cell(
        line,
        Digits.of(estimate.value()),
        estimate.undefined().map(why -> Texts.of("agreement.reason." + why.name())).orElse(""));
  }

  /** The values that there are. */
  public List<Column> getColumns() {
    return List.copyOf(columns);
  }

  /** Titles of the layers. */
  public List<String> getLayers() {
    return List.copyOf(layers);
  }

  /** One row an article. */
  public List<Row> getRows() {
    return List.copyOf(rows);
  }
}
