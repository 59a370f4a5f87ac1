package org.testimony.web.platform;

/** Names that people give: one line of visible characters. */
public final class PlainName {

  private static final int LONGEST = 100;

  private PlainName() {}

  /**
   * The name without space at its ends.
   *
   * @param refusal key of what to tell when it is empty, has more than {@value #LONGEST}
   *     characters, or holds control, direction or invisible characters
   */
  public static String of(String name, String refusal) {
    String stripped = name.strip();
    boolean odd = stripped.codePoints().anyMatch(PlainName::isOdd);
    if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST || odd) {
      throw new Refused.Invalid(refusal);
    }
    return stripped;
  }

  private static boolean isOdd(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
