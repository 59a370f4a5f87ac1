package org.testimony.web.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.SessionDoor;

/** The page of one's own account: another password, and tokens for scripts. */
@Named
@ViewScoped
public class AccountView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SetPassword setPassword;
  private final ManageTokens manageTokens;
  private final SessionDoor door;
  private final Pages pages;
  private String oldPassword = "";
  private String newPassword = "";
  private String newPasswordAgain = "";
  private String tokenName = "";
  private String secret = "";
  private List<Token> tokens = List.of();

  /** A token in force as the page lists it. */
  public record Token(UUID id, String name, String day) implements Serializable {}

  @Inject
  AccountView(SetPassword setPassword, ManageTokens manageTokens, SessionDoor door, Pages pages) {
    this.setPassword = setPassword;
    this.manageTokens = manageTokens;
    this.door = door;
    this.pages = pages;
  }

  /** Reads the tokens. */
  public void load() {
    tokens =
        manageTokens.list(pages.actor()).stream()
            .map(token -> new Token(token.id(), token.name(), day(token.created())))
            .toList();
  }

  private static String day(Instant made) {
    return Pages.day(LocalDate.ofInstant(made, ZoneOffset.UTC));
  }

  /** Sets another password; other sessions of the account end, this one goes on. */
  public void changePassword() {
    boolean done =
        pages.act(
            () -> {
              if (!newPassword.equals(newPasswordAgain)) {
                throw new Refused.Invalid("password.differ");
              }
              door.renew(setPassword.own(pages.actor(), oldPassword, newPassword));
            });
    if (done) {
      pages.done("account.passwordSet");
    }
  }

  /** Makes a token and shows its secret this once. */
  public void makeToken() {
    secret = "";
    if (pages.act(() -> secret = manageTokens.make(pages.actor(), tokenName).secret())) {
      tokenName = "";
    }
    load();
  }

  /** Ends a token. */
  public void revoke(Token token) {
    secret = "";
    if (pages.act(() -> manageTokens.revoke(pages.actor(), token.id()))) {
      pages.done("token.revoked", token.name());
    }
    load();
  }

  /** The tokens in force. */
  public List<Token> getTokens() {
    return tokens;
  }

  /** The secret of the token that was just made; empty otherwise. */
  public String getSecret() {
    return secret;
  }

  /** What the new token is called. */
  public String getTokenName() {
    return tokenName;
  }

  /** Takes what the new token is called. */
  public void setTokenName(String tokenName) {
    this.tokenName = tokenName;
  }

  /** Never shown again. */
  public String getOldPassword() {
    return "";
  }

  /** Takes the password in force. */
  public void setOldPassword(String oldPassword) {
    this.oldPassword = oldPassword;
  }

  /** Never shown again. */
  public String getNewPassword() {
    return "";
  }

  /** Takes the new password. */
  public void setNewPassword(String newPassword) {
    this.newPassword = newPassword;
  }

  /** Never shown again. */
  public String getNewPasswordAgain() {
    return "";
  }

  /** Takes the new password a second time. */
  public void setNewPasswordAgain(String newPasswordAgain) {
    this.newPasswordAgain = newPasswordAgain;
  }
}
