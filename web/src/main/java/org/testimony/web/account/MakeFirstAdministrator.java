package org.testimony.web.account;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.account.OneTimeLink;
import org.testimony.db.account.OneTimeLinks;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.shared.Ids;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Passwords;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Secrets;
import org.testimony.web.platform.UseCase;

/** Makes the first account of an installation; there are no default credentials. */
@UseCase
public class MakeFirstAdministrator {

  private static final Duration VALID = Duration.ofDays(7);

  private final Accounts accounts;
  private final OneTimeLinks links;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  MakeFirstAdministrator(
      Accounts accounts, OneTimeLinks links, Passwords passwords, AuditTrail audit, Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A new one-time token, as long as there is no account; earlier ones end.
   *
   * @return empty where there is an account
   */
  @Needs(Permission.ADMINISTRATOR)
  public Optional<String> invite(Actor actor) {
    if (accounts.any()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    String token = Secrets.random();
    links.end(OneTimeLink.Purpose.FIRST_ADMINISTRATOR, now);
    OneTimeLink link =
        new OneTimeLink(OneTimeLink.Purpose.FIRST_ADMINISTRATOR, Optional.empty(), now.plus(VALID));
    links.add(link, Secrets.hash(token), now);
    return Optional.of(token);
  }

  /** Makes the administrator that the settings name, if there is no account. */
  @Needs(Permission.ADMINISTRATOR)
  public Optional<Account> unattended(Actor actor, String name, String password) {
    return accounts.any() ? Optional.empty() : Optional.of(add(name, name, password));
  }

  /** Makes the administrator whom the one-time token entitles. */
  @Needs(Permission.ANYONE)
  public Account make(Actor actor, String token, String name, String displayName, String password) {
    Instant now = clock.instant();
    boolean entitled =
        links
            .use(Secrets.hash(token), now)
            .filter(link -> link.purpose() == OneTimeLink.Purpose.FIRST_ADMINISTRATOR)
            .isPresent();
    if (!entitled || accounts.any()) {
      throw new Refused.NotFound("welcome.expired");
    }
    return add(name, displayName, password);
  }

  private Account add(String name, String displayName, String password) {
    String signInName = AccountNames.signIn(name);
    Instant now = clock.instant();
    Account account =
        new Account(
            new AccountId(Ids.next(now)),
            signInName,
            AccountNames.display(displayName),
            Optional.of(passwords.accept(signInName, password)),
            true,
            true,
            0);
    accounts.add(account, Secrets.random(), now);
    audit.append(
        AuditTrail.INSTALLATION,
        account.id(),
        AuditTrail.Act.of("account.firstAdministrator", account.id().toString(), signInName),
        now);
    return account;
  }
}
