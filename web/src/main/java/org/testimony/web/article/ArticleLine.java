package org.testimony.web.article;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testimony.db.article.Article;

/**
 * An article as a row of the list.
 *
 * @param id names it
 * @param title as a headline
 * @param outlet or blank
 * @param published the day, where it is known
 * @param length in characters
 */
public record ArticleLine(
    UUID id, String title, String outlet, @Nullable LocalDate published, int length)
    implements Serializable {

  static ArticleLine of(Article article) {
    return new ArticleLine(
        article.id().value(),
        article.details().title(),
        article.details().outlet().orElse(""),
        article.details().published().orElse(null),
        article.length());
  }
}
