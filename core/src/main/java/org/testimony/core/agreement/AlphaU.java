package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testimony.core.text.Fragment;

/**
 * Krippendorff's alpha of unitizing of 1995 and 2004, for one label or for all: 1 − Do / De from
 * squared differences of the ends of units.
 *
 * <p>With L the length of the text, m annotators, N units of a label and l the length of a unit or
 * gap, for each label:
 *
 * <pre>
 * Do = Σ over pairs of annotators and of units or gaps d² / (m (m − 1) L²)
 * De = 2/L · Σ over units [(N − 1)/3 · (2 l³ − 3 l² + l) + l² Σ over gaps not shorter (l_gap − l + 1)]
 *      / (mL (mL − 1) − Σ over units l (l − 1))
 * </pre>
 *
 * where d² is the sum of the squared distances of begin and end for units that meet, and l² for a
 * unit inside a gap. Over several labels both sums are added. A corpus is measured as one text;
 * units and gaps end with their document. Value has no lower limit. Special cases: nobody marked
 * the label is NO_VARIATION. References: K. Krippendorff, Sociological Methodology 25, 1995, 47–76;
 * Content Analysis, 2nd ed. 2004, 251–256.
 */
public final class AlphaU implements Formula {

  private enum Kind {
    DIFFERENCE,
    UNIT,
    GAP,
    LENGTH,
    SEEN
  }

  /** One column: a sum of one kind for one label and number. */
  private record Column(Kind kind, int label, long number) implements Comparable<Column> {

    @Override
    public int compareTo(Column other) {
      int order = kind.compareTo(other.kind);
      order = order != 0 ? order : Integer.compare(label, other.label);
      return order != 0 ? order : Long.compare(number, other.number);
    }
  }

  private final List<Column> columns;
  private final DocumentCounts counts;
  private final int labels;

  private AlphaU(List<Column> columns, DocumentCounts counts, int labels) {
    this.columns = columns;
    this.counts = counts;
    this.labels = labels;
  }

  /** Alpha of these labels over documents; units of one annotator and label must not overlap. */
  static AlphaU of(List<SpanDocument> documents, Labels labels) {
    List<Map<Column, Long>> rows = new ArrayList<>();
    TreeSet<Column> distinct = new TreeSet<>();
    for (SpanDocument document : documents) {
      Map<Column, Long> row = row(document, labels);
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
    return new AlphaU(columns, builder.build(), labels.size());
  }

  private static Map<Column, Long> row(SpanDocument document, Labels labels) {
    Map<Column, Long> row = new TreeMap<>();
    int m = document.annotators().size();
    row.put(new Column(Kind.LENGTH, 0, 0), (long) document.length());
    row.put(new Column(Kind.SEEN, 0, 0), (long) document.length() * m);
    for (int label = 0; label < labels.size(); label++) {
      List<List<Fragment>> units = new ArrayList<>();
      List<List<Fragment>> gaps = new ArrayList<>();
      for (String annotator : document.annotators()) {
        List<Fragment> own = units(document, annotator, labels.name(label));
        units.add(own);
        gaps.add(gaps(own, document.length()));
      }
      for (int a = 0; a < m; a++) {
        add(row, Kind.UNIT, label, units.get(a));
        add(row, Kind.GAP, label, gaps.get(a));
        for (int b = 0; b < m; b++) {
          if (a != b) {
            long sum = differences(units.get(a), units.get(b), gaps.get(b));
            row.merge(new Column(Kind.DIFFERENCE, label, m - 1L), sum, Math::addExact);
          }
        }
      }
    }
    return row;
  }

  private static void add(Map<Column, Long> row, Kind kind, int label, List<Fragment> sections) {
    for (Fragment section : sections) {
      row.merge(new Column(kind, label, section.length()), 1L, Long::sum);
    }
  }

  /** The units of one annotator and label, in text order. */
  static List<Fragment> units(SpanDocument document, String annotator, String label) {
    return document.spansOf(annotator).stream()
        .filter(span -> span.label().equals(label))
        .flatMap(span -> span.span().fragments().stream())
        .sorted()
        .toList();
  }

  private static List<Fragment> gaps(List<Fragment> units, int length) {
    List<Fragment> gaps = new ArrayList<>();
    int at = 0;
    for (Fragment unit : units) {
      if (unit.begin() > at) {
        gaps.add(new Fragment(at, unit.begin()));
      }
      at = unit.end();
    }
    if (length > at) {
      gaps.add(new Fragment(at, length));
    }
    return gaps;
  }

  /** Of units with the units that they meet, and with gaps that hold them, both ways round. */
  private static long differences(
      List<Fragment> units, List<Fragment> otherUnits, List<Fragment> otherGaps) {
    long sum = 0;
    for (Fragment unit : units) {
      for (Fragment other : otherUnits) {
        if (other.begin() < unit.end() && unit.begin() < other.end()) {
          long begin = (long) unit.begin() - other.begin();
          long end = (long) unit.end() - other.end();
          sum = Math.addExact(sum, begin * begin + end * end);
        }
      }
      for (Fragment gap : otherGaps) {
        if (gap.begin() <= unit.begin() && unit.end() <= gap.end()) {
          sum = Math.addExact(sum, 2L * unit.length() * unit.length());
        }
      }
    }
    return sum;
  }

  /** The squared difference of two sections, as printed in the literature. */
  static long difference(Fragment a, boolean aIsUnit, Fragment b, boolean bIsUnit) {
    if (aIsUnit && bIsUnit && a.begin() < b.end() && b.begin() < a.end()) {
      long begin = (long) a.begin() - b.begin();
      long end = (long) a.end() - b.end();
      return begin * begin + end * end;
    }
    if (aIsUnit && !bIsUnit && b.begin() <= a.begin() && a.end() <= b.end()) {
      return (long) a.length() * a.length();
    }
    return bIsUnit && !aIsUnit ? difference(b, true, a, false) : 0;
  }

  /** The counts of each resampling unit, in the columns of this formula. */
  DocumentCounts counts() {
    return counts;
  }

  @Override
  public Estimate of(long[] sums) {
    double length = 0;
    double seen = 0;
    double[] observed = new double[labels];
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      switch (column.kind()) {
        case LENGTH -> length += sums[i];
        case SEEN -> seen += sums[i];
        case DIFFERENCE -> observed[column.label()] += (double) sums[i] / column.number();
        default -> {}
      }
    }
    if (length == 0) {
      return Estimate.undefined(Reason.NO_PAIRABLE_VALUES);
    }
    double disagreement = 0;
    double chance = 0;
    for (int label = 0; label < labels; label++) {
      disagreement += observed[label] / (seen * length);
      chance += expected(sums, label, length, seen);
    }
    return chance == 0
        ? Estimate.undefined(Reason.NO_VARIATION, disagreement, 0)
        : Estimate.of(1 - disagreement / chance, disagreement, chance);
  }

  private double expected(long[] sums, int label, double length, double seen) {
    double units = 0;
    double pairs = seen * (seen - 1);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.label() == label && column.kind() == Kind.UNIT) {
        double l = column.number();
        units += sums[i];
        pairs -= sums[i] * l * (l - 1);
      }
    }
    if (units == 0) {
      return 0;
    }
    double sum = 0;
    double gaps = 0;
    double gapLength = 0;
    int gap = columns.size() - 1;
    for (int i = columns.size() - 1; i >= 0; i--) {
      Column unit = columns.get(i);
      if (unit.label() != label || unit.kind() != Kind.UNIT) {
        continue;
      }
      double l = unit.number();
      for (; gap >= 0; gap--) {
        Column here = columns.get(gap);
        if (here.kind() == Kind.UNIT || (isGap(here, label) && here.number() < l)) {
          break;
        }
        if (isGap(here, label)) {
          gaps += sums[gap];
          gapLength += (double) sums[gap] * here.number();
        }
      }
      double withUnits = (units - 1) / 3 * (2 * l * l * l - 3 * l * l + l);
      sum += sums[i] * (withUnits + l * l * (gapLength - gaps * (l - 1)));
    }
    return 2 / length * sum / pairs;
  }

  private static boolean isGap(Column column, int label) {
    return column.kind() == Kind.GAP && column.label() == label;
  }
}
