package org.testimony.db.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.annotation.AnnotationSetJson;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.db.account.AccountId;
import org.testimony.db.article.TextId;
import org.testimony.db.project.ProjectId;

/** A row of {@code fixed_claims}; the id alone is unique. */
@Entity
@Table(name = "fixed_claims")
@NullUnmarked
class FixedClaimsRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id private UUID id;

  @Column(name = "text_id")
  private UUID textId;

  private int version;
  private int claims;
  private String document;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private UUID createdBy;

  FixedClaimsRow() {}

  FixedClaimsRow(ProjectId project, UUID id, FixedList list, AccountId by) {
    this.projectId = project.value();
    this.id = id;
    this.textId = list.text().value();
    this.version = list.version();
    this.claims = list.claims();
    this.document = StrictJson.write(AnnotationSetJson.write(list.set()));
    this.createdAt = list.created();
    this.createdBy = by.value();
  }

  FixedList list() {
    return new FixedList(
        new TextId(textId),
        version,
        claims,
        AnnotationSetJson.read(JsonObject.of(StrictJson.read(document))),
        createdAt);
  }
}
