/**
 * The command line's way to the server: REST over loopback, with the token that the server leaves
 * in the data folder; where no server runs, one is started for the moment.
 */
@NullMarked
package org.testimony.app.client;

import org.jspecify.annotations.NullMarked;
