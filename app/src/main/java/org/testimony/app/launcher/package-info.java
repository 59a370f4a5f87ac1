/**
 * What runs first in the server's process. It knows the Java platform only, because it shares a
 * class path with the server and not with the rest of the program.
 */
@NullMarked
package org.testimony.app.launcher;

import org.jspecify.annotations.NullMarked;
