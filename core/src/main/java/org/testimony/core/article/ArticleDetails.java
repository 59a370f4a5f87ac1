package org.testimony.core.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known about an article besides its text. Unknown stays empty; nothing is guessed.
 *
 * @param title shown in lists, never blank, at most {@value #MAX_TITLE} characters
 * @param outlet who published it
 * @param url where it was published; {@code http} or {@code https}
 * @param published on which day
 */
public record ArticleDetails(
    String title, Optional<String> outlet, Optional<String> url, Optional<LocalDate> published) {

  /** The longest title, in UTF-16 units. */
  public static final int MAX_TITLE = 500;

  /** The longest outlet name, in UTF-16 units. */
  public static final int MAX_OUTLET = 200;

  /** The longest address, in UTF-16 units. */
  public static final int MAX_URL = 2_000;

  /** Strips white space at the edges; refuses a blank title, over-long values and other schemes. */
  public ArticleDetails {
    title = checked("title", title, MAX_TITLE);
    outlet = outlet.map(String::strip).filter(o -> !o.isEmpty());
    outlet.ifPresent(o -> checked("outlet", o, MAX_OUTLET));
    url = url.map(String::strip).filter(u -> !u.isEmpty());
    url.ifPresent(ArticleDetails::checkUrl);
    published.ifPresent(ArticleDetails::checkDay);
  }

  /** An article of which only the title is known. */
  public static ArticleDetails titled(String title) {
    return new ArticleDetails(title, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Whether an article of the same text with these details is there already: it has the same outlet
   * or the same address, or nothing is known of where this one was published. The same text of
   * another outlet is another article, as wire copy is.
   */
  public boolean isThereAs(ArticleDetails stored) {
    boolean sameOutlet = outlet.isPresent() && outlet.equals(stored.outlet);
    boolean sameUrl = url.isPresent() && url.equals(stored.url);
    boolean unknown = outlet.isEmpty() && url.isEmpty();
    return sameOutlet || sameUrl || unknown;
  }

  private static String checked(String what, String value, int max) {
    String stripped = value.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException("the %s is empty".formatted(what));
    }
    if (stripped.length() > max) {
      throw new IllegalArgumentException(
          "the %s has %d characters, at most %d are kept".formatted(what, stripped.length(), max));
    }
    if (stripped.codePoints().anyMatch(c -> Character.isISOControl(c) || isNoCharacter(c))) {
      throw new IllegalArgumentException("the %s holds a control character".formatted(what));
    }
    return stripped;
  }

  private static boolean isNoCharacter(int codePoint) {
    boolean halfPair = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    return halfPair || codePoint == 0xFFFE || codePoint == 0xFFFF;
  }

  private static void checkDay(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9_999) {
      throw new IllegalArgumentException("the year has to lie between 1 and 9999: " + day);
    }
  }

  private static void checkUrl(String url) {
    checked("address", url, MAX_URL);
    try {
      String scheme = new URI(url).getScheme();
      if (scheme == null || !scheme.toLowerCase(Locale.ROOT).matches("https?")) {
        throw new IllegalArgumentException(
            "the address has to start with http:// or https://: " + url);
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("this is no web address: " + url, e);
    }
  }
}
