/** Claims that are fixed before they are judged: files of them, and the set that they make. */
@NullMarked
package org.testimony.core.claims;

import org.jspecify.annotations.NullMarked;
