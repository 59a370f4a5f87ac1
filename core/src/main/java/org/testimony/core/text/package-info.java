/**
 * What a text is and how places in it are named. A text is an unchangeable sequence of Unicode code
 * points; a place is a {@link org.testimony.core.text.Span} of half-open code point ranges; every
 * stored span carries the words that it covers, so that a wrong offset is found and never shown.
 * One class per foreign unit (UTF-16, UTF-8) converts. What the words mean is left to the other
 * packages.
 */
@NullMarked
package org.testimony.core.text;

import org.jspecify.annotations.NullMarked;
