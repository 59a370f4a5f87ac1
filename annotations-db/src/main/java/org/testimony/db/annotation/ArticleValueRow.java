package org.testimony.db.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.db.assignment.Assignment;

/** A row of {@code article_value}. */
@Entity
@Table(name = "article_value")
@IdClass(ArticleValueRow.Key.class)
@NullUnmarked
class ArticleValueRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id
  @Column(name = "assignment_id")
  private UUID assignmentId;

  @Id private String feature;
  @Id private String target;
  private String value;

  @Column(name = "revision")
  private long revision;

  ArticleValueRow() {}

  ArticleValueRow(Assignment assignment, ValueKey key) {
    this.projectId = assignment.project().value();
    this.assignmentId = assignment.id().value();
    this.feature = key.feature();
    this.target = key.target().orElse("");
  }

  void set(FeatureValue newValue, long newRevision) {
    value = ColumnJson.value(newValue);
    revision = newRevision;
  }

  ValueKey key() {
    return new ValueKey(feature, Optional.of(target).filter(t -> !t.isEmpty()));
  }

  FeatureValue value() {
    return ColumnJson.value(value);
  }

  /** The primary key. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID assignmentId;
    private String feature;
    private String target;

    Key() {}

    Key(Assignment assignment, ValueKey key) {
      this.assignmentId = assignment.id().value();
      this.feature = key.feature();
      this.target = key.target().orElse("");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.assignmentId.equals(assignmentId)
          && key.feature.equals(feature)
          && key.target.equals(target);
    }

    @Override
    public int hashCode() {
      return Objects.hash(assignmentId, feature, target);
    }
  }
}
