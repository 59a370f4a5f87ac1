/** Claims that are fixed before they are judged, and the sets that begin with them. */
@NullMarked
package org.testimony.db.claims;

import org.jspecify.annotations.NullMarked;
