/** Accounts: the first administrator, sign-in, passwords, invitations, tokens. */
@NullMarked
package org.testimony.web.account;

import org.jspecify.annotations.NullMarked;
