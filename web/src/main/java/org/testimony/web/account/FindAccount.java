package org.testimony.web.account;

import jakarta.inject.Inject;
import java.util.Optional;
import org.testimony.db.account.Account;
import org.testimony.db.account.Accounts;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.UseCase;

/** Finds whom a sign-in is about, in a transaction that ends before the password is hashed. */
@UseCase
public class FindAccount {

  private final Accounts accounts;

  @Inject
  FindAccount(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The account of this name, if it may sign in. */
  @Needs(Permission.ANYONE)
  public Optional<Account> active(Actor actor, String name) {
    return accounts.named(name).filter(Account::active);
  }
}
