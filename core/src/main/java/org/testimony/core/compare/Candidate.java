package org.testimony.core.compare;

import java.util.Comparator;

/** A match between the marks of a pair of annotators, to be joined to groups in a fixed order. */
record Candidate(PairComparison pair, MatchedMarks match) {

  /** Greatest intersection over union first; then text order, then annotators. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::match, Candidate::byOverlap)
          .thenComparing(candidate -> candidate.match().left(), Mark.TEXT_ORDER)
          .thenComparing(candidate -> candidate.match().right(), Mark.TEXT_ORDER)
          .thenComparing(candidate -> candidate.pair().left())
          .thenComparing(candidate -> candidate.pair().right());

  private static int byOverlap(MatchedMarks a, MatchedMarks b) {
    return Long.compare((long) b.shared() * a.union(), (long) a.shared() * b.union());
  }
}
