package org.testimony.web.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.text.HashChain;
import org.testimony.db.account.AccountId;
import org.testimony.db.article.Article;
import org.testimony.db.article.TextId;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Round;
import org.testimony.db.project.ProjectId;

class SelectionTest {

  private static final UUID PRODUCTION = new UUID(10, 1);
  private static final UUID LATER = new UUID(10, 2);
  private static final UUID PILOT = new UUID(10, 3);
  private static final ArticleId ARTICLE = new ArticleId(new UUID(20, 1));
  private static final TextId TEXT = new TextId(new UUID(30, 1));
  private static final TextId OLD_TEXT = new TextId(new UUID(30, 0));

  private static final Selection.Frame FRAME =
      new Selection.Frame(
          Map.of(
              PRODUCTION, round(PRODUCTION, 1, Purpose.PRODUCTION),
              LATER, round(LATER, 2, Purpose.PRODUCTION),
              PILOT, round(PILOT, 3, Purpose.PILOT)),
          Map.of(
              ARTICLE,
              new Article(
                  ARTICLE,
                  ArticleDetails.titled("Tunnel"),
                  TEXT,
                  100,
                  "0".repeat(64),
                  Instant.EPOCH,
                  1)),
          1);

  private final List<Assignment> assignments = new ArrayList<>();

  private static Round round(UUID id, int number, Purpose purpose) {
    return new Round(
        id, number, "Round", purpose, Phase.MARK, 2, 1, new UUID(0, 0), Optional.empty());
  }

  /** An assignment of its own annotator. */
  private Assignment add(UUID round, AssignmentState state, Optional<Long> firstSubmission) {
    return add(round, state, firstSubmission, assignments.size() + 1, Phase.MARK, 0, TEXT);
  }

  private Assignment add(
      UUID round,
      AssignmentState state,
      Optional<Long> firstSubmission,
      int annotator,
      Phase phase,
      int repeat,
      TextId text) {
    Assignment assignment =
        new Assignment(
            new AssignmentId(new UUID(40, assignments.size())),
            new ProjectId(new UUID(50, 1)),
            round,
            ARTICLE,
            text,
            new AccountId(new UUID(60, annotator)),
            phase,
            repeat,
            1,
            state,
            9,
            HashChain.START,
            firstSubmission,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assignments.add(assignment);
    return assignment;
  }

  private Selection select(Purpose purpose) {
    return Selection.of(assignments, FRAME, purpose, Phase.MARK, a -> 1);
  }

  @Test
  void submitted_and_locked_sets_of_the_purpose_are_counted() {
    Assignment submitted = add(PRODUCTION, AssignmentState.SUBMITTED, Optional.of(9L));
    Assignment locked = add(PRODUCTION, AssignmentState.LOCKED, Optional.of(5L));
    assertThat(select(Purpose.PRODUCTION).counted()).containsExactly(submitted, locked);
    assertThat(select(Purpose.PRODUCTION).leftOut()).isEmpty();
  }

  @Test
  void whatever_is_left_out_is_counted_with_its_reason() {
    add(PRODUCTION, AssignmentState.NEW, Optional.empty());
    add(PRODUCTION, AssignmentState.OPEN, Optional.empty());
    add(PRODUCTION, AssignmentState.RETURNED, Optional.of(4L));
    add(PRODUCTION, AssignmentState.OPEN, Optional.of(4L));
    add(PRODUCTION, AssignmentState.SKIPPED, Optional.empty());
    add(PRODUCTION, AssignmentState.SUBMITTED, Optional.of(9L), 7, Phase.JUDGE, 0, TEXT);
    add(PRODUCTION, AssignmentState.SUBMITTED, Optional.of(9L), 8, Phase.MARK, 1, TEXT);
    add(PRODUCTION, AssignmentState.SUBMITTED, Optional.of(9L), 9, Phase.MARK, 0, OLD_TEXT);
    add(PILOT, AssignmentState.SUBMITTED, Optional.of(9L));
    add(PILOT, AssignmentState.NEW, Optional.empty());
    Selection selection = select(Purpose.PRODUCTION);
    assertThat(selection.counted()).isEmpty();
    assertThat(selection.leftOut())
        .containsExactlyInAnyOrder(
            new LeftOut(LeftOut.Why.NOT_SUBMITTED, 2),
            new LeftOut(LeftOut.Why.GIVEN_BACK, 2),
            new LeftOut(LeftOut.Why.SKIPPED, 1),
            new LeftOut(LeftOut.Why.OTHER_PHASE, 1),
            new LeftOut(LeftOut.Why.REPEAT, 1),
            new LeftOut(LeftOut.Why.OLDER_TEXT, 1),
            new LeftOut(LeftOut.Why.OTHER_PURPOSE, 1));
  }

  @Test
  void of_one_person_and_article_the_earlier_round_counts() {
    Assignment later =
        add(LATER, AssignmentState.SUBMITTED, Optional.of(9L), 1, Phase.MARK, 0, TEXT);
    Assignment first =
        add(PRODUCTION, AssignmentState.SUBMITTED, Optional.of(9L), 1, Phase.MARK, 0, TEXT);
    Selection selection = select(Purpose.PRODUCTION);
    assertThat(selection.counted()).containsExactly(first).doesNotContain(later);
    assertThat(selection.leftOut()).containsExactly(new LeftOut(LeftOut.Why.LATER_ROUND, 1));
  }

  @Test
  void a_pilot_is_reported_apart() {
    add(PRODUCTION, AssignmentState.SUBMITTED, Optional.of(9L));
    Assignment pilot = add(PILOT, AssignmentState.SUBMITTED, Optional.of(9L));
    assertThat(select(Purpose.PILOT).counted()).containsExactly(pilot);
  }

  @Test
  void another_major_version_of_the_codebook_is_left_out() {
    Assignment one = add(PRODUCTION, AssignmentState.SUBMITTED, Optional.of(9L));
    Assignment two = add(PRODUCTION, AssignmentState.SUBMITTED, Optional.of(9L));
    Selection selection =
        Selection.of(
            assignments, FRAME, Purpose.PRODUCTION, Phase.MARK, a -> a.equals(one) ? 1 : 2);
    assertThat(selection.counted()).containsExactly(one).doesNotContain(two);
    assertThat(selection.leftOut()).containsExactly(new LeftOut(LeftOut.Why.OTHER_CODEBOOK, 1));
  }
}
