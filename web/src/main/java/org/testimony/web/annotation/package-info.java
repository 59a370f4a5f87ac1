/** Labelling: what the workbench needs, the operations it sends, submitting and giving back. */
@NullMarked
package org.testimony.web.annotation;

import org.jspecify.annotations.NullMarked;
