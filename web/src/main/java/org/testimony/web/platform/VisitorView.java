package org.testimony.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What every page shows of the person who has signed in. */
@Named("visitor")
@RequestScoped
public class VisitorView {

  private final CurrentActor current;

  @Inject
  VisitorView(CurrentActor current) {
    this.current = current;
  }

  /** Whether anybody has signed in. */
  public boolean isSignedIn() {
    return current.actor().isSignedIn();
  }

  /** The person's name. */
  public String getDisplayName() {
    return current.actor().displayName();
  }

  /** Whether the person administers the installation. */
  public boolean isAdministrator() {
    return current.actor().isAdministrator();
  }

  /** The secret that changing requests of this session carry. */
  public String getToken() {
    return current.signedIn().map(SignedIn::token).orElse("");
  }
}
