package org.testimony.web.platform;

import java.util.UUID;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;

/**
 * Who is acting. The first argument of every use case.
 *
 * @param account the person's account; the nil id for the program itself and its command line
 * @param displayName for pages
 * @param kind what kind of actor
 */
public record Actor(AccountId account, String displayName, Kind kind) {

  /** Kinds of actors. */
  public enum Kind {
    /** Nobody has signed in. */
    NOBODY,
    /** A person with an account. */
    PERSON,
    /** A person who administers the installation. */
    ADMINISTRATOR,
    /** The command line on the same machine, and the program at its start. */
    SERVICE
  }

  private static final AccountId NIL = new AccountId(new UUID(0, 0));

  /** Nobody. */
  public static final Actor NOBODY = new Actor(NIL, "", Kind.NOBODY);

  /** The program itself. */
  public static final Actor SERVICE = new Actor(NIL, "Testimony", Kind.SERVICE);

  /** The person of an account. */
  public static Actor of(Account account) {
    return new Actor(
        account.id(),
        account.displayName(),
        account.administrator() ? Kind.ADMINISTRATOR : Kind.PERSON);
  }

  /** Whether anybody has signed in. */
  public boolean isSignedIn() {
    return kind != Kind.NOBODY;
  }

  /** Whether the actor may administer the installation. */
  public boolean isAdministrator() {
    return kind == Kind.ADMINISTRATOR || kind == Kind.SERVICE;
  }
}
