package org.testimony.web.account;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.testimony.db.account.Account;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Passwords;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/** Checks a name and a password. Hashing takes long, and holds no connection to the database. */
@UseCase
public class SignIn {

  private final FindAccount findAccount;
  private final Passwords passwords;
  private final Attempts attempts;

  @Inject
  SignIn(FindAccount findAccount, Passwords passwords, Attempts attempts) {
    this.findAccount = findAccount;
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
  @Transactional(TxType.NOT_SUPPORTED)
  public Account signIn(Actor actor, String name, String password, String address) {
    Optional<String> stored = AccountNames.stored(name);
    String signInName = stored.orElse("");
    attempts.check(signInName, address);
    Optional<Account> account = stored.flatMap(known -> findAccount.active(actor, known));
    if (account.isEmpty() || account.get().passwordHash().isEmpty()) {
      passwords.matchNobody(password);
    } else if (passwords.matches(password, account.get().passwordHash().get())) {
      return account.get();
    }
    attempts.failed(signInName, address);
    throw new Refused.NotAllowed("signIn.wrong");
  }
}
