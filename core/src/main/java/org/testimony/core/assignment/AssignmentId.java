package org.testimony.core.assignment;

import java.util.UUID;

/**
 * Names one assignment.
 *
 * @param value a time-ordered UUID; it never leaves in a release
 */
public record AssignmentId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
