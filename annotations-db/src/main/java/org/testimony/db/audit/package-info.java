/** The trail of administrative acts, one hash chain a project. */
@NullMarked
package org.testimony.db.audit;

import org.jspecify.annotations.NullMarked;
