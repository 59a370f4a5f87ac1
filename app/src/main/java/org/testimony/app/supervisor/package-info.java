/**
 * Which processes run, in which order they start and stop, and what is checked before each. The
 * database outlives the server at every stop; whatever dies by itself is started again (the
 * database) or ends the program (the server).
 */
@NullMarked
package org.testimony.app.supervisor;

import org.jspecify.annotations.NullMarked;
