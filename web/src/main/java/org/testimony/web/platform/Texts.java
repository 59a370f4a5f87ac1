package org.testimony.web.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The user-visible texts of {@code messages.properties}. */
public final class Texts {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.testimony.web.messages", Locale.ROOT);

  private Texts() {}

  /** Whether there is a text of this key. */
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }

  /**
   * The text of a key with its arguments filled in.
   *
   * @throws java.util.MissingResourceException for an unknown key
   */
  public static String of(String key, Object... arguments) {
    String pattern = BUNDLE.getString(key);
    return arguments.length == 0
        ? pattern.replace("''", "'")
        : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
  }
}
