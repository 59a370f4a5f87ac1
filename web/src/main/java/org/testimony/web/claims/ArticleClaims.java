package org.testimony.web.claims;

import java.time.Instant;
import org.testimony.core.article.ArticleId;

/**
 * The fixed claims of an article, as lists show them.
 *
 * @param article its id
 * @param title its title
 * @param version counts the lists of its text, from 1
 * @param claims how many
 * @param created when the list came
 */
public record ArticleClaims(
    ArticleId article, String title, int version, int claims, Instant created) {}
