/** Articles and their texts. A text, once stored, never changes. */
@NullMarked
package org.testimony.db.article;

import org.jspecify.annotations.NullMarked;
