package org.testimony.core.compare;

/**
 * Two marks of two annotators that are taken for the same thing.
 *
 * @param left mark of the annotator whose name comes first
 * @param right mark of the other
 * @param shared characters that both cover
 * @param union characters that at least one covers
 */
public record MatchedMarks(Mark left, Mark right, int shared, int union) {

  /** Intersection over union of the two spans. */
  public double iou() {
    return (double) shared / union;
  }
}
