/** What all repositories share: ids, and how columns hold instants. */
@NullMarked
package org.testimony.db.shared;

import org.jspecify.annotations.NullMarked;
