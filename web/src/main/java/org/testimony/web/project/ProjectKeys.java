package org.testimony.web.project;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Keys by which addresses and the command line name projects. */
final class ProjectKeys {

  private static final int LONGEST = 40;
  private static final String FORM = "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?";

  private ProjectKeys() {}

  /** Whether a text may be a key. */
  static boolean isKey(String text) {
    return text.matches(FORM);
  }

  /** The key that a name suggests; {@code project} where it has no Latin letter and no digit. */
  static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String words = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String key = trimmed(words, LONGEST);
    return key.isEmpty() ? "project" : key;
  }

  /** The key that a name suggests, with the first number behind it that makes it free. */
  static String free(String name, Predicate<String> taken) {
    String key = of(name);
    String free = key;
    for (int number = 2; taken.test(free); number++) {
      String suffix = "-" + number;
      free = trimmed(key, LONGEST - suffix.length()) + suffix;
    }
    return free;
  }

  private static String trimmed(String words, int longest) {
    String inner = words.replaceAll("^-+", "");
    return inner.substring(0, Math.min(inner.length(), longest)).replaceAll("-+$", "");
  }
}
