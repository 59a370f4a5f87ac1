package org.testimony.core.annotation;

import java.util.List;
import java.util.TreeSet;

/** The value of a feature. An unset feature has none; there is no value for unset. */
public sealed interface FeatureValue {

  /**
   * One label, a point of an ordinal scale, or free text.
   *
   * @param text not empty
   */
  record One(String text) implements FeatureValue {

    /** Refuses an empty value. */
    public One {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("a value is not empty; an unset feature has no value");
      }
    }
  }

  /**
   * Several labels of a multiple choice.
   *
   * @param labels sorted, without duplicates, at least one
   */
  record Many(List<String> labels) implements FeatureValue {

    /** Sorts and removes duplicates; refuses an empty list. */
    public Many {
      labels = List.copyOf(new TreeSet<>(labels));
      if (labels.isEmpty()) {
        throw new IllegalArgumentException("no label chosen; an unset feature has no value");
      }
    }
  }

  /** A flag that is set. A flag that is not set has no value. */
  record On() implements FeatureValue {}

  /** A single label or text. */
  static FeatureValue of(String text) {
    return new One(text);
  }

  /** A set flag. */
  static FeatureValue on() {
    return new On();
  }
}
