package org.testimony.core.codebook;

import java.util.Optional;

/**
 * One difference between two versions of a codebook, in words of data: a page makes its sentence
 * from {@link #code()}, the subject's name and the values before and after.
 *
 * @param weight whether work goes on
 * @param part what kind of part changed
 * @param subject its place by ids, such as {@code /layers/Claim/features/form/labels/ACT}; empty
 *     for the codebook itself
 * @param name its title, the new one where it has one
 * @param aspect what about it changed
 * @param before the value that was; absent where there was none
 * @param after the value that is; absent where there is none
 */
public record Change(
    Weight weight,
    Part part,
    String subject,
    String name,
    Aspect aspect,
    Optional<String> before,
    Optional<String> after) {

  /** What a change means for work under the version before. */
  public enum Weight {
    /** Labels given before stay right; work goes on. */
    MINOR,
    /** Labels given before may be wrong or missing: a mapping, or open the assignments again. */
    MAJOR
  }

  /** Kinds of parts. */
  public enum Part {
    CODEBOOK,
    LAYER,
    FEATURE,
    ARTICLE_FEATURE,
    LABEL,
    RELATION,
    STANCE,
    TARGET,
    SWITCH,
    RULE
  }

  /** What can change about a part. */
  public enum Aspect {
    /** The part is new; {@code after} is its title. */
    ADDED,
    /** The part is gone; {@code before} was its title. */
    REMOVED,
    /** The parts inside that stayed stand in another order; the values are their ids. */
    ORDER,
    ID,
    TITLE,
    DESCRIPTION,
    DEFINITION,
    GUIDANCE,
    EXAMPLE,
    COUNTER_EXAMPLE,
    TEXT,
    LANGUAGE,
    LICENCE,
    LETTER,
    KEY,
    COLOR,
    GLYPH,
    ENABLED,
    TYPE,
    REQUIRED,
    PER_TARGET,
    FROM,
    TO,
    MIN,
    MAX,
    EXEMPT,
    JUDGED_LAYER,
    SCALE,
    VALUE,
    OPTIONS
  }

  /** Stable code of this kind of change, such as {@code LABEL_REMOVED}. */
  public String code() {
    return part + "_" + aspect;
  }
}
