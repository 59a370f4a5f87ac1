package org.testimony.core.codebook;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule for one kind of words in a codebook. Reader and records share these rules, so that a
 * document that is read is a codebook that can be built. Lengths are in code points.
 */
enum Wording {
  /** Name of a codebook, fit for files and addresses. */
  SLUG(40, "[a-z][a-z0-9-]*", "lower-case letters a-z, digits and hyphens, a letter first"),
  /** Name of a part, fit for every export format. */
  ID(40, "[A-Za-z][A-Za-z0-9_]*", "letters a-z and A-Z, digits and underscores, a letter first"),
  /** Three numbers. */
  VERSION(
      29,
      "(?:0|[1-9][0-9]{0,8})\\.(?:0|[1-9][0-9]{0,8})\\.(?:0|[1-9][0-9]{0,8})",
      "three numbers such as 1.0.0, without leading zeros"),
  /** Tag of a layer beside its line. */
  LETTER(1, "[A-Z]", "one letter A to Z"),
  /** Key on the annotation page; l and g are taken there. */
  KEY(1, "[a-z&&[^gl]]", "one letter a to z, but for g (guideline) and l (link)"),
  /** A language tag of BCP 47. */
  LANGUAGE(35, "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", "a language tag such as en or pt-BR"),
  /** A sign of up to four code points, one on the screen. */
  GLYPH(4, "[^\\p{L}\\p{N}\\p{Z}]+", "a sign without letters, digits or spaces"),
  /** One line. */
  TITLE(100),
  /** One line that states a proposition. */
  PROPOSITION(300),
  /** Plain text of several lines. */
  TEXT(4_000);

  private static final int SHOWN = 40;

  private final int most;
  private final Optional<Pattern> pattern;
  private final String rule;

  Wording(int most) {
    this.most = most;
    this.pattern = Optional.empty();
    this.rule = "";
  }

  Wording(int most, String pattern, String rule) {
    this.most = most;
    this.pattern = Optional.of(Pattern.compile(pattern));
    this.rule = rule;
  }

  /** What is wrong with the words; empty when nothing is. */
  Optional<String> fault(String words) {
    int length = words.codePointCount(0, words.length());
    if (length > most) {
      return Optional.of("has %d characters, at most %d are allowed".formatted(length, most));
    }
    Optional<String> character = characterFault(words);
    if (character.isPresent()) {
      return character;
    }
    if (words.codePoints().allMatch(Wording::isBlank)) {
      return Optional.of("is blank");
    }
    if (pattern.isPresent() && !pattern.get().matcher(words).matches()) {
      return Optional.of("is %s, expected %s".formatted(shown(words), rule));
    }
    if (this == LANGUAGE && !isLanguage(words)) {
      return Optional.of("is %s, expected %s".formatted(shown(words), rule));
    }
    if (this != TEXT && !words.equals(words.strip())) {
      return Optional.of("starts or ends with a space");
    }
    return Optional.empty();
  }

  /**
   * The words, line ends made line feeds.
   *
   * @param what names the words in the message
   * @throws IllegalArgumentException when they break the rule
   */
  String require(String what, String words) {
    Optional<String> fault = fault(words);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(what + " " + fault.get());
    }
    return words.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** As {@link #require(String, String)}, for words that may be absent. */
  Optional<String> require(String what, Optional<String> words) {
    return words.map(present -> require(what, present));
  }

  /** The words in quotation marks, shortened, every character that cannot be seen spelt out. */
  static String shown(String words) {
    StringBuilder out = new StringBuilder("\"");
    int[] codePoints = words.codePoints().limit(SHOWN + 1L).toArray();
    for (int i = 0; i < Math.min(SHOWN, codePoints.length); i++) {
      if (isInvisible(codePoints[i])) {
        out.append("U+%04X".formatted(codePoints[i]));
      } else {
        out.appendCodePoint(codePoints[i]);
      }
    }
    return out.append(codePoints.length > SHOWN ? "…\"" : "\"").toString();
  }

  private Optional<String> characterFault(String words) {
    int position = 0;
    for (int i = 0; i < words.length(); position++) {
      int codePoint = words.codePointAt(i);
      Optional<String> name = refused(codePoint);
      if (name.isPresent()) {
        return Optional.of(
            "holds %s (U+%04X) at character %d".formatted(name.get(), codePoint, position));
      }
      i += Character.charCount(codePoint);
    }
    return Optional.empty();
  }

  private Optional<String> refused(int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7F) {
      return Optional.empty();
    }
    if (this == TEXT && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t')) {
      return Optional.empty();
    }
    if (this != TEXT && isBidiControl(codePoint)) {
      return Optional.of("a control of writing direction");
    }
    return switch (Character.getType(codePoint)) {
      case Character.SURROGATE -> Optional.of("half a surrogate pair");
      case Character.CONTROL -> Optional.of(codePoint == 0 ? "NUL" : "a control character");
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          this == TEXT ? Optional.empty() : Optional.of("a line break");
      default -> Optional.empty();
    };
  }

  private static boolean isLanguage(String words) {
    try {
      return !new Locale.Builder().setLanguageTag(words).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /** Whether Unicode calls it Bidi_Control: it turns the order of what is shown. */
  private static boolean isBidiControl(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  /** Whether the character alone leaves a page empty: a space of any width, a mark of format. */
  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }

  /** Whether the character cannot stand in a message: a space can, a control cannot. */
  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SURROGATE,
          Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
