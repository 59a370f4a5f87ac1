package org.testimony.web.account;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
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
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Secrets;
import org.testimony.web.platform.UniqueViolation;
import org.testimony.web.platform.UseCase;

/** Adds an account and gives the one-time link by which the person sets a password. */
@UseCase
public class InvitePerson {

  private static final Duration VALID = Duration.ofDays(7);

  private final Accounts accounts;
  private final OneTimeLinks links;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  InvitePerson(Accounts accounts, OneTimeLinks links, AuditTrail audit, Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An invitation.
   *
   * @param account the new or existing account
   * @param path of the page that the link opens, with its token
   */
  public record Invitation(Account account, String path) {}

  /** Adds an account and makes its first link. */
  @Needs(Permission.ADMINISTRATOR)
  public Invitation invite(Actor actor, String name, String displayName, Account.Rank rank) {
    String signInName = AccountNames.signIn(name);
    if (accounts.named(signInName).isPresent()) {
      throw new Refused.Conflict("account.taken", signInName);
    }
    Instant now = clock.instant();
    Account account =
        new Account(
            new AccountId(Ids.next(now)),
            signInName,
            AccountNames.display(displayName),
            Optional.empty(),
            rank == Account.Rank.ADMINISTRATOR,
            true,
            0);
    add(account, now);
    audit.append(
        AuditTrail.INSTALLATION,
        actor.account(),
        AuditTrail.Act.of("account.add", account.id().toString(), signInName),
        now);
    return new Invitation(account, link(account, OneTimeLink.Purpose.INVITATION, now));
  }

  /** Somebody may have taken the name since we looked; then the database refuses it. */
  private void add(Account account, Instant now) {
    try {
      accounts.add(account, Secrets.random(), now);
    } catch (PersistenceException e) {
      if (UniqueViolation.is(e)) {
        throw new Refused.Conflict("account.taken", account.name());
      }
      throw e;
    }
  }

  /** Makes a new link for an account, by which another password can be set; earlier ones end. */
  @Needs(Permission.ADMINISTRATOR)
  public Invitation reset(Actor actor, AccountId id) {
    Account account = accounts.find(id).orElseThrow(() -> new Refused.NotFound("account.unknown"));
    Instant now = clock.instant();
    links.end(id, now);
    audit.append(
        AuditTrail.INSTALLATION,
        actor.account(),
        AuditTrail.Act.of("account.resetLink", id.toString(), account.name()),
        now);
    return new Invitation(account, link(account, OneTimeLink.Purpose.RESET, now));
  }

  private String link(Account account, OneTimeLink.Purpose purpose, Instant now) {
    String token = Secrets.random();
    links.add(
        new OneTimeLink(purpose, Optional.of(account.id()), now.plus(VALID)),
        Secrets.hash(token),
        now);
    return "/welcome.xhtml?token=" + token;
  }
}
