package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.account.Tokens;

/**
 * Who stands behind a request. Asks the database each time: a deactivated account is out at once.
 */
@ApplicationScoped
@Transactional
public class Identities {

  private static final String BEARER = "Bearer ";

  private final Accounts accounts;
  private final Tokens tokens;
  private final ServiceToken serviceToken;

  @Inject
  Identities(Accounts accounts, Tokens tokens, ServiceToken serviceToken) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.serviceToken = serviceToken;
  }

  /** The actor by bearer token, else by session, else nobody. */
  public Actor of(HttpServletRequest request) {
    Optional<String> bearer = bearer(request);
    if (bearer.isPresent()) {
      return ofToken(bearer.get(), request);
    }
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn in)) {
      return Actor.NOBODY;
    }
    return accounts
        .find(new AccountId(in.account()))
        .filter(account -> account.active() && account.generation() == in.generation())
        .map(Actor::of)
        .orElse(Actor.NOBODY);
  }

  /** The bearer token that a request carries; other schemes count for nothing. */
  static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private Actor ofToken(String token, HttpServletRequest request) {
    if (serviceToken.matches(token, request)) {
      return Actor.SERVICE;
    }
    Optional<Account> account =
        tokens.valid(Secrets.hash(token)).flatMap(t -> accounts.find(t.account()));
    return account.filter(Account::active).map(Actor::of).orElse(Actor.NOBODY);
  }
}
