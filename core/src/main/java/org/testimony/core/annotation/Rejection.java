package org.testimony.core.annotation;

import java.util.List;

/**
 * Why an operation was not applied.
 *
 * @param code what kind of fault
 * @param detail the fault in words, with the values concerned
 * @param missing for {@link Code#INCOMPLETE} and {@link Code#STANCE_UNSET}: what has to be added,
 *     where
 */
public record Rejection(Code code, String detail, List<Missing> missing) {

  /** Kinds of faults. */
  public enum Code {
    /** The span leaves the text. */
    SPAN_OUTSIDE_TEXT,
    /** The quote is not what the text says at the span. */
    QUOTE_MISMATCH,
    /** The codebook has no such layer, or it is switched off. */
    UNKNOWN_LAYER,
    /** The layer has no such feature. */
    UNKNOWN_FEATURE,
    /** The feature has no such label. */
    UNKNOWN_LABEL,
    /** The codebook has no such target, or the feature is not asked per target. */
    UNKNOWN_TARGET,
    /** The codebook has no such relation. */
    UNKNOWN_RELATION,
    /** The annotation is not in the set. */
    NO_SUCH_ANNOTATION,
    /** There is already an annotation or relation of that name. */
    ALREADY_EXISTS,
    /** The relation does not go between annotations of these layers. */
    WRONG_ENDS,
    /** The value has the wrong form for its feature. */
    BAD_VALUE,
    /** Spans and links of this assignment were fixed by others. */
    FIXED,
    /** The set cannot be submitted yet: required parts are missing. */
    INCOMPLETE,
    /** The set was submitted before this operation came. */
    ASSIGNMENT_CLOSED,
    /** Claims have no stance, and nobody confirmed that they stay so. */
    STANCE_UNSET
  }

  /** Copies. */
  public Rejection {
    missing = List.copyOf(missing);
  }

  /** A rejection without a list of what is missing. */
  public static Rejection of(Code code, String detail) {
    return new Rejection(code, detail, List.of());
  }

  /**
   * Something that a complete set has and this one lacks.
   *
   * @param subject the annotation that lacks it
   * @param field the feature, the relation type, or the target without stance
   * @param kind which of the three
   */
  public record Missing(AnnotationId subject, String field, Kind kind) {

    /** What is lacking. */
    public enum Kind {
      /** A required feature. */
      REQUIRED_FEATURE,
      /** A required relation. */
      REQUIRED_RELATION,
      /** A stance; it may stay unset. */
      STANCE
    }
  }
}
