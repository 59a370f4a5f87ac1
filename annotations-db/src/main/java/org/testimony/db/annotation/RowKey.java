package org.testimony.db.annotation;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.db.assignment.Assignment;

/** The primary key of annotations and relations: their id is unique within the assignment. */
@NullUnmarked
class RowKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID assignmentId;
  private UUID id;

  RowKey() {}

  RowKey(Assignment assignment, UUID id) {
    this.assignmentId = assignment.id().value();
    this.id = id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowKey key
        && key.assignmentId.equals(assignmentId)
        && key.id.equals(id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(assignmentId, id);
  }
}
