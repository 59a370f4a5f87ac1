/** The codebook of a project: reading it, comparing versions, making a new one, its guideline. */
@NullMarked
package org.testimony.web.codebook;

import org.jspecify.annotations.NullMarked;
