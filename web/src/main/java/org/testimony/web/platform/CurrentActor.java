package org.testimony.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Who is acting in this request, for pages and REST alike. */
@RequestScoped
public class CurrentActor {

  static final String ATTRIBUTE = "testimony.actor";

  private final HttpServletRequest request;

  @Inject
  CurrentActor(HttpServletRequest request) {
    this.request = request;
  }

  /** The actor; {@link Actor#NOBODY} where nobody has signed in. */
  public Actor actor() {
    return of(request);
  }

  static Actor of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Actor actor ? actor : Actor.NOBODY;
  }

  /** The session's sign-in, where the request belongs to one. */
  public Optional<SignedIn> signedIn() {
    return signedIn(request);
  }

  static Optional<SignedIn> signedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn in
        ? Optional.of(in)
        : Optional.empty();
  }
}
