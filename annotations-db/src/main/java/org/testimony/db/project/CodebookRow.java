package org.testimony.db.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.codebook.CodebookReader;
import org.testimony.core.codebook.Reading;
import org.testimony.db.account.AccountId;

/** A row of {@code codebook}; the id alone is unique. */
@Entity
@Table(name = "codebook")
@NullUnmarked
class CodebookRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id private UUID id;
  private int ordinal;
  private String version;
  private String sha256;
  private String document;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private UUID createdBy;

  CodebookRow() {}

  CodebookRow(ProjectId project, CodebookVersion version, String document, AccountId by) {
    this.projectId = project.value();
    this.id = version.id();
    this.ordinal = version.ordinal();
    this.version = version.codebook().version().toString();
    this.sha256 = version.sha256();
    this.document = document;
    this.createdAt = version.created();
    this.createdBy = by.value();
  }

  CodebookVersion codebookVersion() {
    if (CodebookReader.read(document) instanceof Reading.Valid valid) {
      return new CodebookVersion(id, ordinal, valid.codebook(), sha256, createdAt);
    }
    throw new IllegalStateException(
        "codebook %s of project %s is stored in a form this program cannot read"
            .formatted(version, projectId));
  }
}
