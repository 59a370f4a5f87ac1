package org.testimony.web.account;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.testimony.db.account.Account;
import org.testimony.db.account.Accounts;
import org.testimony.db.account.OneTimeLink;
import org.testimony.db.account.OneTimeLinks;
import org.testimony.db.audit.AuditTrail;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Passwords;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Secrets;
import org.testimony.web.platform.UseCase;

/** Sets a password: by a one-time link, or knowing the old one. */
@UseCase
public class SetPassword {

  private final Accounts accounts;
  private final OneTimeLinks links;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  SetPassword(
      Accounts accounts, OneTimeLinks links, Passwords passwords, AuditTrail audit, Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a token is for; empty where it was used or is expired. */
  @Needs(Permission.ANYONE)
  public Optional<OneTimeLink> look(Actor actor, String token) {
    return links.valid(Secrets.hash(token), clock.instant());
  }

  /** Whom a token is for. */
  @Needs(Permission.ANYONE)
  public Optional<Account> whose(Actor actor, String token) {
    return links
        .valid(Secrets.hash(token), clock.instant())
        .flatMap(OneTimeLink::account)
        .flatMap(accounts::find)
        .filter(Account::active);
  }

  /** Sets the password of the account that the token is for, and uses the token up. */
  @Needs(Permission.ANYONE)
  public Account byLink(Actor actor, String token, String password) {
    Instant now = clock.instant();
    Account account =
        links
            .use(Secrets.hash(token), now)
            .flatMap(OneTimeLink::account)
            .flatMap(accounts::find)
            .filter(Account::active)
            .orElseThrow(() -> new Refused.NotFound("welcome.expired"));
    return change(account, password, "account.password.link", now);
  }

  /** Sets another password of one's own account. */
  @Needs(Permission.SIGNED_IN)
  public Account own(Actor actor, String oldPassword, String newPassword) {
    Account account =
        accounts.find(actor.account()).orElseThrow(() -> new Refused.NotFound("account.unknown"));
    String stored = account.passwordHash().orElse("");
    if (stored.isEmpty() || !passwords.matches(oldPassword, stored)) {
      throw new Refused.Invalid("account.oldPassword");
    }
    return change(account, newPassword, "account.password.own", clock.instant());
  }

  private Account change(Account account, String password, String act, Instant now) {
    Account changed = account.withPassword(passwords.accept(account.name(), password));
    accounts.change(changed);
    links.end(account.id(), now);
    audit.append(
        AuditTrail.INSTALLATION,
        account.id(),
        AuditTrail.Act.of(act, account.id().toString(), account.name()),
        now);
    return changed;
  }
}
