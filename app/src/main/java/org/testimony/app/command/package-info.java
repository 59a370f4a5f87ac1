/**
 * The commands, one class each: what they take, what they print, how they end. Options and their
 * explanations are in the bundle {@code org.testimony.app.messages}.
 */
@NullMarked
package org.testimony.app.command;

import org.jspecify.annotations.NullMarked;
