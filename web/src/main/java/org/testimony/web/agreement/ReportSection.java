package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testimony.core.agreement.Exclusion;
import org.testimony.core.agreement.LayerSection;
import org.testimony.web.platform.Texts;

/** What a page shows of one layer, of attribution, of one target or of whole articles. */
public final class ReportSection {

  private final String id;
  private final String title;
  private final List<LineRow> lines;
  private final List<PairMatrix> matrices = new ArrayList<>();
  private final List<LabelGrid> grids = new ArrayList<>();
  private final List<String> facts = new ArrayList<>();
  private List<LayerSection.MarkedBy> markedBy = List.of();

  ReportSection(String id, String title, List<LineRow> lines) {
    this.id = id;
    this.title = title;
    this.lines = List.copyOf(lines);
  }

  ReportSection with(PairMatrix matrix) {
    if (matrix.isPresent()) {
      matrices.add(matrix);
    }
    return this;
  }

  ReportSection with(LabelGrid grid) {
    if (grid.isPresent()) {
      grids.add(grid);
    }
    return this;
  }

  ReportSection with(List<LayerSection.MarkedBy> counts) {
    markedBy = List.copyOf(counts);
    return this;
  }

  ReportSection saying(String fact) {
    facts.add(fact);
    return this;
  }

  /** Name of the section in the page. */
  public String getId() {
    return id;
  }

  /** Heading. */
  public String getTitle() {
    return title;
  }

  /** The measures. */
  public List<LineRow> getLines() {
    return lines;
  }

  /** Tables of pairs. */
  public List<PairMatrix> getMatrices() {
    return List.copyOf(matrices);
  }

  /** Tables of labels. */
  public List<LabelGrid> getGrids() {
    return List.copyOf(grids);
  }

  /** Sentences that belong to the measures. */
  public List<String> getFacts() {
    return List.copyOf(facts);
  }

  /** How many things were marked by 1, 2 … annotators, in sentences. */
  public List<String> getMarkedBy() {
    List<String> sentences = new ArrayList<>();
    for (LayerSection.MarkedBy counts : markedBy) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < counts.groups().size(); i++) {
        parts.add(Texts.of("agreement.markedBy.part", counts.groups().get(i), i + 1));
      }
      sentences.add(
          Texts.of(
              "agreement.markedBy",
              counts.articles(),
              counts.annotators(),
              String.join(", ", parts)));
    }
    return sentences;
  }

  /** What the measures of the section leave out, equal exclusions together. */
  List<LeftOutRow> leftOut() {
    Map<List<Object>, List<String>> names = new LinkedHashMap<>();
    for (LineRow row : lines) {
      Map<Exclusion.Cause, Long> sums = new EnumMap<>(Exclusion.Cause.class);
      for (Exclusion exclusion : row.line().overall().basis().excluded()) {
        sums.merge(exclusion.cause(), exclusion.count(), Long::sum);
      }
      sums.forEach(
          (cause, count) ->
              names
                  .computeIfAbsent(List.of(cause, count), c -> new ArrayList<>())
                  .add(row.getName()));
    }
    List<LeftOutRow> rows = new ArrayList<>();
    names.forEach(
        (cause, of) ->
            rows.add(
                new LeftOutRow(
                    title + ": " + String.join(", ", of),
                    Digits.of((Long) cause.get(1)),
                    Texts.of("agreement.excluded." + cause.get(0)))));
    return rows;
  }

  /**
   * Something left out.
   *
   * @param what it concerns
   * @param count how many
   * @param why in words
   */
  public record LeftOutRow(String what, String count, String why) {}
}
