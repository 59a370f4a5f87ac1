package org.testimony.core.codebook;

import java.util.OptionalInt;

/**
 * The whole numbers that a place of a codebook may hold.
 *
 * @param least smallest allowed
 * @param most largest allowed
 */
record Numbers(int least, int most) {

  /** Places of the palette. */
  static final Numbers COLOR = new Numbers(1, 6);

  /** How many relations an annotation must have. */
  static final Numbers MIN = new Numbers(0, 99);

  /** How many relations an annotation may have. */
  static final Numbers MAX = new Numbers(1, 99);

  /** Numbers of decision rules. */
  static final Numbers RULE = new Numbers(1, 999);

  /** Whether the number is allowed. */
  boolean contains(int number) {
    return number >= least && number <= most;
  }

  /**
   * The number.
   *
   * @param what names it in the message
   * @throws IllegalArgumentException when it is not allowed
   */
  int require(String what, int number) {
    if (!contains(number)) {
      throw new IllegalArgumentException("%s is %d, expected %s".formatted(what, number, this));
    }
    return number;
  }

  /** As {@link #require(String, int)}, for a number that may be absent. */
  OptionalInt require(String what, OptionalInt number) {
    number.ifPresent(present -> require(what, present));
    return number;
  }

  @Override
  public String toString() {
    return "a whole number from %d to %d".formatted(least, most);
  }
}
