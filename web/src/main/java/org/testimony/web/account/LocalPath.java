package org.testimony.web.account;

import org.jspecify.annotations.Nullable;

/** Where a person goes after signing in: only ever to a page of this application. */
final class LocalPath {

  private static final String HOME = "/";

  private LocalPath() {}

  /**
   * The path to go to.
   *
   * @param wanted from the address of the sign-in page; anything but a path below the application
   *     gives the first page
   */
  static String of(@Nullable String wanted) {
    if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//")) {
      return HOME;
    }
    boolean odd = wanted.codePoints().anyMatch(c -> c <= 0x20 || c >= 0x7f || c == '\\');
    return odd || wanted.startsWith("/sign-in") || wanted.startsWith("/sign-out") ? HOME : wanted;
  }
}
