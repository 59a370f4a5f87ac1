/** Projects, the versions of their codebooks, and the people in them. */
@NullMarked
package org.testimony.db.project;

import org.jspecify.annotations.NullMarked;
