package org.testimony.core.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Paragraphs;

/**
 * A title for a plain text that comes without one: its first line that reads like words, since the
 * person who imports can correct it.
 */
public final class TitleGuess {

  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*]\\([^)]*\\)");
  private static final Pattern MARKUP = Pattern.compile("^[#>*\\-\\s]+");
  private static final int LONGEST = 160;
  private static final int LINES = 4;

  private TitleGuess() {}

  /**
   * The first of the first four lines that is no image and at most {@value #LONGEST} characters
   * long; else the beginning of the first line with words; else the file's name.
   */
  public static String of(ArticleText text, String fileName) {
    String fallback = "";
    int line = 0;
    for (Fragment paragraph : Paragraphs.of(text)) {
      String words = clean(text.slice(paragraph.begin(), paragraph.end()));
      if (words.codePoints().noneMatch(Character::isLetter)) {
        continue;
      }
      if (words.length() <= LONGEST) {
        return words;
      }
      fallback = fallback.isEmpty() ? words : fallback;
      if (++line == LINES) {
        break;
      }
    }
    return fallback.isEmpty() ? stem(fileName) : shortened(fallback);
  }

  private static String clean(String line) {
    Matcher images = IMAGE.matcher(line);
    String words = MARKUP.matcher(images.replaceAll("")).replaceFirst("");
    return words.replaceAll("[\\p{Cc}\\s\\u00A0\\uFFFE\\uFFFF]+", " ").strip();
  }

  private static String shortened(String words) {
    int space = words.lastIndexOf(' ', LONGEST - 2);
    int cut = space > 0 ? space : LONGEST - 2;
    boolean insidePair = Character.isLowSurrogate(words.charAt(cut));
    return words.substring(0, insidePair ? cut - 1 : cut) + " …";
  }

  private static String stem(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    String words = stem.replaceAll("\\p{Cc}+", " ").strip();
    return words.isEmpty() ? "–" : words;
  }
}
