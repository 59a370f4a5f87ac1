package org.testimony.core.annotation;

/**
 * One labelled span.
 *
 * @param id its name in the assignment
 * @param content what it says
 * @param origin how it came to be
 */
public record Annotation(AnnotationId id, Content content, Origin origin) {

  /** The same with other content; an accepted suggestion that changes counts as edited. */
  public Annotation with(Content changed) {
    boolean edited = origin == Origin.ACCEPTED && !changed.equals(content);
    return new Annotation(id, changed, edited ? Origin.EDITED : origin);
  }

  /** The layer's id. */
  public String layer() {
    return content.layer();
  }
}
