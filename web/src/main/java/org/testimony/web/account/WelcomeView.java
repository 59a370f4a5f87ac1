package org.testimony.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.testimony.db.account.Account;
import org.testimony.db.account.OneTimeLink;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.SessionDoor;

/**
 * The page that a one-time link opens: the first administrator gives name and password, everybody
 * else a password. Holds nothing between requests but what the form carries.
 */
@Named
@RequestScoped
public class WelcomeView {

  private final SetPassword setPassword;
  private final MakeFirstAdministrator makeFirstAdministrator;
  private final FirstStart firstStart;
  private final SessionDoor door;
  private final Pages pages;
  private String token = "";
  private String name = "";
  private String displayName = "";
  private String password = "";
  private String passwordAgain = "";
  private Optional<OneTimeLink.Purpose> purpose = Optional.empty();
  private Optional<Account> account = Optional.empty();

  @Inject
  WelcomeView(
      SetPassword setPassword,
      MakeFirstAdministrator makeFirstAdministrator,
      FirstStart firstStart,
      SessionDoor door,
      Pages pages) {
    this.setPassword = setPassword;
    this.makeFirstAdministrator = makeFirstAdministrator;
    this.firstStart = firstStart;
    this.door = door;
    this.pages = pages;
  }

  /** Looks what the link is for; a link that is used up or too old answers 404 with words. */
  @PostConstruct
  void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    token = context.getExternalContext().getRequestParameterMap().getOrDefault("token", "");
    account = setPassword.whose(pages.actor(), token);
    purpose =
        setPassword
            .look(pages.actor(), token)
            .map(OneTimeLink::purpose)
            .filter(p -> p == OneTimeLink.Purpose.FIRST_ADMINISTRATOR || account.isPresent());
    if (purpose.isEmpty()) {
      context.getExternalContext().setResponseStatus(404);
    }
  }

  /** Makes the first administrator and signs in. */
  public void begin() throws IOException {
    enter(
        () -> {
          Account made =
              makeFirstAdministrator.make(pages.actor(), token, name, displayName, password);
          firstStart.used();
          return made;
        });
  }

  /** Sets the password and signs in. */
  public void submit() throws IOException {
    enter(() -> setPassword.byLink(pages.actor(), token, password));
  }

  private void enter(Supplier<Account> act) throws IOException {
    boolean done =
        pages.act(
            () -> {
              if (!password.equals(passwordAgain)) {
                throw new Refused.Invalid("password.differ");
              }
              door.open(act.get());
            });
    if (done) {
      ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + "/");
    }
  }

  /** Whether the link makes the first administrator. */
  public boolean isFirst() {
    return purpose.filter(p -> p == OneTimeLink.Purpose.FIRST_ADMINISTRATOR).isPresent();
  }

  /** Whether the link sets a password. */
  public boolean isPerson() {
    return account.isPresent();
  }

  /** The name to sign in with from now on. */
  public String getSignInName() {
    return account.map(Account::name).orElse("");
  }

  /** How the person is greeted. */
  public String getGreetedName() {
    return account.map(Account::displayName).orElse("");
  }

  /** The link's secret. */
  public String getToken() {
    return token;
  }

  /** The first administrator's sign-in name. */
  public String getName() {
    return name;
  }

  /** Takes the first administrator's sign-in name. */
  public void setName(String name) {
    this.name = name;
  }

  /** The first administrator's name on pages. */
  public String getDisplayName() {
    return displayName;
  }

  /** Takes the first administrator's name on pages. */
  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  /** Never shown again. */
  public String getPassword() {
    return "";
  }

  /** Takes the password. */
  public void setPassword(String password) {
    this.password = password;
  }

  /** Never shown again. */
  public String getPasswordAgain() {
    return "";
  }

  /** Takes the password a second time. */
  public void setPasswordAgain(String passwordAgain) {
    this.passwordAgain = passwordAgain;
  }
}
