package org.testimony.core.text;

import java.nio.charset.StandardCharsets;

/**
 * Conversion between code points and bytes of UTF-8.
 *
 * @param text the text that both offsets refer to
 */
public record Utf8Offsets(ArticleText text) {

  /** The byte index of a code point position, 0 to the text's length. */
  public int fromCodePoints(int codePoints) {
    return text.slice(0, codePoints).getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * The code point position of a byte index.
   *
   * @throws IllegalArgumentException outside the text, or inside a character
   */
  public int toCodePoints(int bytes) {
    byte[] utf8 = text.characters().getBytes(StandardCharsets.UTF_8);
    if (bytes < 0 || bytes > utf8.length) {
      throw new IllegalArgumentException(
          "byte %d is outside a text of %d bytes".formatted(bytes, utf8.length));
    }
    if (bytes < utf8.length && isContinuation(utf8[bytes])) {
      throw new IllegalArgumentException("byte %d lies inside a character".formatted(bytes));
    }
    int codePoints = 0;
    for (int i = 0; i < bytes; i++) {
      codePoints += isContinuation(utf8[i]) ? 0 : 1;
    }
    return codePoints;
  }

  private static boolean isContinuation(byte unit) {
    return (unit & 0xC0) == 0x80;
  }
}
