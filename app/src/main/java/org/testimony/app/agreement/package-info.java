/**
 * The command {@code agreement}: what it takes, what it reads, what it prints. It needs no server
 * and no database. Every number comes from {@code core.agreement}; here is decided which numbers
 * are asked for and in which form they are printed.
 */
@NullMarked
package org.testimony.app.agreement;

import org.jspecify.annotations.NullMarked;
