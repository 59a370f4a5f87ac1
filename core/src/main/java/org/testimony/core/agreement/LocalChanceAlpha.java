package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Alpha where labels are local to a document, such as the speakers of an article: chance is local
 * too.
 *
 * <pre>
 * alpha = 1 − Σ over documents n_d Do_d / Σ over documents n_d De_d
 * n_d Do_d = Σ over items Σ over ordered pairs of values d(c, k) / (m − 1)
 * n_d De_d = Σ over ordered pairs of labels n_dc n_dk d(c, k) / (n_d − 1)
 * </pre>
 *
 * with d the distance between two labels: 1 between any two where it is nominal.
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

  /** How far two labels lie apart, by name. */
  @FunctionalInterface
  public interface Distances {

    /** 0 for equal labels, 1 for different ones. */
    Distances NOMINAL = (a, b) -> a.equals(b) ? 0 : 1;

    /** The distance, finite and not negative. */
    double of(String a, String b);
  }

  /** One column: numerators of one kind with one denominator and one distance. */
  private record Column(Kind kind, long denominator, double distance)
      implements Comparable<Column> {

    @Override
    public int compareTo(Column other) {
      int order = kind.compareTo(other.kind);
      order = order != 0 ? order : Long.compare(denominator, other.denominator);
      return order != 0 ? order : Double.compare(distance, other.distance);
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

  /** Nominal alpha over documents, each with its patterns. */
  public static LocalChanceAlpha of(List<Document> documents) {
    return of(documents, Distances.NOMINAL);
  }

  /** Alpha over documents with any distance between labels of one document. */
  public static LocalChanceAlpha of(List<Document> documents, Distances distances) {
    TreeSet<Column> distinct = new TreeSet<>();
    List<Map<Column, Long>> rows = new ArrayList<>();
    for (Document document : documents) {
      Map<Column, Long> row = row(document.patterns(), distances);
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

  private static Map<Column, Long> row(PatternTable table, Distances distances) {
    Map<Column, Long> row = new TreeMap<>();
    long[] items = table.counts();
    long[] totals = new long[table.labels().size()];
    Labels labels = table.labels();
    for (int p = 0; p < items.length; p++) {
      Pattern pattern = table.patterns().get(p);
      int m = pattern.total();
      if (m < 2) {
        continue;
      }
      for (int i = 0; i < pattern.size(); i++) {
        totals[pattern.code(i)] += items[p] * pattern.count(i);
        for (int j = i + 1; j < pattern.size(); j++) {
          double d = distances.of(labels.name(pattern.code(i)), labels.name(pattern.code(j)));
          long pairs = 2 * items[p] * pattern.count(i) * pattern.count(j);
          add(row, new Column(Kind.OBSERVED, m - 1L, d), pairs);
        }
      }
    }
    long n = table.pairableValues();
    if (n >= 2) {
      row.put(new Column(Kind.VALUES, 1, 0), n);
      for (int c = 0; c < totals.length; c++) {
        for (int k = c + 1; totals[c] > 0 && k < totals.length; k++) {
          double d = distances.of(labels.name(c), labels.name(k));
          add(row, new Column(Kind.EXPECTED, n - 1, d), 2 * totals[c] * totals[k]);
        }
      }
    }
    return row;
  }

  private static void add(Map<Column, Long> row, Column column, long count) {
    if (count > 0 && column.distance() > 0) {
      row.merge(column, count, Math::addExact);
    }
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
      double part = sums[i] * columns.get(i).distance() / columns.get(i).denominator();
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
