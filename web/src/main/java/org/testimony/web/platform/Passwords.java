package org.testimony.web.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords: PBKDF2 with HMAC-SHA-256 and 600,000 iterations, at most two at a
 * time so that many sign-ins do not take the processor from those who label.
 */
@ApplicationScoped
public class Passwords {

  /** Fewest characters. */
  public static final int SHORTEST = 15;

  /** Most bytes of UTF-8. */
  public static final int LONGEST = 256;

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
          "Pbkdf2PasswordHash.Iterations", "600000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32",
          "Pbkdf2PasswordHash.KeySizeBytes", "32");

  private final Pbkdf2PasswordHash hash;
  private final Semaphore atOnce = new Semaphore(2);
  private final Set<String> common = new HashSet<>();
  private String nobodys = "";

  @Inject
  Passwords(Pbkdf2PasswordHash hash) {
    this.hash = hash;
  }

  @PostConstruct
  void prepare() {
    hash.initialize(PARAMETERS);
    InputStream list = Passwords.class.getResourceAsStream("common-passwords.txt");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(list), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank()).forEach(common::add);
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common passwords cannot be read", e);
    }
  }

  /**
   * The hash to store for a new password.
   *
   * @throws Refused.Invalid when it is too short, too long, common, or the name itself
   */
  public String accept(String name, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new Refused.Invalid("password.short", SHORTEST);
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new Refused.Invalid("password.long", LONGEST);
    }
    String lower = password.toLowerCase(Locale.ROOT);
    boolean nearName = lower.contains(name) && lower.length() < name.length() + 6;
    if (common.contains(lower) || nearName) {
      throw new Refused.Invalid("password.common");
    }
    if (lower.chars().distinct().count() < 5) {
      throw new Refused.Invalid("password.common");
    }
    return limited(() -> hash.generate(password.toCharArray()));
  }

  /** Whether the password is the one that was hashed. */
  public boolean matches(String password, String stored) {
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return false;
    }
    return limited(() -> hash.verify(password.toCharArray(), stored));
  }

  /** Takes the time of a check, so that an unknown name answers no faster than a wrong password. */
  public void matchNobody(String password) {
    if (nobodys.isEmpty()) {
      nobodys = limited(() -> hash.generate(Secrets.random().toCharArray()));
    }
    boolean ignored = matches(password, nobodys);
    if (ignored) {
      throw new IllegalStateException("a random password was guessed");
    }
  }

  private <T> T limited(Supplier<T> work) {
    atOnce.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      atOnce.release();
    }
  }
}
