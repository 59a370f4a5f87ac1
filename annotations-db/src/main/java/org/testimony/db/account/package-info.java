/**
 * Accounts, their one-time links and their tokens. Passwords and tokens are kept as hashes only.
 */
@NullMarked
package org.testimony.db.account;

import org.jspecify.annotations.NullMarked;
