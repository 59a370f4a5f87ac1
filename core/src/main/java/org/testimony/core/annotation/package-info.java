/**
 * What an annotator marked, and the operations by which it came about. An {@link
 * org.testimony.core.annotation.AnnotationSet} is a value; an {@link
 * org.testimony.core.annotation.Operation} is one logged change; {@link
 * org.testimony.core.annotation.Editor} decides whether an operation holds and what it makes of the
 * set, so that replaying a log gives the set again. Storing both, and who may write, is left to
 * others.
 */
@NullMarked
package org.testimony.core.annotation;

import org.jspecify.annotations.NullMarked;
