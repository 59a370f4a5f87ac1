package org.testimony.web.agreement;

import java.util.List;
import java.util.Optional;
import org.testimony.core.agreement.Passage;
import org.testimony.core.assignment.Purpose;

/**
 * Which passages are asked for.
 *
 * @param purpose of the rounds
 * @param line id of the report's line
 * @param annotators only what these pseudonyms have part in; empty, one or two
 * @param labels only where one annotator has the first of these labels and another the second;
 *     empty or two
 * @param article only of this article, by id
 * @param show which of them
 * @param from number of the first passage of the page, from 0
 */
public record PassageQuery(
    Purpose purpose,
    String line,
    List<String> annotators,
    List<String> labels,
    Optional<String> article,
    Show show,
    int from) {

  /** Which passages are shown. */
  public enum Show {
    /** All. */
    ALL,
    /** Those on which not all agree. */
    DIFFERENT
  }

  /** Copies; refuses three annotators, one label, and a negative place. */
  public PassageQuery {
    annotators = List.copyOf(annotators);
    labels = List.copyOf(labels);
    if (annotators.size() > 2 || labels.size() == 1 || labels.size() > 2 || from < 0) {
      throw new IllegalArgumentException(
          "%d annotators, %d labels from place %d cannot be asked for"
              .formatted(annotators.size(), labels.size(), from));
    }
  }

  /** Whether a passage is asked for. */
  boolean matches(Passage passage) {
    return article.map(passage.article()::equals).orElse(true)
        && annotators.stream().allMatch(passage::concerns)
        && (labels.isEmpty() || hasLabels(narrowed(passage)))
        && (show == Show.ALL || !narrowed(passage).agrees());
  }

  private boolean hasLabels(Passage passage) {
    List<Passage.Value> values = passage.values();
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.size(); j++) {
        if (i != j
            && values.get(i).label().equals(Optional.of(labels.get(0)))
            && values.get(j).label().equals(Optional.of(labels.get(1)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The passage with the chosen pair's values alone; as it is where no pair was chosen. */
  Passage narrowed(Passage passage) {
    if (annotators.size() < 2) {
      return passage;
    }
    return new Passage(
        passage.article(),
        passage.target(),
        passage.values().stream().filter(v -> annotators.contains(v.annotator())).toList());
  }
}
