/** The product as people use it: in a real browser, from the first link to the export. */
@NullMarked
package org.testimony.app.browser;

import org.jspecify.annotations.NullMarked;
