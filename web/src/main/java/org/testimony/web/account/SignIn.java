package org.testimony.web.account;

import jakarta.inject.Inject;
import java.util.Optional;
import org.testimony.db.account.Account;
import org.testimony.db.account.Accounts;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Passwords;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/** Checks a name and a password. */
@UseCase
public class SignIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final Attempts attempts;

  @Inject
  SignIn(Accounts accounts, Passwords passwords, Attempts attempts) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
  }

  /**
   * The account of this name and password. One answer for an unknown name, a wrong password and an
   * account that may not sign in.
   *
   * @param address the request's, for slowing down guesses
   */
  @Needs(Permission.ANYONE)
  public Account signIn(Actor actor, String name, String password, String address) {
    Optional<String> stored = AccountNames.stored(name);
    String signInName = stored.orElse("");
    attempts.check(signInName, address);
    Optional<Account> account = stored.flatMap(accounts::named).filter(Account::active);
    if (account.isEmpty() || account.get().passwordHash().isEmpty()) {
      passwords.matchNobody(password);
    } else if (passwords.matches(password, account.get().passwordHash().get())) {
      return account.get();
    }
    attempts.failed(signInName, address);
    throw new Refused.NotAllowed("signIn.wrong");
  }
}
