package org.testimony.core.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of files as their senders gave them: never used as paths on this machine, only shown and
 * kept as the origin of a text.
 */
public final class FileNames {

  /** The longest name that is kept, in UTF-16 units. */
  public static final int MAX = 400;

  private FileNames() {}

  /**
   * The name without what cannot be shown: controls, marks that turn the direction of writing, and
   * half surrogate pairs become U+FFFD; of an over-long name the end is kept.
   */
  public static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints().map(c -> isShowable(c) ? c : 0xFFFD).forEach(shown::appendCodePoint);
    if (shown.length() <= MAX) {
      return shown.isEmpty() ? "–" : shown.toString();
    }
    int start = shown.length() - MAX + 1;
    boolean insidePair = Character.isLowSurrogate(shown.charAt(start));
    return "…" + shown.substring(insidePair ? start + 1 : start);
  }

  private static boolean isShowable(int c) {
    boolean turnsDirection =
        c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean halfPair = c >= 0xD800 && c <= 0xDFFF;
    boolean noCharacter = c == 0xFFFE || c == 0xFFFF;
    return !Character.isISOControl(c) && !turnsDirection && !halfPair && !noCharacter;
  }

  /** The elements of a path, split at both kinds of slashes; empty ones and {@code .} left out. */
  static List<String> elements(String path) {
    List<String> elements = new ArrayList<>();
    for (String element : path.split("[/\\\\]", -1)) {
      if (!element.isEmpty() && !element.equals(".")) {
        elements.add(element);
      }
    }
    return List.copyOf(elements);
  }

  /** The last element of a path, ready to be shown. */
  public static String last(String path) {
    List<String> elements = elements(path);
    return shown(elements.isEmpty() ? "" : elements.get(elements.size() - 1));
  }

  /** Whether the name ends so, in any case of letters. */
  public static boolean endsWith(String name, String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** The characters of these bytes; empty where they are no valid UTF-8. */
  public static Optional<String> ofUtf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
