package org.testimony.db.assignment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.text.Hash;
import org.testimony.db.account.AccountId;
import org.testimony.db.article.TextId;
import org.testimony.db.project.ProjectId;

/**
 * One article for one annotator.
 *
 * @param id names it everywhere
 * @param project it belongs to
 * @param round it was made in
 * @param article to label
 * @param text version that all its offsets refer to
 * @param annotator who labels
 * @param phase what the annotator does
 * @param repeat 0; 1 and more where the same article comes again to the same person
 * @param position place in the annotator's list, from 1
 * @param state how far it is
 * @param revision number of operations so far
 * @param head hash of the newest operation
 * @param firstSubmission revision at which it was first submitted
 * @param note what the owner wrote when giving it back, or why it is skipped
 * @param opened when the first label was made
 * @param submitted when it was last submitted
 */
public record Assignment(
    AssignmentId id,
    ProjectId project,
    UUID round,
    ArticleId article,
    TextId text,
    AccountId annotator,
    Phase phase,
    int repeat,
    int position,
    AssignmentState state,
    long revision,
    Hash head,
    Optional<Long> firstSubmission,
    Optional<String> note,
    Optional<Instant> opened,
    Optional<Instant> submitted) {

  /**
   * The same in another state.
   *
   * @throws IllegalArgumentException when it cannot go there from its state
   */
  public Assignment in(AssignmentState next) {
    return in(next, note);
  }

  /**
   * The same in another state, with what the owner writes about it.
   *
   * @throws IllegalArgumentException when it cannot go there from its state
   */
  public Assignment in(AssignmentState next, Optional<String> words) {
    if (!state.mayBecome(next)) {
      throw new IllegalArgumentException(
          "an assignment that is %s cannot become %s".formatted(state, next));
    }
    return new Assignment(
        id,
        project,
        round,
        article,
        text,
        annotator,
        phase,
        repeat,
        position,
        next,
        revision,
        head,
        firstSubmission,
        words,
        opened,
        submitted);
  }
}
