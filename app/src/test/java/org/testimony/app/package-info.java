/**
 * Tests of the program. Those named {@code …IT} run the built product; they share one that is
 * started at its first use and stopped at the end, and start their own where they kill or refuse.
 */
@NullMarked
package org.testimony.app;

import org.jspecify.annotations.NullMarked;
