/** Rounds, and who labels which article in them, with the state of each assignment. */
@NullMarked
package org.testimony.db.assignment;

import org.jspecify.annotations.NullMarked;
