package org.testimony.app;

import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that the program says, from its bundle. */
public final class Messages {

  /** Name of the bundle. */
  public static final String BUNDLE = "org.testimony.app.messages";

  private static final ResourceBundle TEXTS = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);

  private Messages() {}

  /** The sentence of this key, with the values put in as {@link String#format} does. */
  public static String text(String key, Object... values) {
    return String.format(Locale.ROOT, TEXTS.getString(key), values);
  }
}
