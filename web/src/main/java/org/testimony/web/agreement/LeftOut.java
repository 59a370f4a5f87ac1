package org.testimony.web.agreement;

/**
 * Assignments that the report does not count.
 *
 * @param why they are left out
 * @param count how many
 */
public record LeftOut(Why why, long count) {

  /** Why assignments are left out. */
  public enum Why {
    /** Not submitted yet. */
    NOT_SUBMITTED,
    /** Given back and not submitted again. */
    GIVEN_BACK,
    /** Skipped. */
    SKIPPED,
    /** The same article again for the same person, to see how far people agree with themselves. */
    REPEAT,
    /** The same article again for the same person in a later round. */
    LATER_ROUND,
    /** Marked, where the report is of those who judged fixed claims; or the other way round. */
    OTHER_PHASE,
    /** Made on an older text of the article. */
    OLDER_TEXT,
    /** Submitted under another major version of the codebook. */
    OTHER_CODEBOOK,
    /** Submitted in a round of another purpose, which is reported apart. */
    OTHER_PURPOSE
  }
}
