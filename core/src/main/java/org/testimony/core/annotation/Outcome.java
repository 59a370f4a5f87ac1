package org.testimony.core.annotation;

/** What became of an operation. */
public sealed interface Outcome {

  /**
   * It holds.
   *
   * @param set the set after it; equal to the set before where it changed nothing
   */
  record Applied(AnnotationSet set) implements Outcome {}

  /**
   * It does not hold, and nothing changed.
   *
   * @param rejection why
   */
  record Rejected(Rejection rejection) implements Outcome {}
}
