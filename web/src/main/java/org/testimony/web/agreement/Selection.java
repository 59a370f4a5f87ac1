package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.db.article.Article;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Round;

/**
 * Which assignments a report counts, and which it leaves out and why.
 *
 * @param counted in order of round, then of article
 * @param leftOut the others, by reason
 */
record Selection(List<Assignment> counted, List<LeftOut> leftOut) {

  Selection {
    counted = List.copyOf(counted);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * What is chosen from.
   *
   * @param rounds of the project by id
   * @param articles of the project by id
   * @param major the major version of the codebook in force
   */
  record Frame(Map<UUID, Round> rounds, Map<ArticleId, Article> articles, int major) {

    Round round(Assignment assignment) {
      return Optional.ofNullable(rounds.get(assignment.round())).orElseThrow();
    }

    boolean isNewestText(Assignment assignment) {
      return Optional.ofNullable(articles.get(assignment.article()))
          .filter(article -> article.text().equals(assignment.text()))
          .isPresent();
    }
  }

  /**
   * Chooses what the rounds of one purpose measure.
   *
   * @param assignments all of the project
   * @param frame what they refer to
   * @param purpose of the rounds
   * @param phase of the assignments
   * @param majorAtSubmission the major version of the codebook under which one was submitted
   */
  static Selection of(
      List<Assignment> assignments,
      Frame frame,
      Purpose purpose,
      Phase phase,
      ToIntFunction<Assignment> majorAtSubmission) {
    List<Assignment> ordered = new ArrayList<>(assignments);
    ordered.sort(
        Comparator.comparingInt((Assignment a) -> frame.round(a).number())
            .thenComparingInt(Assignment::repeat)
            .thenComparing(a -> a.article().value())
            .thenComparing(a -> a.annotator().value()));
    List<Assignment> counted = new ArrayList<>();
    Map<LeftOut.Why, Long> leftOut = new EnumMap<>(LeftOut.Why.class);
    Set<List<Object>> places = new HashSet<>();
    for (Assignment assignment : ordered) {
      if (frame.round(assignment).purpose() != purpose) {
        if (assignment.state().isComplete()) {
          leftOut.merge(LeftOut.Why.OTHER_PURPOSE, 1L, Long::sum);
        }
        continue;
      }
      Optional<LeftOut.Why> why =
          assignment.phase() == phase
              ? why(assignment, frame, majorAtSubmission)
              : Optional.of(LeftOut.Why.OTHER_PHASE);
      if (why.isEmpty() && !places.add(List.of(assignment.article(), assignment.annotator()))) {
        why = Optional.of(LeftOut.Why.LATER_ROUND);
      }
      why.ifPresentOrElse(w -> leftOut.merge(w, 1L, Long::sum), () -> counted.add(assignment));
    }
    return new Selection(
        counted,
        leftOut.entrySet().stream().map(e -> new LeftOut(e.getKey(), e.getValue())).toList());
  }

  private static Optional<LeftOut.Why> why(
      Assignment assignment, Frame frame, ToIntFunction<Assignment> majorAtSubmission) {
    if (assignment.state() == AssignmentState.SKIPPED) {
      return Optional.of(LeftOut.Why.SKIPPED);
    }
    if (!assignment.state().isComplete()) {
      return Optional.of(
          assignment.firstSubmission().isPresent()
              ? LeftOut.Why.GIVEN_BACK
              : LeftOut.Why.NOT_SUBMITTED);
    }
    if (assignment.repeat() > 0) {
      return Optional.of(LeftOut.Why.REPEAT);
    }
    if (!frame.isNewestText(assignment)) {
      return Optional.of(LeftOut.Why.OLDER_TEXT);
    }
    return majorAtSubmission.applyAsInt(assignment) == frame.major()
        ? Optional.empty()
        : Optional.of(LeftOut.Why.OTHER_CODEBOOK);
  }
}
