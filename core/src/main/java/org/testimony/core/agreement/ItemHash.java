package org.testimony.core.agreement;

/** Names of items as 64 bits: equal names have equal bits, others almost never. */
final class ItemHash {

  private static final long PRIME = 0x100000001B3L;
  private static final long START = 0xCBF29CE484222325L;

  private ItemHash() {}

  static long of(String item) {
    long bits = START;
    for (int i = 0; i < item.length(); i++) {
      bits = (bits ^ item.charAt(i)) * PRIME;
    }
    return SplitMix.mix(bits);
  }

  static long of(byte[] bytes, int from, int to) {
    long bits = START;
    for (int i = from; i < to; i++) {
      bits = (bits ^ bytes[i]) * PRIME;
    }
    return SplitMix.mix(bits);
  }
}
