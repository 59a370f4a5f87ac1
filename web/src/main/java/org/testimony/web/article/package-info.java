/**
 * The articles of a project: bringing texts in, finding and reading them, correcting what is known
 * about them. Decides what counts as an upload and as the same article; how bytes become a text is
 * decided by {@link org.testimony.core.text}, and a text that is stored is never changed here.
 */
@NullMarked
package org.testimony.web.article;

import org.jspecify.annotations.NullMarked;
