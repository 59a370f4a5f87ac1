/**
 * The server's process: Payara Micro in a Java virtual machine of its own, with the class path,
 * flags and settings that it needs, and how it is started, awaited and stopped. Inside that process
 * {@code launcher} runs first.
 */
@NullMarked
package org.testimony.app.server;

import org.jspecify.annotations.NullMarked;
