/** Claims that come from a file and are fixed before they are judged. */
@NullMarked
package org.testimony.web.claims;

import org.jspecify.annotations.NullMarked;
