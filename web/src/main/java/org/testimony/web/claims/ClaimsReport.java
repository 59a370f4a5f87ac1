package org.testimony.web.claims;

import java.util.List;

/**
 * What became of a file of claims, article by article.
 *
 * @param articles in the order of the file
 */
public record ClaimsReport(List<OfArticle> articles) {

  /** Copies. */
  public ClaimsReport {
    articles = List.copyOf(articles);
  }

  /** What became of the claims of one article. */
  public enum Outcome {
    /** They are its list now. */
    STORED,
    /** They are its list already. */
    UNCHANGED,
    /** One of them does not hold; the list is as before. */
    REFUSED
  }

  /**
   * The claims of one article.
   *
   * @param name how the file names the article
   * @param title of the article; empty where there is none of this name
   * @param outcome what became of them
   * @param claims how many
   * @param detail why they were refused; empty for the others
   */
  public record OfArticle(String name, String title, Outcome outcome, int claims, String detail) {}

  /** How many articles had this outcome. */
  public long number(Outcome outcome) {
    return articles.stream().filter(article -> article.outcome() == outcome).count();
  }
}
