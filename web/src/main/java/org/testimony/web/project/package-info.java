/**
 * Projects: making them, what is set up and what comes next, and the people in them. What they hold
 * belongs to other slices.
 */
@NullMarked
package org.testimony.web.project;

import org.jspecify.annotations.NullMarked;
