package org.testimony.core.annotation;

import java.util.UUID;

/**
 * Names one relation of an assignment.
 *
 * @param value random, made by the client, unique within the assignment; it never leaves in a
 *     release
 */
public record RelationId(UUID value) implements Comparable<RelationId> {

  @Override
  public int compareTo(RelationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
