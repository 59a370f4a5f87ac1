package org.testimony.db.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.db.project.ProjectId;

/** A row of {@code article}; the id alone is unique. */
@Entity
@Table(name = "article")
@NullUnmarked
class ArticleRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id private UUID id;
  private String title;
  private String outlet;
  private String url;
  private LocalDate published;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  ArticleRow() {}

  ArticleRow(ProjectId project, ArticleId id, ArticleDetails details, Instant createdAt) {
    this.projectId = project.value();
    this.id = id.value();
    this.createdAt = createdAt;
    set(details);
  }

  void set(ArticleDetails details) {
    title = details.title();
    outlet = details.outlet().orElse(null);
    url = details.url().orElse(null);
    published = details.published().orElse(null);
  }

  ProjectId project() {
    return new ProjectId(projectId);
  }

  int version() {
    return version;
  }

  Article article(TextId text, int length, String sha256) {
    ArticleDetails details =
        new ArticleDetails(
            title,
            Optional.ofNullable(outlet),
            Optional.ofNullable(url),
            Optional.ofNullable(published));
    return new Article(new ArticleId(id), details, text, length, sha256, createdAt, version);
  }
}
