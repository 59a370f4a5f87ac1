/** Whole projects as corpora: read in one look for a release, and made anew out of one. */
@NullMarked
package org.testimony.db.release;

import org.jspecify.annotations.NullMarked;
