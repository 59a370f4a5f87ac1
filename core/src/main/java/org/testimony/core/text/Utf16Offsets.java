package org.testimony.core.text;

/**
 * Conversion between code points and UTF-16 units, the unit of browsers, UIMA and WebAnno.
 *
 * @param text the text that both offsets refer to
 */
public record Utf16Offsets(ArticleText text) {

  /** The UTF-16 index of a code point position, 0 to the text's length. */
  public int fromCodePoints(int codePoints) {
    return text.utf16Index(codePoints);
  }

  /**
   * The code point position of a UTF-16 index.
   *
   * @throws IllegalArgumentException outside the text, or between the two halves of a pair
   */
  public int toCodePoints(int units) {
    String characters = text.characters();
    if (units < 0 || units > characters.length()) {
      throw new IllegalArgumentException(
          "UTF-16 index %d is outside a text of %d units".formatted(units, characters.length()));
    }
    if (units > 0
        && units < characters.length()
        && Character.isLowSurrogate(characters.charAt(units))
        && Character.isHighSurrogate(characters.charAt(units - 1))) {
      throw new IllegalArgumentException(
          "UTF-16 index %d lies inside a surrogate pair".formatted(units));
    }
    return characters.codePointCount(0, units);
  }
}
