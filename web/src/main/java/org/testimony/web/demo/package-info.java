/**
 * The demonstration: fills an empty installation with an invented corpus, by the same acts that
 * people use. A client of the other features; nothing depends on it.
 */
@NullMarked
package org.testimony.web.demo;

import org.jspecify.annotations.NullMarked;
