/**
 * An article: one news text with what is known about it. Decides what the metadata are and which
 * values they take; the characters themselves are {@link org.testimony.core.text}, how they are
 * stored is the database's.
 */
@NullMarked
package org.testimony.core.article;

import org.jspecify.annotations.NullMarked;
