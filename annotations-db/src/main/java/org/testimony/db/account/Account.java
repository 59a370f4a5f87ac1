package org.testimony.db.account;

import java.util.Optional;

/**
 * A person who may sign in.
 *
 * @param id the account
 * @param name to sign in with: lower-case letters, digits and {@code . _ @ -}
 * @param displayName shown on pages
 * @param passwordHash empty until the person has set a password
 * @param administrator whether the person administers the installation
 * @param active whether the person may sign in
 * @param generation grows when sessions and links have to end
 */
public record Account(
    AccountId id,
    String name,
    String displayName,
    Optional<String> passwordHash,
    boolean administrator,
    boolean active,
    int generation) {

  /** Whether an account administers the installation. */
  public enum Rank {
    /** Works in projects. */
    PERSON,
    /** Administers the installation. */
    ADMINISTRATOR
  }

  /** The same with another password; sessions made before end. */
  public Account withPassword(String hash) {
    return new Account(
        id, name, displayName, Optional.of(hash), administrator, active, generation + 1);
  }

  /** The same, allowed to sign in or not; sessions made before end. */
  public Account withActive(boolean newActive) {
    return new Account(
        id, name, displayName, passwordHash, administrator, newActive, generation + 1);
  }
}
