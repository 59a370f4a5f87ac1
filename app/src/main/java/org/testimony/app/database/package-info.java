/**
 * The PostgreSQL that keeps everything: the embedded one with its programs, its settings and its
 * life, or an own one that the operator names; and what either must offer before the server starts.
 * Durability is never traded for speed here. What the tables hold is left to the application.
 */
@NullMarked
package org.testimony.app.database;

import org.jspecify.annotations.NullMarked;
