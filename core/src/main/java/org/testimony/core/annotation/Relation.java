package org.testimony.core.annotation;

/**
 * A link between two annotations of the same set, such as SAID_BY from a claim to the words that
 * name its speaker.
 *
 * @param id its name in the assignment
 * @param ends type and ends
 */
public record Relation(RelationId id, Ends ends) {

  /**
   * What a relation says, without its name.
   *
   * @param type id of a relation type of the codebook
   * @param from where it starts
   * @param to where it ends
   */
  public record Ends(String type, AnnotationId from, AnnotationId to) {

    /** Whether one of the ends is this annotation. */
    public boolean touches(AnnotationId annotation) {
      return from.equals(annotation) || to.equals(annotation);
    }
  }
}
