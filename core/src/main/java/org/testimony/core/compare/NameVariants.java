package org.testimony.core.compare;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two speaker mentions may name one person in two ways: all names in the words of one are
 * in the words of the other, as in "Dravik" and "Prime Minister Ilse Dravik". A name is a word that
 * begins with a capital, or with a letter of a script that has none; "he" is no name, and "Ilse
 * Dravik" is no variant of "Jonas Dravik".
 */
public final class NameVariants {

  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}])[\\p{Lu}\\p{Lt}\\p{Lo}][\\p{L}\\p{M}\\p{Nd}]*");

  private NameVariants() {}

  /** Whether the words may name one person. */
  public static boolean are(String a, String b) {
    Set<String> left = names(a);
    Set<String> right = names(b);
    return !left.isEmpty()
        && !right.isEmpty()
        && (left.containsAll(right) || right.containsAll(left));
  }

  private static Set<String> names(String words) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC));
    while (matcher.find()) {
      names.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
