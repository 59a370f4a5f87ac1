package org.testimony.db.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code project}. */
@Entity
@Table(name = "project")
@NullUnmarked
class ProjectRow {

  @Id private UUID id;
  private String key;
  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  ProjectRow() {}

  ProjectRow(UUID id, String key, String name, Instant createdAt) {
    this.id = id;
    this.key = key;
    this.name = name;
    this.createdAt = createdAt;
  }

  void rename(String newName) {
    name = newName;
  }

  Project project() {
    return new Project(new ProjectId(id), key, name, version);
  }
}
