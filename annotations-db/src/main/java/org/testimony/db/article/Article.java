package org.testimony.db.article;

import java.time.Instant;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;

/**
 * An article as lists show it.
 *
 * @param id names it in the project
 * @param details what is known about it
 * @param text its newest text
 * @param length of that text in code points
 * @param sha256 of that text in UTF-8
 * @param created when it was imported
 * @param version counts changes of the details, for {@code ETag}
 */
public record Article(
    ArticleId id,
    ArticleDetails details,
    TextId text,
    int length,
    String sha256,
    Instant created,
    int version) {}
