package org.testimony.web.platform;

import java.security.SecureRandom;
import java.util.Base64;
import org.testimony.core.text.Hash;

/** Random secrets that are shown once, and the hashes by which they are known afterwards. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** 256 random bits as 43 letters, digits, {@code -} and {@code _}. */
  public static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored of a secret. Random secrets need no slow hash. */
  public static String hash(String secret) {
    return Hash.of(secret).hex();
  }
}
