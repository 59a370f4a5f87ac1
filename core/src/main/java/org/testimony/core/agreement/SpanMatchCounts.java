package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.testimony.core.compare.OneToOneMatching;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/**
 * How the spans of pairs of annotators meet: equal spans, one-to-one matched spans, shared
 * characters, and how many there are on both sides. Spans meet only if their labels are equal.
 *
 * <p>A commutative monoid of whole counts. Each pair of annotators of each document adds once; F1
 * is 2 · hits / (size of the one + size of the other), so which of the two is taken for the
 * reference does not matter.
 *
 * @param exact pairs of spans with the same characters
 * @param overlap pairs of the best one-to-one matching at the threshold
 * @param spansLeft spans of the first annotators of the pairs
 * @param spansRight spans of the second annotators
 * @param shared characters that both marked with one label
 * @param charactersLeft characters that the first marked, each once per label
 * @param charactersRight characters that the second marked, each once per label
 */
public record SpanMatchCounts(
    long exact,
    long overlap,
    long spansLeft,
    long spansRight,
    long shared,
    long charactersLeft,
    long charactersRight) {

  private static final String FORMAT = "testimony-span-matches";
  private static final int VERSION = 1;

  /** Nothing counted. */
  public static final SpanMatchCounts NONE = new SpanMatchCounts(0, 0, 0, 0, 0, 0, 0);

  /** Counts one pair of annotators on one document. */
  public static SpanMatchCounts of(
      SpanDocument document, String left, String right, double threshold) {
    List<SpanDocument.Labelled> a = document.spansOf(left);
    List<SpanDocument.Labelled> b = document.spansOf(right);
    TreeSet<String> labels = new TreeSet<>();
    a.forEach(span -> labels.add(span.label()));
    b.forEach(span -> labels.add(span.label()));
    SpanMatchCounts sum = NONE;
    for (String label : labels) {
      sum = sum.merge(of(spans(a, label), spans(b, label), threshold));
    }
    return sum;
  }

  private static List<Span> spans(List<SpanDocument.Labelled> spans, String label) {
    return spans.stream()
        .filter(span -> span.label().equals(label))
        .map(SpanDocument.Labelled::span)
        .toList();
  }

  private static SpanMatchCounts of(List<Span> left, List<Span> right, double threshold) {
    List<Fragment> a = Ranges.union(left);
    List<Fragment> b = Ranges.union(right);
    return new SpanMatchCounts(
        equal(left, right),
        OneToOneMatching.of(left, right, threshold).size(),
        left.size(),
        right.size(),
        Ranges.shared(a, b),
        Ranges.length(a),
        Ranges.length(b));
  }

  /** Pairs of equal spans, each span used once. */
  private static long equal(List<Span> left, List<Span> right) {
    Map<Span, Integer> open = new HashMap<>();
    left.forEach(span -> open.merge(span, 1, Integer::sum));
    long equal = 0;
    for (Span span : right) {
      if (open.merge(span, -1, Integer::sum) >= 0) {
        equal++;
      }
    }
    return equal;
  }

  /** The sum of both. */
  public SpanMatchCounts merge(SpanMatchCounts other) {
    long[] sum = toArray();
    long[] more = other.toArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(sum[i], more[i]);
    }
    return from(sum);
  }

  private long[] toArray() {
    return new long[] {
      exact, overlap, spansLeft, spansRight, shared, charactersLeft, charactersRight
    };
  }

  private static SpanMatchCounts from(long[] n) {
    return new SpanMatchCounts(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
  }

  /** The counts as bytes that {@link #decode} reads. */
  public byte[] encode() {
    return Encoding.write(FORMAT, VERSION, out -> Encoding.longs(out, toArray()));
  }

  /** Reads what {@link #encode} wrote; refuses other formats and versions. */
  public static SpanMatchCounts decode(byte[] bytes) {
    return Encoding.read(
        FORMAT,
        VERSION,
        bytes,
        in -> {
          long[] numbers = Encoding.longs(in);
          if (numbers.length != 7) {
            throw new IllegalArgumentException(
                FORMAT + " holds 7 numbers, not " + Arrays.toString(numbers));
          }
          return from(numbers);
        });
  }

  /** Spans on both sides. */
  public long spans() {
    return spansLeft + spansRight;
  }

  /** Characters on both sides. */
  public long characters() {
    return charactersLeft + charactersRight;
  }

  /** Hits of a measure, the first column of its formula. */
  long hits(Measure measure) {
    return switch (measure) {
      case F1_EXACT -> exact;
      case F1_OVERLAP -> overlap;
      case F1_CHARACTER -> shared;
      default -> throw new IllegalArgumentException(measure.id() + " is no F1 of spans");
    };
  }

  /** Size of both sides for a measure, the second column of its formula. */
  long size(Measure measure) {
    return measure == Measure.F1_CHARACTER ? characters() : spans();
  }

  /** All pairs of annotators of a document, each in order of name. */
  static List<List<String>> pairs(List<String> annotators) {
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < annotators.size(); i++) {
      for (int j = i + 1; j < annotators.size(); j++) {
        pairs.add(List.of(annotators.get(i), annotators.get(j)));
      }
    }
    return pairs;
  }
}
