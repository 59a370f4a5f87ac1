package org.testimony.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.testimony.web.platform.Forwarding;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.SessionDoor;

/**
 * The sign-in page. It holds nothing between requests, so that it can be left open for days and
 * makes no session for strangers.
 */
@Named
@RequestScoped
public class SignInView {

  private final SignIn signIn;
  private final SessionDoor door;
  private final Forwarding forwarding;
  private final Pages pages;
  private String name = "";
  private String password = "";
  private String to = "";

  @Inject
  SignInView(SignIn signIn, SessionDoor door, Forwarding forwarding, Pages pages) {
    this.signIn = signIn;
    this.door = door;
    this.forwarding = forwarding;
    this.pages = pages;
  }

  @PostConstruct
  void read() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    to = LocalPath.of(external.getRequestParameterMap().get("to"));
  }

  /** Sends a person on who has signed in already. */
  public void load() throws IOException {
    if (pages.actor().isSignedIn()) {
      leave();
    }
  }

  /** Signs in and goes where the person wanted to go. */
  public void submit() throws IOException {
    if (pages.act(this::enter)) {
      leave();
    }
  }

  private void enter() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    String address = forwarding.address((HttpServletRequest) external.getRequest());
    try {
      door.open(signIn.signIn(pages.actor(), name, password, address));
    } catch (Refused.TooMany tooMany) {
      external.setResponseStatus(429);
      external.setResponseHeader("Retry-After", Integer.toString(tooMany.retryAfterSeconds()));
      throw tooMany;
    }
  }

  private void leave() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + to);
  }

  /** The sign-in name. */
  public String getName() {
    return name;
  }

  /** Takes the sign-in name. */
  public void setName(String name) {
    this.name = name;
  }

  /** Never shown again. */
  public String getPassword() {
    return "";
  }

  /** Takes the password. */
  public void setPassword(String password) {
    this.password = password;
  }

  /** Where to go afterwards. */
  public String getTo() {
    return to;
  }
}
