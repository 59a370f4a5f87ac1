package org.testimony.core.compare;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testimony.core.text.Span;

/**
 * Marks of different annotators on one layer that are taken for the same thing, at most one of
 * each.
 *
 * <p>Matches of pairs are not transitive, so a group is a reading aid and the unit of adjudication;
 * coefficients over matched marks are computed per pair and never over groups.
 *
 * @param layer the layer
 * @param marks annotator to mark, in order of annotator
 */
public record MarkGroup(String layer, Map<String, Mark> marks) {

  /** Copies the marks; refuses an empty group. */
  public MarkGroup {
    if (marks.isEmpty()) {
      throw new IllegalArgumentException("a group on layer " + layer + " holds no mark");
    }
    marks = Collections.unmodifiableMap(new TreeMap<>(marks));
  }

  /** The first span of the group in text order. */
  public Span place() {
    return marks.values().stream().map(Mark::span).min(Span::compareTo).orElseThrow();
  }

  /** The mark of an annotator, if the annotator has one here. */
  public Optional<Mark> of(String annotator) {
    return Optional.ofNullable(marks.get(annotator));
  }

  /**
   * Joins matched marks to groups: the best match first (by IoU, ties in text order), unless that
   * would put two marks of one annotator together.
   *
   * @param sets the sets of the article
   * @param pairs the comparisons of all pairs of annotators on the layer
   */
  static List<MarkGroup> join(String layer, List<AnnotatorSet> sets, List<PairComparison> pairs) {
    Groups groups = new Groups();
    for (AnnotatorSet set : sets) {
      set.marks(layer).forEach(mark -> groups.add(set.annotator(), mark));
    }
    pairs.stream()
        .flatMap(pair -> pair.matched().stream().map(match -> new Candidate(pair, match)))
        .sorted(Candidate.BEST_FIRST)
        .forEach(
            candidate ->
                groups.joinUnlessTwice(
                    candidate.pair().left(),
                    candidate.match().left(),
                    candidate.pair().right(),
                    candidate.match().right()));
    return groups.all(layer);
  }
}
