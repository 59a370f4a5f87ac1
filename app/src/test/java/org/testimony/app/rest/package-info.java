/**
 * Tests of the built product over HTTP: what REST and pages keep, lose and tell. They speak with
 * the product as anybody does, through sign-in links, sessions and tokens.
 */
@NullMarked
package org.testimony.app.rest;

import org.jspecify.annotations.NullMarked;
