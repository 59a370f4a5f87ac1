package org.testimony.db.article;

import java.util.Locale;

/**
 * Which articles of a project, in which order.
 *
 * @param words that the title or the outlet contains, in any case of letters; all articles where
 *     blank
 * @param order of the pages
 */
public record ArticleSearch(String words, Order order) {

  /** All articles as they were imported. */
  public static final ArticleSearch ALL = new ArticleSearch("", Order.OLDEST);

  /** Orders of articles; equal ones are ordered by their import. */
  public enum Order {
    /** As imported. */
    OLDEST,
    /** Last imported first. */
    NEWEST,
    /** By title, as the database's language sorts. */
    TITLE
  }

  /** Strips the words. */
  public ArticleSearch {
    words = words.strip();
  }

  boolean hasWords() {
    return !words.isEmpty();
  }

  /** A pattern for LIKE with {@code !} as its escape. */
  String pattern() {
    return "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }
}
