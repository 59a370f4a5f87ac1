/**
 * A copy of the whole database in one file, taken while people work, and the way back. The file is
 * a ZIP archive: one entry a table in PostgreSQL's COPY text format, and a manifest with the
 * schema's version and the SHA-256 of each. It does not depend on PostgreSQL's version.
 */
@NullMarked
package org.testimony.app.backup;

import org.jspecify.annotations.NullMarked;
