package org.testimony.web.account;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.testimony.db.account.Tokens;
import org.testimony.db.audit.AuditTrail;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Secrets;
import org.testimony.web.platform.UseCase;

/** Makes, lists and ends the bearer tokens of one's own account. */
@UseCase
public class ManageTokens {

  private static final int MOST = 50;

  private final Tokens tokens;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ManageTokens(Tokens tokens, AuditTrail audit, Clock clock) {
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A token that was just made.
   *
   * @param id names it from now on
   * @param secret shown this once
   */
  public record Made(UUID id, String secret) {}

  /** Makes a token with all rights of the account. */
  @Needs(Permission.SIGNED_IN)
  public Made make(Actor actor, String name) {
    String stripped = name.strip();
    boolean odd = stripped.codePoints().anyMatch(Character::isISOControl);
    if (stripped.isEmpty() || stripped.length() > 100 || odd) {
      throw new Refused.Invalid("token.name");
    }
    if (tokens.of(actor.account()).size() >= MOST) {
      throw new Refused.Conflict("token.most", MOST);
    }
    Instant now = clock.instant();
    String secret = "tst_" + Secrets.random();
    UUID id = tokens.add(actor.account(), stripped, Secrets.hash(secret), now);
    record(actor, "token.make", id, now);
    return new Made(id, secret);
  }

  /** The account's tokens, oldest first. */
  @Needs(Permission.SIGNED_IN)
  public List<Tokens.Token> list(Actor actor) {
    return tokens.of(actor.account());
  }

  /** Ends a token. */
  @Needs(Permission.SIGNED_IN)
  public void revoke(Actor actor, UUID id) {
    Instant now = clock.instant();
    if (!tokens.revoke(actor.account(), id, now)) {
      throw new Refused.NotFound("token.unknown");
    }
    record(actor, "token.revoke", id, now);
  }

  private void record(Actor actor, String act, UUID id, Instant now) {
    audit.append(
        AuditTrail.INSTALLATION,
        actor.account(),
        AuditTrail.Act.of(act, id.toString(), actor.account().toString()),
        now);
  }
}
