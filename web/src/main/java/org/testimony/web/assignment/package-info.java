/** Rounds: giving articles to people, their lists, and locking what they submitted. */
@NullMarked
package org.testimony.web.assignment;

import org.jspecify.annotations.NullMarked;
