package org.testimony.core.annotation;

import java.util.UUID;

/**
 * Names one annotation (a labelled span) of an assignment.
 *
 * @param value random, made by the client, unique within the assignment; it never leaves in a
 *     release
 */
public record AnnotationId(UUID value) implements Comparable<AnnotationId> {

  @Override
  public int compareTo(AnnotationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
