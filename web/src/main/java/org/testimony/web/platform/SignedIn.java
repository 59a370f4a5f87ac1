package org.testimony.web.platform;

import java.io.Serializable;
import java.util.UUID;
import org.testimony.db.account.Account;

/**
 * What a session remembers: who signed in, and the secret that its changing requests have to carry.
 *
 * @param account the account's id
 * @param generation of the account at sign-in
 * @param token for the header {@code X-Testimony-Token}
 */
public record SignedIn(UUID account, int generation, String token) implements Serializable {

  /** The session's attribute. */
  public static final String ATTRIBUTE = "testimony.signedIn";

  /** A new sign-in. */
  public static SignedIn of(Account account) {
    return new SignedIn(account.id().value(), account.generation(), Secrets.random());
  }
}
