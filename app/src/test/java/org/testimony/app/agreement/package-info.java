/** The command {@code agreement}, called as a person calls it, within this process. */
@NullMarked
package org.testimony.app.agreement;

import org.jspecify.annotations.NullMarked;
