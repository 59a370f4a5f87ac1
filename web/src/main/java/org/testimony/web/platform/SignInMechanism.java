package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * Finds out who is asking: by bearer token for scripts, by session for pages. What the person may
 * do is decided by each use case; {@link Gate} sends those away who have to sign in first.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

  private final Identities identities;

  @Inject
  SignInMechanism(Identities identities) {
    this.identities = identities;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Actor actor = identities.of(request);
    request.setAttribute(CurrentActor.ATTRIBUTE, actor);
    return actor.isSignedIn()
        ? context.notifyContainerAboutLogin(actor.account().toString(), Set.of())
        : context.doNothing();
  }
}
