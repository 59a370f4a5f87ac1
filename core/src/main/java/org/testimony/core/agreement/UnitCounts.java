package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.testimony.core.compare.ComparedArticle;

/**
 * Units or items as patterns of labels, over all documents and by document.
 *
 * @param patterns how many units have which pattern
 * @param byGroup units with at least two labels by pattern, for each group of articles that is
 *     resampled together
 * @param byGroupOfAny the same for units with any label
 * @param documents articles with a unit that has two or more labels
 * @param annotators annotators who gave at least one label
 */
record UnitCounts(
    PatternTable patterns,
    DocumentCounts byGroup,
    DocumentCounts byGroupOfAny,
    long documents,
    int annotators) {

  /** Counts the items of foreign data. */
  static UnitCounts of(LabelData data) {
    PatternTable patterns = data.patterns();
    return new UnitCounts(
        patterns,
        data.patternsByDocument(patterns, 2),
        data.patternsByDocument(patterns, 1),
        data.documents(),
        data.contributing());
  }

  /**
   * Counts the units of a report.
   *
   * @param known the patterns that occur
   * @param patternOf unit to the number of its pattern
   * @param article unit to the article that it is in
   */
  static UnitCounts of(
      Labels labels,
      List<Pattern> known,
      int[] patternOf,
      int annotators,
      IntFunction<ComparedArticle> article) {
    long[] items = new long[known.size()];
    for (int pattern : patternOf) {
      items[pattern]++;
    }
    PatternTable.Builder table = PatternTable.builder(labels);
    for (int p = 0; p < items.length; p++) {
      table.add(known.get(p), items[p]);
    }
    PatternTable patterns = table.build();
    int[] column = known.stream().mapToInt(patterns::column).toArray();
    DocumentCounts.Builder two = DocumentCounts.builder(column.length);
    DocumentCounts.Builder any = DocumentCounts.builder(column.length);
    Set<String> documents = new HashSet<>();
    long[] here = new long[column.length];
    for (int unit = 0; unit < patternOf.length; unit++) {
      here[patternOf[unit]]++;
      boolean last =
          unit + 1 == patternOf.length
              || !article.apply(unit + 1).id().equals(article.apply(unit).id());
      if (last) {
        add(known, column, here, article.apply(unit), two, any, documents);
        Arrays.fill(here, 0);
      }
    }
    return new UnitCounts(patterns, two.build(), any.build(), documents.size(), annotators);
  }

  private static void add(
      List<Pattern> known,
      int[] column,
      long[] here,
      ComparedArticle article,
      DocumentCounts.Builder two,
      DocumentCounts.Builder any,
      Set<String> documents) {
    for (int p = 0; p < here.length; p++) {
      int total = known.get(p).total();
      if (here[p] > 0 && total >= 1) {
        any.add(article.group(), column[p], here[p]);
      }
      if (here[p] > 0 && total >= 2) {
        two.add(article.group(), column[p], here[p]);
        documents.add(article.id());
      }
    }
  }
}
