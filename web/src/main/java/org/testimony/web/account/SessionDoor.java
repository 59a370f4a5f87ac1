package org.testimony.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.testimony.db.account.Account;
import org.testimony.web.platform.SignedIn;

/** Opens and closes the session of a person. Its id changes whenever its rights do. */
@ApplicationScoped
public class SessionDoor {

  private final HttpServletRequest request;

  @Inject
  SessionDoor(HttpServletRequest request) {
    this.request = request;
  }

  /** Signs the person in; what a session of somebody else held is gone. */
  public void open(Account account) {
    if (signedIn().isPresent()) {
      request.getSession().invalidate();
    }
    enter(SignedIn.of(account));
  }

  /** Keeps the person signed in after an act that ended all sessions of the account. */
  public void renew(Account account) {
    String token = signedIn().orElseGet(() -> SignedIn.of(account)).token();
    enter(new SignedIn(account.id().value(), account.generation(), token));
  }

  /** Whether the request belongs to a session that carries this secret. */
  public boolean isOpenFor(String token) {
    return signedIn().filter(in -> in.token().equals(token)).isPresent();
  }

  /** Signs the person out. */
  public void close() {
    request.getSession().invalidate();
  }

  private void enter(SignedIn signedIn) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setAttribute(SignedIn.ATTRIBUTE, signedIn);
  }

  private Optional<SignedIn> signedIn() {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn in
        ? Optional.of(in)
        : Optional.empty();
  }
}
