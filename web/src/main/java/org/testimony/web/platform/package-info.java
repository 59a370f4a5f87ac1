/**
 * What every feature of the server stands on: settings, start-up, the database connection, who is
 * acting and what they may do, one form of errors, security headers. Knows no feature.
 */
@NullMarked
package org.testimony.web.platform;

import org.jspecify.annotations.NullMarked;
