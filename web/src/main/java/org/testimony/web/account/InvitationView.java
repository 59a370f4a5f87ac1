package org.testimony.web.account;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.UUID;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.web.platform.Forwarding;
import org.testimony.web.platform.Pages;

/** The part of pages in which an administrator invites somebody or makes a link again. */
@Named
@ViewScoped
public class InvitationView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final InvitePerson invitePerson;
  private final Forwarding forwarding;
  private final Pages pages;
  private String name = "";
  private String displayName = "";
  private boolean administrator;
  private String invited = "";
  private String link = "";

  @Inject
  InvitationView(InvitePerson invitePerson, Forwarding forwarding, Pages pages) {
    this.invitePerson = invitePerson;
    this.forwarding = forwarding;
    this.pages = pages;
  }

  /**
   * Adds the account and shows its link.
   *
   * @return the sign-in name; empty where it was refused
   */
  public String invite() {
    Account.Rank rank = administrator ? Account.Rank.ADMINISTRATOR : Account.Rank.PERSON;
    boolean done = showing(() -> show(invitePerson.invite(pages.actor(), name, displayName, rank)));
    if (!done) {
      return "";
    }
    String signInName = AccountNames.signIn(name);
    name = "";
    displayName = "";
    administrator = false;
    return signInName;
  }

  /** Makes a new link for an account and shows it. */
  public void reset(UUID account) {
    showing(() -> show(invitePerson.reset(pages.actor(), new AccountId(account))));
  }

  private boolean showing(Runnable act) {
    link = "";
    return pages.act(act);
  }

  private void show(InvitePerson.Invitation invitation) {
    Object request = FacesContext.getCurrentInstance().getExternalContext().getRequest();
    invited = invitation.account().displayName();
    link = forwarding.base((HttpServletRequest) request) + invitation.path();
  }

  /** The link that was just made, shown this once; empty otherwise. */
  public String getLink() {
    return link;
  }

  /** For whom the link is. */
  public String getInvited() {
    return invited;
  }

  /** The new account's sign-in name. */
  public String getName() {
    return name;
  }

  /** Takes the new account's sign-in name. */
  public void setName(String name) {
    this.name = name;
  }

  /** The new account's name on pages. */
  public String getDisplayName() {
    return displayName;
  }

  /** Takes the new account's name on pages. */
  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  /** Whether the new account administers the installation. */
  public boolean isAdministrator() {
    return administrator;
  }

  /** Takes whether the new account administers the installation. */
  public void setAdministrator(boolean administrator) {
    this.administrator = administrator;
  }
}
