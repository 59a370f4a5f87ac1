package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.testimony.db.account.Account;

/** Opens and closes the session of a person. Its id changes whenever its rights do. */
@ApplicationScoped
public class SessionDoor {

  private static final String SET_COOKIE = "Set-Cookie";

  private final HttpServletRequest request;
  private final Forwarding forwarding;

  @Inject
  SessionDoor(HttpServletRequest request, Forwarding forwarding) {
    this.request = request;
    this.forwarding = forwarding;
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
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    tighten((HttpServletResponse) external.getResponse());
  }

  /** Adds to the session's cookie what the server does not write: SameSite, Secure behind TLS. */
  private void tighten(HttpServletResponse response) {
    String added = "; SameSite=Lax" + (forwarding.secure(request) ? "; Secure" : "");
    List<String> cookies = List.copyOf(response.getHeaders(SET_COOKIE));
    for (int i = 0; i < cookies.size(); i++) {
      String cookie = cookies.get(i).replaceAll("(?i); *(SameSite=\\w+|Secure)", "") + added;
      if (i == 0) {
        response.setHeader(SET_COOKIE, cookie);
      } else {
        response.addHeader(SET_COOKIE, cookie);
      }
    }
  }

  private Optional<SignedIn> signedIn() {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn in
        ? Optional.of(in)
        : Optional.empty();
  }
}
