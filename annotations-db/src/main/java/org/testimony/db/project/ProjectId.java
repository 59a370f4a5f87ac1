package org.testimony.db.project;

import java.util.UUID;

/**
 * Names a project inside the program; people and addresses use its key.
 *
 * @param value a time-ordered UUID; it never leaves in a release
 */
public record ProjectId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
