package org.testimony.core.annotation;

import java.util.List;
import java.util.Optional;
import org.testimony.core.text.Span;

/**
 * What an operation changes, with the value before where there was one. An empty {@code before} or
 * {@code after} means unset.
 */
public sealed interface Change {

  /** Changes spans, what they carry or how they are linked. */
  sealed interface OfSpans extends Change {}

  /** Marks a span. Of a span that was removed before, it brings it back. */
  record AddSpan(AnnotationId span, Content after) implements OfSpans {}

  /** Removes a span together with its relations and judgements. */
  record RemoveSpan(AnnotationId span, Optional<Content> before) implements OfSpans {}

  /** Moves a span to other words. */
  record MoveSpan(AnnotationId span, Optional<Place> before, Place after) implements OfSpans {}

  /** Puts a span on another layer; features that the other layer lacks go. */
  record Relabel(AnnotationId span, Optional<String> before, String after) implements OfSpans {}

  /** Sets or unsets a feature of a span. */
  record SetFeature(
      AnnotationId span, String field, Optional<FeatureValue> before, Optional<FeatureValue> after)
      implements OfSpans {}

  /** Links two spans. */
  record Link(RelationId relation, Relation.Ends after) implements OfSpans {}

  /** Removes a link. */
  record Unlink(RelationId relation, Optional<Relation.Ends> before) implements OfSpans {}

  /** Gives or takes back the stance of a claim toward a target. */
  record Judge(AnnotationId claim, String target, Optional<String> before, Optional<String> after)
      implements Change {}

  /** Sets or unsets a value of the article as a whole. */
  record SetArticleValue(
      AnnotationSet.ValueKey key, Optional<FeatureValue> before, Optional<FeatureValue> after)
      implements Change {}

  /** Writes or removes a note on a span, or on the article where {@code span} is empty. */
  record SetNote(Optional<AnnotationId> span, Optional<String> before, Optional<String> after)
      implements Change {}

  /** Asks to discuss a span or the article, or no longer. */
  record SetFlag(Optional<AnnotationId> span, boolean before, boolean after) implements Change {}

  /**
   * Hands the set in.
   *
   * @param unsetStanceConfirmed whether the annotator was asked about claims without stance and
   *     leaves them so
   */
  record Submit(boolean unsetStanceConfirmed) implements Change {}

  /** Gives a submitted set back. Written by the server only. */
  record Reopen() implements Change {}

  /**
   * Where a span lies.
   *
   * @param span the place
   * @param quote the exact text of each fragment
   */
  record Place(Span span, List<String> quote) {

    /** Copies. */
    public Place {
      quote = List.copyOf(quote);
    }
  }
}
