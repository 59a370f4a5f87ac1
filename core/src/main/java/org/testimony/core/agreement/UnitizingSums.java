package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.testimony.core.text.Fragment;

/**
 * Lengths on which annotators' spans coincide, for the alpha coefficients of unitizing.
 *
 * <p>A commutative monoid of whole counts. Documents that fewer than two annotators saw add
 * nothing. Sums are kept apart by the number of annotators of a document, up to a number that is
 * fixed for the accumulator. Each fragment of a span counts as a unit.
 *
 * <p>Columns: length of each label; length of gaps; sum of squared lengths of units; then for each
 * number of annotators m from 2: length of ordered pairs that differ, gaps included; and for each
 * label the length of ordered pairs in which both have it, the pairable length (overlap of its
 * units with valued units of each other annotator), and the sum over its units of the squared
 * pairable length.
 */
public final class UnitizingSums {

  private static final String FORMAT = "testimony-unitizing";
  private static final int VERSION = 1;

  private final Labels labels;
  private final int mostAnnotators;
  private final long[] sums;

  private UnitizingSums(Labels labels, int mostAnnotators, long[] sums) {
    this.labels = labels;
    this.mostAnnotators = mostAnnotators;
    this.sums = sums;
  }

  /**
   * No documents.
   *
   * @param labels the labels of the spans
   * @param mostAnnotators the most annotators that a document may have, at least 2
   */
  public static UnitizingSums empty(Labels labels, int mostAnnotators) {
    if (mostAnnotators < 2) {
      throw new IllegalArgumentException(
          "unitizing needs room for 2 annotators, not for " + mostAnnotators);
    }
    return new UnitizingSums(labels, mostAnnotators, new long[columns(labels, mostAnnotators)]);
  }

  private static int columns(Labels labels, int mostAnnotators) {
    return new Columns(labels.size(), mostAnnotators).size();
  }

  /** Whether the spans of one annotator overlap somewhere, so that labels have no single value. */
  public static boolean overlaps(SpanDocument document) {
    for (String annotator : document.annotators()) {
      int end = 0;
      for (Fragment unit : fragments(document.spansOf(annotator))) {
        if (unit.begin() < end) {
          return true;
        }
        end = unit.end();
      }
    }
    return false;
  }

  private static List<Fragment> fragments(List<SpanDocument.Labelled> spans) {
    List<Fragment> fragments = new ArrayList<>();
    for (SpanDocument.Labelled span : spans) {
      fragments.addAll(span.span().fragments());
    }
    fragments.sort(Comparator.naturalOrder());
    return fragments;
  }

  /** Adds a document whose annotators' spans do not overlap. */
  public UnitizingSums add(SpanDocument document) {
    if (overlaps(document)) {
      throw new IllegalArgumentException(
          "spans of one annotator overlap in document " + document.id());
    }
    int m = document.annotators().size();
    refuseTooMany(document, m);
    return m < 2 ? this : merge(new UnitizingSums(labels, mostAnnotators, ofUnits(document)));
  }

  /** The columns of one document whose annotators, two or more, have no spans that overlap. */
  long[] ofUnits(SpanDocument document) {
    List<List<Unit>> units = new ArrayList<>();
    for (String annotator : document.annotators()) {
      List<Unit> own = new ArrayList<>();
      for (SpanDocument.Labelled span : document.spansOf(annotator)) {
        int code = labels.code(span.label());
        for (Fragment fragment : span.span().fragments()) {
          own.add(new Unit(fragment, code));
        }
      }
      own.sort(Comparator.comparing(unit -> unit.place));
      units.add(own);
    }
    return new Sweep(document, units).sums();
  }

  /** Adds a document of which only marked or not marked counts: the union of each one's spans. */
  public UnitizingSums addUnion(SpanDocument document) {
    List<List<Fragment>> unions = new ArrayList<>();
    document.annotators().forEach(annotator -> unions.add(union(document, annotator)));
    if (unions.size() < 2) {
      return this;
    }
    return merge(new UnitizingSums(labels, mostAnnotators, ofUnion(document, unions)));
  }

  /** The characters that an annotator marked. */
  static List<Fragment> union(SpanDocument document, String annotator) {
    return Ranges.union(
        document.spansOf(annotator).stream().map(SpanDocument.Labelled::span).toList());
  }

  /** The columns of one document from what each of its annotators marked, two or more. */
  long[] ofUnion(SpanDocument document, List<List<Fragment>> unions) {
    List<List<Unit>> units = new ArrayList<>();
    for (List<Fragment> union : unions) {
      List<Unit> own = new ArrayList<>(union.size());
      union.forEach(range -> own.add(new Unit(range, 0)));
      units.add(own);
    }
    refuseTooMany(document, units.size());
    return new Sweep(document, units).sums();
  }

  private void refuseTooMany(SpanDocument document, int annotators) {
    if (annotators > mostAnnotators) {
      throw new IllegalArgumentException(
          "document %s has %d annotators, there is room for %d"
              .formatted(document.id(), annotators, mostAnnotators));
    }
  }

  /** The sum of both; refuses sums over other labels or another number of annotators. */
  public UnitizingSums merge(UnitizingSums other) {
    if (!labels.equals(other.labels) || mostAnnotators != other.mostAnnotators) {
      throw new IllegalArgumentException(
          "sums over %s for %d annotators and %s for %d do not merge"
              .formatted(labels, mostAnnotators, other.labels, other.mostAnnotators));
    }
    long[] sum = sums.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(sum[i], other.sums[i]);
    }
    return new UnitizingSums(labels, mostAnnotators, sum);
  }

  /** The columns, as the unitizing formulas take them. */
  public long[] counts() {
    return sums.clone();
  }

  /** The columns of these sums. */
  Columns columns() {
    return new Columns(labels.size(), mostAnnotators);
  }

  /** The sums as bytes that {@link #decode} reads; equal sums give equal bytes. */
  public byte[] encode() {
    return Encoding.write(
        FORMAT,
        VERSION,
        out -> {
          Encoding.strings(out, labels.names());
          out.writeInt(mostAnnotators);
          Encoding.longs(out, sums);
        });
  }

  /** Reads what {@link #encode} wrote; refuses other formats and versions. */
  public static UnitizingSums decode(byte[] bytes) {
    return Encoding.read(
        FORMAT,
        VERSION,
        bytes,
        in -> {
          UnitizingSums none = empty(Labels.of(Encoding.strings(in)), in.readInt());
          long[] sums = Encoding.longs(in);
          if (sums.length != none.sums.length) {
            throw new IllegalArgumentException(
                "%s needs %d numbers, has %d".formatted(FORMAT, none.sums.length, sums.length));
          }
          return new UnitizingSums(none.labels, none.mostAnnotators, sums);
        });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnitizingSums that
        && labels.equals(that.labels)
        && mostAnnotators == that.mostAnnotators
        && Arrays.equals(sums, that.sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }

  /** Where which sum stands. */
  record Columns(int labels, int mostAnnotators) {

    int size() {
      return labels + 2 + (mostAnnotators - 1) * (1 + 3 * labels);
    }

    int length(int label) {
      return label;
    }

    int gaps() {
      return labels;
    }

    int squares() {
      return labels + 1;
    }

    int differing(int m) {
      return labels + 2 + (m - 2) * (1 + 3 * labels);
    }

    int same(int m, int label) {
      return differing(m) + 1 + label;
    }

    int pairable(int m, int label) {
      return differing(m) + 1 + labels + label;
    }

    int pairableSquares(int m, int label) {
      return differing(m) + 1 + 2 * labels + label;
    }
  }

  /** A fragment with its label, and how far it overlaps valued units of others. */
  private static final class Unit {
    private final Fragment place;
    private final int label;
    private long pairable;

    Unit(Fragment place, int label) {
      this.place = place;
      this.label = label;
    }
  }

  /** One pass over the text of a document from boundary to boundary. */
  private final class Sweep {

    private final Columns at = columns();
    private final long[] out = new long[at.size()];
    private final List<List<Unit>> units;
    private final int m;
    private final int length;
    private final Unit[] here;
    private int number;

    Sweep(SpanDocument document, List<List<Unit>> units) {
      this.units = units;
      this.m = units.size();
      this.length = document.length();
      this.here = new Unit[m];
    }

    long[] sums() {
      int[] cuts = cuts();
      int[] next = new int[m];
      int[] uses = new int[labels.size()];
      for (int i = 0; i + 1 < cuts.length; i++) {
        Arrays.fill(uses, 0);
        findUnitsAt(cuts[i], next);
        for (int u = 0; u < number; u++) {
          uses[here[u].label]++;
        }
        segment((long) cuts[i + 1] - cuts[i], uses);
      }
      units.forEach(own -> own.forEach(this::unit));
      return out;
    }

    private int[] cuts() {
      int[] places = new int[2 + 2 * units.stream().mapToInt(List::size).sum()];
      int size = 1;
      places[size++] = length;
      for (List<Unit> own : units) {
        for (Unit unit : own) {
          places[size++] = unit.place.begin();
          places[size++] = unit.place.end();
        }
      }
      Arrays.sort(places);
      int distinct = 1;
      for (int i = 1; i < size; i++) {
        if (places[i] != places[i - 1]) {
          places[distinct++] = places[i];
        }
      }
      return Arrays.copyOf(places, distinct);
    }

    /** Finds the unit of each annotator that covers a place, where there is one. */
    private void findUnitsAt(int place, int[] next) {
      number = 0;
      for (int a = 0; a < m; a++) {
        List<Unit> own = units.get(a);
        while (next[a] < own.size() && own.get(next[a]).place.end() <= place) {
          next[a]++;
        }
        if (next[a] < own.size() && own.get(next[a]).place.begin() <= place) {
          here[number++] = own.get(next[a]);
        }
      }
    }

    private void segment(long size, int[] uses) {
      long gaps = (long) m - number;
      long equalPairs = gaps * gaps;
      for (int label = 0; label < uses.length; label++) {
        long n = uses[label];
        equalPairs += n * n;
        out[at.length(label)] += n * size;
        out[at.same(m, label)] += n * (n - 1) * size;
        out[at.pairable(m, label)] += n * (number - 1) * size;
      }
      out[at.gaps()] += gaps * size;
      out[at.differing(m)] += ((long) m * m - equalPairs) * size;
      for (int u = 0; u < number; u++) {
        here[u].pairable += (number - 1) * size;
      }
    }

    private void unit(Unit unit) {
      long size = unit.place.length();
      out[at.squares()] = Math.addExact(out[at.squares()], Math.multiplyExact(size, size));
      int column = at.pairableSquares(m, unit.label);
      out[column] = Math.addExact(out[column], Math.multiplyExact(unit.pairable, unit.pairable));
    }
  }
}
