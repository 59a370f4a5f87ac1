package org.testimony.web.account;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.audit.AuditTrail;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/** Shows the accounts of the installation, and lets people in or keeps them out. */
@UseCase
public class ListAccounts {

  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ListAccounts(Accounts accounts, AuditTrail audit, Clock clock) {
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** All accounts by name. */
  @Needs(Permission.ADMINISTRATOR)
  public List<Account> list(Actor actor) {
    return accounts.all();
  }

  /** Lets an account sign in again. */
  @Needs(Permission.ADMINISTRATOR)
  public void activate(Actor actor, AccountId id) {
    set(actor, account(id).withActive(true), "account.activate");
  }

  /** Keeps an account out, from its next request on. The last administrator stays. */
  @Needs(Permission.ADMINISTRATOR)
  public void deactivate(Actor actor, AccountId id) {
    Account account = account(id);
    if (account.administrator() && account.active() && accounts.administrators() == 1) {
      throw new Refused.Conflict("account.lastAdministrator");
    }
    set(actor, account.withActive(false), "account.deactivate");
  }

  private Account account(AccountId id) {
    return accounts.find(id).orElseThrow(() -> new Refused.NotFound("account.unknown"));
  }

  private void set(Actor actor, Account account, String act) {
    Instant now = clock.instant();
    accounts.change(account);
    audit.append(
        AuditTrail.INSTALLATION,
        actor.account(),
        AuditTrail.Act.of(act, account.id().toString(), account.name()),
        now);
  }
}
