package org.testimony.db.claims;

import java.time.Instant;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.db.article.TextId;

/**
 * The fixed claims of one text.
 *
 * @param text that they are in
 * @param version counts the lists of the text, from 1
 * @param claims how many
 * @param set the claims with their speakers and links
 * @param created when the list came
 */
public record FixedList(TextId text, int version, int claims, AnnotationSet set, Instant created) {}
