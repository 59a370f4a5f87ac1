package org.testimony.core.text;

/**
 * One unbroken piece of a span: the code points {@code begin} (inclusive) to {@code end}
 * (exclusive).
 *
 * @param begin index of the first code point, from 0
 * @param end index after the last code point, greater than {@code begin}
 */
public record Fragment(int begin, int end) implements Comparable<Fragment> {

  /** Refuses negative, empty and reversed ranges. */
  public Fragment {
    if (begin < 0) {
      throw new IllegalArgumentException(
          "span [%d, %d) begins before the text".formatted(begin, end));
    }
    if (end == begin) {
      throw new IllegalArgumentException("span [%d, %d) is empty".formatted(begin, end));
    }
    if (end < begin) {
      throw new IllegalArgumentException(
          "span [%d, %d) ends before it starts".formatted(begin, end));
    }
  }

  /** Number of code points. */
  public int length() {
    return end - begin;
  }

  @Override
  public int compareTo(Fragment other) {
    int byBegin = Integer.compare(begin, other.begin);
    return byBegin != 0 ? byBegin : Integer.compare(end, other.end);
  }
}
