package org.testimony.core.article;

import java.util.UUID;

/**
 * Names one article of a project.
 *
 * @param value a time-ordered UUID; it never leaves in a release
 */
public record ArticleId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
