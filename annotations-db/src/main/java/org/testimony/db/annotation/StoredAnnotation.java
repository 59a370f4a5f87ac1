package org.testimony.db.annotation;

import org.testimony.core.annotation.Annotation;
import org.testimony.core.text.Quote;

/**
 * An annotation with what was stored beside it.
 *
 * @param annotation the annotation
 * @param words the quote and what stood around it when it was stored
 * @param codebookVersion the version it was made under
 * @param revision of the operation that changed it last
 */
public record StoredAnnotation(
    Annotation annotation, Quote words, String codebookVersion, long revision) {}
