package org.testimony.db.article;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.article.ArticleId;
import org.testimony.core.text.ArticleText;
import org.testimony.db.project.ProjectId;

/** A row of {@code text_version}; the id alone is unique. */
@Entity
@Table(name = "text_version")
@NullUnmarked
class TextRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id private UUID id;

  @Column(name = "article_id")
  private UUID articleId;

  @Column(name = "number")
  private int number;

  @Basic(fetch = FetchType.LAZY)
  private String characters;

  /** Read by queries only. */
  @SuppressWarnings("UnusedVariable")
  private int length;

  private String sha256;

  @Column(name = "source_sha256")
  private String sourceSha256;

  @Column(name = "source_name")
  private String sourceName;

  @Column(name = "declared_encoding")
  private String declaredEncoding;

  @Column(name = "encoding")
  private String encoding;

  @Column(name = "byte_order_mark")
  private boolean byteOrderMark;

  @Column(name = "importer")
  private String importer;

  @Column(name = "importer_version")
  private String importerVersion;

  @Column(name = "importer_options")
  private String importerOptions;

  @Column(name = "created_at")
  private Instant createdAt;

  TextRow() {}

  TextRow(
      ProjectId project,
      TextId id,
      ArticleId article,
      int number,
      ArticleText text,
      TextSource source,
      Instant createdAt) {
    this.projectId = project.value();
    this.id = id.value();
    this.articleId = article.value();
    this.number = number;
    this.characters = text.characters();
    this.length = text.length();
    this.sha256 = text.sha256().hex();
    this.sourceSha256 = source.sha256();
    this.sourceName = source.name();
    this.declaredEncoding = source.declaredEncoding().orElse(null);
    this.encoding = source.encoding();
    this.byteOrderMark = source.byteOrderMark();
    this.importer = source.importer();
    this.importerVersion = source.importerVersion();
    this.importerOptions = source.options();
    this.createdAt = createdAt;
  }

  TextSource source() {
    return new TextSource(
        sourceName,
        sourceSha256,
        Optional.ofNullable(declaredEncoding),
        encoding,
        byteOrderMark,
        importer,
        importerVersion,
        importerOptions);
  }

  /** The text, checked against the hash that was stored with it. */
  ArticleText text() {
    return checked(id, characters, sha256);
  }

  /** A text of these characters, checked against the hash that was stored with them. */
  static ArticleText checked(UUID id, String characters, String sha256) {
    ArticleText text = ArticleText.of(characters);
    if (!text.sha256().hex().equals(sha256)) {
      throw new IllegalStateException(
          "text %s is not what was stored: its SHA-256 is %s, recorded is %s"
              .formatted(id, text.sha256(), sha256));
    }
    return text;
  }
}
