package org.testimony.core.compare;

import java.util.List;
import org.testimony.core.text.Span;

/**
 * The marks of two annotators on one layer of one article, matched one to one.
 *
 * @param article the article
 * @param layer the layer
 * @param left the annotator whose name comes first
 * @param right the other annotator
 * @param matched pairs in text order of the left mark
 * @param onlyLeft marks of the left annotator without a partner, in text order
 * @param onlyRight marks of the right annotator without a partner, in text order
 */
public record PairComparison(
    String article,
    String layer,
    String left,
    String right,
    List<MatchedMarks> matched,
    List<Mark> onlyLeft,
    List<Mark> onlyRight) {

  /**
   * The marks of one annotator on a layer, in text order.
   *
   * @param annotator who marked
   * @param marks the marks
   * @param spans their spans
   */
  record Side(String annotator, List<Mark> marks, List<Span> spans) {

    static Side of(AnnotatorSet set, String layer) {
      List<Mark> marks = set.marks(layer);
      return new Side(set.annotator(), marks, marks.stream().map(Mark::span).toList());
    }
  }

  /** Matches the marks of two annotators. */
  static PairComparison of(String article, String layer, Side left, Side right, double threshold) {
    List<Mark> a = left.marks();
    List<Mark> b = right.marks();
    List<OneToOneMatching.Match> matches =
        OneToOneMatching.of(left.spans(), right.spans(), threshold);
    List<MatchedMarks> matched =
        matches.stream()
            .map(m -> new MatchedMarks(a.get(m.left()), b.get(m.right()), m.shared(), m.union()))
            .toList();
    List<Mark> matchedLeft = matched.stream().map(MatchedMarks::left).toList();
    List<Mark> matchedRight = matched.stream().map(MatchedMarks::right).toList();
    return new PairComparison(
        article,
        layer,
        left.annotator(),
        right.annotator(),
        matched,
        without(a, matchedLeft),
        without(b, matchedRight));
  }

  private static List<Mark> without(List<Mark> marks, List<Mark> matched) {
    java.util.Set<String> ids = new java.util.HashSet<>();
    matched.forEach(mark -> ids.add(mark.id()));
    return marks.stream().filter(mark -> !ids.contains(mark.id())).toList();
  }

  /** Number of marks of both annotators, matched or not. */
  public int marks() {
    return 2 * matched.size() + onlyLeft.size() + onlyRight.size();
  }
}
