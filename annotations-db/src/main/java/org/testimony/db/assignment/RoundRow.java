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
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.db.project.ProjectId;

/** A row of {@code round}; the id alone is unique. */
@Entity
@Table(name = "round")
@NullUnmarked
class RoundRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id private UUID id;
  private int number;
  private String name;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Enumerated(EnumType.STRING)
  private Phase phase;

  private int overlap;
  private long seed;

  @Column(name = "codebook_id")
  private UUID codebookId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "locked_at")
  private Instant lockedAt;

  RoundRow() {}

  RoundRow(ProjectId project, Round round, Instant createdAt) {
    this.projectId = project.value();
    this.id = round.id();
    this.number = round.number();
    this.name = round.name();
    this.purpose = round.purpose();
    this.phase = round.phase();
    this.overlap = round.overlap();
    this.seed = round.seed();
    this.codebookId = round.codebook();
    this.createdAt = createdAt;
    this.lockedAt = round.locked().orElse(null);
  }

  boolean isIn(ProjectId project) {
    return project.value().equals(projectId);
  }

  void lock(Instant now) {
    lockedAt = now;
  }

  Round round() {
    return new Round(
        id, number, name, purpose, phase, overlap, seed, codebookId, Optional.ofNullable(lockedAt));
  }
}
