package org.testimony.core.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 as 64 lower-case hexadecimal digits, the form in which files, chains and manifests show
 * it.
 *
 * @param hex 64 digits 0-9a-f
 */
public record Hash(String hex) {

  /** Refuses anything but 64 lower-case hexadecimal digits. */
  public Hash {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + hex);
    }
  }

  /** SHA-256 of the bytes. */
  public static Hash of(byte[] bytes) {
    return new Hash(HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /** SHA-256 of the text in UTF-8. */
  public static Hash of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A fresh SHA-256 digest, for streams. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
