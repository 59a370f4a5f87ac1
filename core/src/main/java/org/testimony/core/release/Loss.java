package org.testimony.core.release;

import java.util.List;

/**
 * Something of the corpus that a format cannot hold, or holds in another form.
 *
 * @param kind what
 * @param count how often; never 0
 * @param where the names concerned; empty where it concerns all of them alike
 */
public record Loss(Kind kind, int count, List<String> where) {

  /** What formats lose. */
  public enum Kind {
    /** Characters of texts are not in it. */
    TEXTS_LEFT_OUT,
    /** Codebook, people and rounds are not in it. */
    PROJECT_LEFT_OUT,
    /** Sets that were changed after their first submission: only the newest form is in it. */
    FIRST_SUBMISSIONS_LEFT_OUT,
    /** Assignments that were not begun, or were skipped, are not in it. */
    SETS_NOT_BEGUN_LEFT_OUT,
    /** Values of the article as a whole are not in it. */
    ARTICLE_VALUES_LEFT_OUT,
    /** Notes and flags on the article as a whole are not in it. */
    ARTICLE_NOTES_LEFT_OUT,
    /** How annotations came to be, and under which version of the codebook, is not in it. */
    ORIGINS_LEFT_OUT,
    /** Carriage returns of a text stand as spaces. */
    CARRIAGE_RETURNS_AS_SPACES,
    /** A span over a line break is cut into fragments there. */
    SPANS_SPLIT_AT_LINE_BREAKS,
    /** A span of nothing but line breaks is left out, with its links and stances. */
    SPANS_OF_LINE_BREAKS_LEFT_OUT,
    /** Line breaks and tabs in notes stand as spaces. */
    NOTE_BREAKS_AS_SPACES,
    /** Cells that a spreadsheet would run have an apostrophe before them. */
    CELLS_GUARDED
  }

  /** Copies; refuses a loss of nothing. */
  public Loss {
    where = List.copyOf(where);
    if (count < 1) {
      throw new IllegalArgumentException("%s is lost %d times".formatted(kind, count));
    }
  }
}
