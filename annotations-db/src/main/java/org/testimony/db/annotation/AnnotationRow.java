package org.testimony.db.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.Content;
import org.testimony.core.annotation.Origin;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Quote;
import org.testimony.db.assignment.Assignment;

/** A row of {@code annotation}. */
@Entity
@Table(name = "annotation")
@IdClass(RowKey.class)
@NullUnmarked
class AnnotationRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id
  @Column(name = "assignment_id")
  private UUID assignmentId;

  @Id private UUID id;

  @Column(name = "text_id")
  private UUID textId;

  private String layer;
  private String span;

  @Column(name = "first_character")
  private int firstCharacter;

  @Column(name = "last_character")
  private int lastCharacter;

  private String quote;
  private String prefix;
  private String suffix;
  private String features;
  private String note;
  private boolean discuss;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Column(name = "codebook_version")
  private String codebookVersion;

  private long revision;
  private boolean deleted;

  AnnotationRow() {}

  AnnotationRow(Assignment assignment, AnnotationId id) {
    this.projectId = assignment.project().value();
    this.assignmentId = assignment.id().value();
    this.id = id.value();
    this.textId = assignment.text().value();
  }

  void set(Annotation annotation, ArticleText text, String version, long newRevision) {
    Content content = annotation.content();
    Quote words = Quote.at(text, content.span());
    layer = content.layer();
    span = ColumnJson.span(content.span());
    firstCharacter = content.span().begin();
    lastCharacter = content.span().end();
    quote = ColumnJson.texts(content.quote());
    prefix = words.prefix();
    suffix = words.suffix();
    features = ColumnJson.features(content.features());
    note = content.note().orElse(null);
    discuss = content.discuss();
    origin = annotation.origin();
    codebookVersion = version;
    revision = newRevision;
    deleted = false;
  }

  void delete(long newRevision) {
    deleted = true;
    revision = newRevision;
  }

  boolean isDeleted() {
    return deleted;
  }

  Annotation annotation() {
    Content content =
        new Content(
            layer,
            ColumnJson.span(span),
            ColumnJson.texts(quote),
            ColumnJson.features(features),
            Optional.ofNullable(note),
            discuss);
    return new Annotation(new AnnotationId(id), content, origin);
  }

  StoredAnnotation stored() {
    Annotation annotation = annotation();
    Quote words = new Quote(annotation.content().quote(), prefix, suffix);
    return new StoredAnnotation(annotation, words, codebookVersion, revision);
  }
}
