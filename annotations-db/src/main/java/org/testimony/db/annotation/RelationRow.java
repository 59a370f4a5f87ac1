package org.testimony.db.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.db.assignment.Assignment;

/** A row of {@code relation}. */
@Entity
@Table(name = "relation")
@IdClass(RowKey.class)
@NullUnmarked
class RelationRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id
  @Column(name = "assignment_id")
  private UUID assignmentId;

  @Id private UUID id;
  private String type;

  @Column(name = "from_id")
  private UUID fromId;

  @Column(name = "to_id")
  private UUID toId;

  @Column(name = "revision")
  private long revision;

  RelationRow() {}

  RelationRow(Assignment assignment, Relation relation, long revision) {
    this.projectId = assignment.project().value();
    this.assignmentId = assignment.id().value();
    this.id = relation.id().value();
    this.type = relation.ends().type();
    this.fromId = relation.ends().from().value();
    this.toId = relation.ends().to().value();
    this.revision = revision;
  }

  Relation relation() {
    return new Relation(
        new RelationId(id),
        new Relation.Ends(type, new AnnotationId(fromId), new AnnotationId(toId)));
  }
}
