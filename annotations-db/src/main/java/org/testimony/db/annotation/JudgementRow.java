package org.testimony.db.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.db.assignment.Assignment;

/** A row of {@code judgement} on the annotator's own claim. */
@Entity
@Table(name = "judgement")
@IdClass(JudgementRow.Key.class)
@NullUnmarked
class JudgementRow {

  /** What {@code claim_version} says of the annotator's own claims. */
  static final int OWN = 0;

  @Column(name = "project_id")
  private UUID projectId;

  @Id
  @Column(name = "assignment_id")
  private UUID assignmentId;

  @Id
  @Column(name = "claim_id")
  private UUID claimId;

  @Id
  @Column(name = "claim_version")
  private int claimVersion;

  @Id private String target;
  private String value;

  @Column(name = "revision")
  private long revision;

  JudgementRow() {}

  JudgementRow(Assignment assignment, JudgementKey key) {
    this.projectId = assignment.project().value();
    this.assignmentId = assignment.id().value();
    this.claimId = key.claim().value();
    this.claimVersion = OWN;
    this.target = key.target();
  }

  void set(String newValue, long newRevision) {
    value = newValue;
    revision = newRevision;
  }

  JudgementKey key() {
    return new JudgementKey(new AnnotationId(claimId), target);
  }

  String value() {
    return value;
  }

  /** The primary key. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID assignmentId;
    private UUID claimId;
    private int claimVersion;
    private String target;

    Key() {}

    Key(Assignment assignment, JudgementKey key) {
      this.assignmentId = assignment.id().value();
      this.claimId = key.claim().value();
      this.claimVersion = OWN;
      this.target = key.target();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.assignmentId.equals(assignmentId)
          && key.claimId.equals(claimId)
          && key.claimVersion == claimVersion
          && key.target.equals(target);
    }

    @Override
    public int hashCode() {
      return Objects.hash(assignmentId, claimId, claimVersion, target);
    }
  }
}
