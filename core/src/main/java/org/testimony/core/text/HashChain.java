package org.testimony.core.text;

/**
 * A chain of SHA-256 over entries, so that an entry which is changed, removed or moved later is
 * found. Personal parts of an entry stand in it as commitments: erasing the salt makes them
 * unreadable and leaves the chain valid.
 */
public final class HashChain {

  /** What the first entry of every chain follows. */
  public static final Hash START = Hash.of("testimony");

  private HashChain() {}

  /**
   * The hash of an entry: SHA-256 of the previous hash in hexadecimal, a line feed, and the entry.
   */
  public static Hash next(Hash previous, String entry) {
    return Hash.of(previous.hex() + "\n" + entry);
  }

  /** What stands for a value in an entry: SHA-256 of salt, a colon, and the value. */
  public static String commitment(String salt, String value) {
    return Hash.of(salt + ":" + value).hex();
  }
}
