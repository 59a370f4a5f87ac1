package org.testimony.db.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A link that works once and for a limited time.
 *
 * @param purpose what it lets its holder do
 * @param account for whom; empty for the first administrator
 * @param expires until when
 */
public record OneTimeLink(Purpose purpose, Optional<AccountId> account, Instant expires) {

  /** What a link is for. */
  public enum Purpose {
    /** Makes the first administrator, as long as there is no account. */
    FIRST_ADMINISTRATOR,
    /** Sets the first password of a new account. */
    INVITATION,
    /** Sets another password. */
    RESET
  }
}
