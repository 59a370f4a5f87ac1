package org.testimony.core.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.testimony.core.text.Fragment;

/**
 * One article with the sets of everybody who labelled it, blind to each other. Whoever is in {@code
 * sets} was asked: a set without marks says "nothing here", a missing set says nothing at all.
 *
 * @param id the article
 * @param group what is resampled together: near-duplicate articles share a group, others are their
 *     own
 * @param length code points of the text
 * @param leftOut ranges that hold no annotations (boilerplate, duplicates); not counted
 * @param fixedClaims claims fixed by adjudication that everybody judged; empty where each annotator
 *     judged the own claims
 * @param sets in order of annotator
 */
public record ComparedArticle(
    String id,
    String group,
    int length,
    List<Fragment> leftOut,
    List<Mark> fixedClaims,
    List<AnnotatorSet> sets) {

  /** Sorts the sets; refuses two sets of one annotator and marks outside the text. */
  public ComparedArticle {
    sets = sets.stream().sorted(Comparator.comparing(AnnotatorSet::annotator)).toList();
    leftOut = leftOut.stream().sorted().toList();
    fixedClaims = fixedClaims.stream().sorted(Mark.TEXT_ORDER).toList();
    Set<String> annotators = new HashSet<>();
    for (AnnotatorSet set : sets) {
      if (!annotators.add(set.annotator())) {
        throw new IllegalArgumentException(
            "article %s has two sets of %s".formatted(id, set.annotator()));
      }
      for (Mark mark : set.marks()) {
        if (mark.span().end() > length) {
          throw new IllegalArgumentException(
              "article %s has %d characters, the mark %s of %s is at %s"
                  .formatted(id, length, mark.id(), set.annotator(), mark.span()));
        }
      }
    }
  }

  /** An article that is its own group, with nothing left out and no fixed claims. */
  public static ComparedArticle of(String id, int length, List<AnnotatorSet> sets) {
    return new ComparedArticle(id, id, length, List.of(), List.of(), sets);
  }

  /** Who labelled the article, in order. */
  public List<String> annotators() {
    return sets.stream().map(AnnotatorSet::annotator).toList();
  }
}
