package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Nominal alpha where labels are local to a document, such as the speakers of an article: chance is
 * local too.
 *
 * <pre>
 * alpha = 1 − Σ over documents n_d Do_d / Σ over documents n_d De_d
 * n_d Do_d = Σ over items (ordered pairs of differing values) / (m − 1)
 * n_d De_d = (n_d² − Σ n_dc²) / (n_d − 1)
 * </pre>
 *
 * <p>A label of one document never meets a label of another, so labels of different documents may
 * have equal names. Pooling the expected disagreement over documents instead would give coin
 * tossers .31 (40 documents, 12 items, 5 labels of each document). Special cases: a document whose
 * pairable values are all equal adds nothing to either sum; if that holds for all, NO_VARIATION.
 *
 * <p>The sums are fractions with few denominators; their numerators are whole and added per
 * denominator, so the value does not depend on the order of documents.
 */
public final class LocalChanceAlpha implements Formula {

  /** One column: numerators of one kind with one denominator. */
  private record Column(Kind kind, long denominator) implements Comparable<Column> {

    @Override
    public int compareTo(Column other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : Long.compare(denominator, other.denominator);
    }
  }

  private enum Kind {
    OBSERVED,
    EXPECTED,
    VALUES
  }

  private final List<Column> columns;
  private final DocumentCounts counts;

  private LocalChanceAlpha(List<Column> columns, DocumentCounts counts) {
    this.columns = columns;
    this.counts = counts;
  }

  /** Alpha over documents, each with its patterns. */
  public static LocalChanceAlpha of(List<Document> documents) {
    TreeSet<Column> distinct = new TreeSet<>();
    List<Map<Column, Long>> rows = new ArrayList<>();
    for (Document document : documents) {
      Map<Column, Long> row = row(document.patterns());
      distinct.addAll(row.keySet());
      rows.add(row);
    }
    List<Column> columns = List.copyOf(distinct);
    DocumentCounts.Builder builder = DocumentCounts.builder(columns.size());
    for (int d = 0; d < rows.size(); d++) {
      String group = documents.get(d).group();
      rows.get(d)
          .forEach(
              (column, count) ->
                  builder.add(group, Collections.binarySearch(columns, column), count));
    }
    return new LocalChanceAlpha(columns, builder.build());
  }

  /**
   * The items of one document.
   *
   * @param group what is resampled together with it
   * @param patterns its items, over its own labels
   */
  public record Document(String group, PatternTable patterns) {}

  private static Map<Column, Long> row(PatternTable table) {
    Map<Column, Long> row = new TreeMap<>();
    long[] items = table.counts();
    long[] totals = new long[table.labels().size()];
    for (int p = 0; p < items.length; p++) {
      Pattern pattern = table.patterns().get(p);
      int m = pattern.total();
      if (m < 2) {
        continue;
      }
      row.merge(new Column(Kind.OBSERVED, m - 1L), items[p] * pattern.differingPairs(), Long::sum);
      for (int i = 0; i < pattern.size(); i++) {
        totals[pattern.code(i)] += items[p] * pattern.count(i);
      }
    }
    long n = table.pairableValues();
    if (n >= 2) {
      long chance = 0;
      for (long total : totals) {
        chance += total * (n - total);
      }
      row.merge(new Column(Kind.EXPECTED, n - 1), chance, Long::sum);
      row.merge(new Column(Kind.VALUES, 1), n, Long::sum);
    }
    return row;
  }

  /** The counts of each resampling unit, in the columns of this formula. */
  public DocumentCounts counts() {
    return counts;
  }

  @Override
  public Estimate of(long[] sums) {
    double observed = 0;
    double expected = 0;
    long values = 0;
    for (int i = 0; i < columns.size(); i++) {
      double part = (double) sums[i] / columns.get(i).denominator();
      switch (columns.get(i).kind()) {
        case OBSERVED -> observed += part;
        case EXPECTED -> expected += part;
        case VALUES -> values += sums[i];
      }
    }
    if (values == 0) {
      return Estimate.undefined(Reason.NO_PAIRABLE_VALUES);
    }
    return expected == 0
        ? Estimate.undefined(Reason.NO_VARIATION, observed / values, expected / values)
        : Estimate.of(1 - observed / expected, observed / values, expected / values);
  }
}
