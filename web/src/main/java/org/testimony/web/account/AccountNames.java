package org.testimony.web.account;

import java.util.Locale;
import org.testimony.web.platform.Refused;

/** Which names accounts may have. */
final class AccountNames {

  private AccountNames() {}

  /** The sign-in name in its stored form. */
  static String signIn(String name) {
    String normal = name.strip().toLowerCase(Locale.ROOT);
    if (!normal.matches("[a-z0-9][a-z0-9._@-]{0,99}")) {
      throw new Refused.Invalid("account.name");
    }
    return normal;
  }

  /** The name shown on pages; without control and direction characters. */
  static String display(String name) {
    String stripped = name.strip();
    boolean odd =
        stripped
            .codePoints()
            .anyMatch(
                c ->
                    Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE);
    if (stripped.isEmpty() || stripped.length() > 100 || odd) {
      throw new Refused.Invalid("account.displayName");
    }
    return stripped;
  }
}
