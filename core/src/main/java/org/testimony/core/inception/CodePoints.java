package org.testimony.core.inception;

import org.testimony.core.text.Fragment;

/** Ranges of UTF-16 units of one text as ranges of code points. */
final class CodePoints {

  private static final int INSIDE = -1;

  /** Code point position of each unit; empty where the two are the same. */
  private final int[] positions;

  private final int units;

  CodePoints(String text) {
    this.units = text.length();
    boolean same = text.codePointCount(0, units) == units;
    this.positions = same ? new int[0] : new int[units + 1];
    int position = 0;
    for (int unit = 0; !same && unit < units; position++) {
      int step = Character.charCount(text.codePointAt(unit));
      positions[unit] = position;
      if (step == 2) {
        positions[unit + 1] = INSIDE;
      }
      unit += step;
    }
    if (!same) {
      positions[units] = position;
    }
  }

  /**
   * The code points of a range that is not empty.
   *
   * @throws IllegalArgumentException outside the text, or between the two halves of a pair
   */
  Fragment fragment(Cas.Range range) {
    return new Fragment(position(range.begin()), position(range.end()));
  }

  private int position(int unit) {
    if (unit < 0 || unit > units) {
      throw new IllegalArgumentException(
          "UTF-16 offset %d is outside a text of %d units".formatted(unit, units));
    }
    int position = positions.length == 0 ? unit : positions[unit];
    if (position == INSIDE) {
      throw new IllegalArgumentException(
          "UTF-16 offset %d lies between the halves of one character".formatted(unit));
    }
    return position;
  }
}
