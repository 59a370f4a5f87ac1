package org.testimony.core.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a text at its line ends: LF, CR LF or a lone CR. */
public final class Paragraphs {

  private Paragraphs() {}

  /**
   * The lines that hold more than white space, in order, without their line ends.
   *
   * @return code point ranges, disjoint and sorted
   */
  public static List<Fragment> of(ArticleText text) {
    List<Fragment> paragraphs = new ArrayList<>();
    int[] codePoints = text.characters().codePoints().toArray();
    int begin = 0;
    for (int i = 0; i <= codePoints.length; i++) {
      if (i < codePoints.length && codePoints[i] != '\n' && codePoints[i] != '\r') {
        continue;
      }
      if (hasInk(codePoints, begin, i)) {
        paragraphs.add(new Fragment(begin, i));
      }
      begin = i + 1;
    }
    return List.copyOf(paragraphs);
  }

  private static boolean hasInk(int[] codePoints, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!Character.isWhitespace(codePoints[i]) && !Character.isSpaceChar(codePoints[i])) {
        return true;
      }
    }
    return false;
  }
}
