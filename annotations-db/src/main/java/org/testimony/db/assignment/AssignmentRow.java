package org.testimony.db.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.text.Hash;
import org.testimony.db.account.AccountId;
import org.testimony.db.article.TextId;
import org.testimony.db.project.ProjectId;

/** A row of {@code assignment}. */
@Entity
@Table(name = "assignment")
@NullUnmarked
class AssignmentRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id private UUID id;

  @Column(name = "round_id")
  private UUID roundId;

  @Column(name = "article_id")
  private UUID articleId;

  @Column(name = "text_id")
  private UUID textId;

  @Column(name = "annotator_id")
  private UUID annotatorId;

  @Enumerated(EnumType.STRING)
  private Phase phase;

  private int repeat;
  private int position;

  @Enumerated(EnumType.STRING)
  private AssignmentState state;

  private long revision;

  @Column(name = "head_hash")
  private String headHash;

  @Column(name = "first_submission")
  private Long firstSubmission;

  @Column(name = "return_note")
  private String returnNote;

  @Column(name = "skip_reason")
  private String skipReason;

  @Column(name = "set_note")
  private String setNote;

  @Column(name = "set_discuss")
  private boolean setDiscuss;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  AssignmentRow() {}

  AssignmentRow(Assignment assignment, Instant createdAt) {
    this.projectId = assignment.project().value();
    this.id = assignment.id().value();
    this.roundId = assignment.round();
    this.articleId = assignment.article().value();
    this.textId = assignment.text().value();
    this.annotatorId = assignment.annotator().value();
    this.phase = assignment.phase();
    this.repeat = assignment.repeat();
    this.position = assignment.position();
    this.createdAt = createdAt;
    set(assignment);
  }

  void set(Assignment assignment) {
    state = assignment.state();
    revision = assignment.revision();
    headHash = assignment.head().hex();
    firstSubmission = assignment.firstSubmission().orElse(null);
    boolean skipped = state == AssignmentState.SKIPPED;
    returnNote = skipped ? null : assignment.note().orElse(null);
    skipReason = skipped ? assignment.note().orElse(null) : null;
    openedAt = assignment.opened().orElse(null);
    submittedAt = assignment.submitted().orElse(null);
  }

  void setNoteAndFlag(Optional<String> note, boolean discuss) {
    setNote = note.orElse(null);
    setDiscuss = discuss;
  }

  Optional<String> setNote() {
    return Optional.ofNullable(setNote);
  }

  boolean setDiscuss() {
    return setDiscuss;
  }

  Assignment assignment() {
    return new Assignment(
        new AssignmentId(id),
        new ProjectId(projectId),
        roundId,
        new ArticleId(articleId),
        new TextId(textId),
        new AccountId(annotatorId),
        phase,
        repeat,
        position,
        state,
        revision,
        new Hash(headHash),
        Optional.ofNullable(firstSubmission),
        Optional.ofNullable(state == AssignmentState.SKIPPED ? skipReason : returnNote),
        Optional.ofNullable(openedAt),
        Optional.ofNullable(submittedAt));
  }
}
