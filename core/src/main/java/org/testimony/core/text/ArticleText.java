package org.testimony.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The exact characters that offsets refer to. Never normalised and never changed: a byte order mark
 * is removed by {@link Decoding} before, line ends stay as they were. All positions are Unicode
 * code points.
 *
 * <p>Slicing is constant time in the distance to the next of the index marks, which lie {@value
 * #STEP} code points apart.
 */
public final class ArticleText {

  private static final int STEP = 256;

  private final String characters;
  private final int length;

  /** UTF-16 index of code point 0, STEP, 2·STEP …; empty where every code point is one unit. */
  private final int[] marks;

  private ArticleText(String characters) {
    this.characters = characters;
    this.length = characters.codePointCount(0, characters.length());
    this.marks = length == characters.length() ? new int[0] : marks(characters, length);
  }

  /**
   * A text of these characters.
   *
   * @throws IllegalArgumentException when they hold NUL or a lone surrogate; the message names the
   *     code point position
   */
  public static ArticleText of(String characters) {
    int position = 0;
    for (int i = 0; i < characters.length(); position++) {
      int codePoint = characters.codePointAt(i);
      if (codePoint == 0) {
        throw new IllegalArgumentException("the text holds NUL at character " + position);
      }
      if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
        throw new IllegalArgumentException(
            "the text holds half a surrogate pair (U+%04X) at character %d"
                .formatted(codePoint, position));
      }
      i += Character.charCount(codePoint);
    }
    return new ArticleText(characters);
  }

  private static int[] marks(String characters, int length) {
    int[] marks = new int[length / STEP + 1];
    int index = 0;
    for (int mark = 1; mark < marks.length; mark++) {
      index = characters.offsetByCodePoints(index, STEP);
      marks[mark] = index;
    }
    return marks;
  }

  /** All characters. */
  public String characters() {
    return characters;
  }

  /** Length in code points. */
  public int length() {
    return length;
  }

  /** SHA-256 of the text in UTF-8. */
  public Hash sha256() {
    return Hash.of(characters);
  }

  /** The UTF-16 index of a code point position, 0 to {@link #length()}. */
  int utf16Index(int codePoint) {
    if (codePoint < 0 || codePoint > length) {
      throw new IllegalArgumentException(
          "position %d is outside a text of %d characters".formatted(codePoint, length));
    }
    if (marks.length == 0) {
      return codePoint;
    }
    int mark = codePoint / STEP;
    return characters.offsetByCodePoints(marks[mark], codePoint - mark * STEP);
  }

  /**
   * The characters from {@code begin} to before {@code end}.
   *
   * @throws IllegalArgumentException when the range leaves the text
   */
  public String slice(int begin, int end) {
    if (begin < 0 || end < begin || end > length) {
      throw new IllegalArgumentException(
          "span [%d, %d) leaves a text of %d characters".formatted(begin, end, length));
    }
    return characters.substring(utf16Index(begin), utf16Index(end));
  }

  /** The exact text of each fragment of a span, in order. */
  public List<String> slices(Span span) {
    List<String> slices = new ArrayList<>(span.fragments().size());
    for (Fragment fragment : span.fragments()) {
      slices.add(slice(fragment.begin(), fragment.end()));
    }
    return List.copyOf(slices);
  }

  /** Whether the span lies inside the text. */
  public boolean contains(Span span) {
    return span.end() <= length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArticleText text && text.characters.equals(characters);
  }

  @Override
  public int hashCode() {
    return characters.hashCode();
  }

  @Override
  public String toString() {
    return "text of %d characters".formatted(length);
  }
}
