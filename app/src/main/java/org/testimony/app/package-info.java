/**
 * The program as a person starts it: its entry point, the sentences it says, where its parts and
 * its data lie. What a command does is in {@code command}; which processes run is decided in {@code
 * supervisor}, {@code database} and {@code server}.
 */
@NullMarked
package org.testimony.app;

import org.jspecify.annotations.NullMarked;
