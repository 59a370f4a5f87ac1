package org.testimony.web.account;

import java.util.Locale;
import java.util.Optional;
import org.testimony.web.platform.PlainName;
import org.testimony.web.platform.Refused;

/** Which names accounts may have. */
final class AccountNames {

  private static final String FORM = "[a-z0-9][a-z0-9._@-]{0,99}";

  private AccountNames() {}

  /** The sign-in name in its stored form. */
  static String signIn(String name) {
    return stored(name).orElseThrow(() -> new Refused.Invalid("account.name"));
  }

  /** The stored form of a name typed to sign in; empty where no account can have it. */
  static Optional<String> stored(String name) {
    return Optional.of(name.strip().toLowerCase(Locale.ROOT)).filter(n -> n.matches(FORM));
  }

  /** The name shown on pages; without control and direction characters. */
  static String display(String name) {
    return PlainName.of(name, "account.displayName");
  }
}
