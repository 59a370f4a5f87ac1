/** The operation log of each assignment, and its projection: the annotation set as it is now. */
@NullMarked
package org.testimony.db.annotation;

import org.jspecify.annotations.NullMarked;
