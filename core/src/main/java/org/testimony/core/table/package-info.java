/** Tables in files: read row by row, every refusal with file, line and column. */
@NullMarked
package org.testimony.core.table;

import org.jspecify.annotations.NullMarked;
