package org.testimony.core.agreement;

/**
 * What was left out of a coefficient, and why.
 *
 * @param cause why
 * @param count how many, in the unit that the cause names
 */
public record Exclusion(Cause cause, long count) {

  /** Why something was left out. */
  public enum Cause {
    /** Items with fewer than two values. */
    ITEM_WITH_ONE_VALUE,
    /** Items that not everybody labelled, where the measure needs all. */
    ITEM_NOT_LABELLED_BY_ALL,
    /** Documents that fewer than two annotators saw. */
    DOCUMENT_WITH_ONE_ANNOTATOR,
    /** Values that an annotator left unset. */
    VALUE_UNSET,
    /** Marks without a partner. */
    MARK_NOT_MATCHED,
    /** Values that are not on the scale. */
    VALUE_OFF_SCALE,
    /** Values that are several labels at once, where the measure takes one. */
    VALUE_WITH_SEVERAL_LABELS,
    /** Values that are not among the labels declared for the measure. */
    VALUE_NOT_DECLARED
  }

  /** Refuses a count below one: what was not left out is not listed. */
  public Exclusion {
    if (count < 1) {
      throw new IllegalArgumentException(
          "an exclusion counts at least one, %s has %d".formatted(cause, count));
    }
  }
}
