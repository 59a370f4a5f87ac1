/**
 * Corpora that leave and come in: an administrator takes a project's corpus away in the formats of
 * {@link org.testimony.core.release}, or makes a new project of one. What a corpus holds and how
 * its files look is core's; this slice decides who may, and what the page says of it.
 */
@NullMarked
package org.testimony.web.release;

import org.jspecify.annotations.NullMarked;
