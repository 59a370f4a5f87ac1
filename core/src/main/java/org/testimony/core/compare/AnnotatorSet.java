package org.testimony.core.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All annotations of one annotator on one article.
 *
 * @param annotator who labelled
 * @param marks spans in text order
 * @param links attributions between marks of this set
 * @param judgements stances on own marks or on the article's fixed claims
 * @param values values of the article as a whole
 */
public record AnnotatorSet(
    String annotator,
    List<Mark> marks,
    List<Link> links,
    List<Judgement> judgements,
    List<ArticleValue> values) {

  /** Sorts the marks; refuses repeated ids, dangling links and a second value for one place. */
  public AnnotatorSet {
    marks = marks.stream().sorted(Mark.TEXT_ORDER).toList();
    links = List.copyOf(links);
    judgements = List.copyOf(judgements);
    values = List.copyOf(values);
    Map<String, Mark> byId = new HashMap<>();
    for (Mark mark : marks) {
      if (byId.put(mark.id(), mark) != null) {
        throw new IllegalArgumentException(
            "set of %s has two marks with id %s".formatted(annotator, mark.id()));
      }
    }
    for (Link link : links) {
      if (!byId.containsKey(link.claim()) || !byId.containsKey(link.speaker())) {
        throw new IllegalArgumentException(
            "set of %s links %s to %s, of which one is not in the set"
                .formatted(annotator, link.claim(), link.speaker()));
      }
    }
    Set<List<Object>> places = new HashSet<>();
    for (Judgement judgement : judgements) {
      if (!places.add(List.of(judgement.claim(), judgement.target()))) {
        throw new IllegalArgumentException(
            "set of %s judges claim %s twice toward %s"
                .formatted(annotator, judgement.claim(), judgement.target()));
      }
    }
    for (ArticleValue value : values) {
      if (!places.add(List.of(value.feature(), value.target()))) {
        throw new IllegalArgumentException(
            "set of %s has two values for %s".formatted(annotator, value.feature()));
      }
    }
  }

  /** The marks on one layer, in text order. */
  public List<Mark> marks(String layer) {
    return marks.stream().filter(mark -> mark.layer().equals(layer)).toList();
  }

  /** The speaker mentions that a claim is linked to. */
  public List<Mark> linked(Mark claim) {
    List<Mark> linked = new ArrayList<>();
    for (Link link : links) {
      if (link.claim().equals(claim.id())) {
        marks.stream().filter(mark -> mark.id().equals(link.speaker())).forEach(linked::add);
      }
    }
    return linked;
  }
}
