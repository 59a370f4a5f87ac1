package org.testimony.db.account;

import java.util.UUID;

/**
 * Names an account.
 *
 * @param value a time-ordered UUID; it never leaves in a release
 */
public record AccountId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
