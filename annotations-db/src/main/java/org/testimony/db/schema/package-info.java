/**
 * The schema and its migrations. Migrations are numbered SQL files; none is changed once released.
 */
@NullMarked
package org.testimony.db.schema;

import org.jspecify.annotations.NullMarked;
