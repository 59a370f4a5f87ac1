package org.testimony.db.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes UUIDs of version 7 (RFC 9562): time-ordered, so that indexes grow at their end. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Milliseconds and, in the lowest twelve bits, a counter: the newest given so far. */
  private static final AtomicLong LAST = new AtomicLong();

  /** How many stamps, each a part of a millisecond, an id may run ahead of its instant. */
  private static final long AHEAD = 1_000L << 12;

  private Ids() {}

  /**
   * A new id that sorts by this instant, and after those that this program made before for the same
   * millisecond; so the articles of one import keep their order.
   */
  public static UUID next(Instant now) {
    long fresh = (now.toEpochMilli() << 12) | RANDOM.nextInt(0x400);
    long stamp = LAST.updateAndGet(last -> isJustAhead(last, fresh) ? last + 1 : fresh);
    long high = (stamp >> 12 << 16) | 0x7000L | (stamp & 0xFFF);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** False where the clock went back further than ids run ahead: then they follow the clock. */
  private static boolean isJustAhead(long last, long fresh) {
    return last >= fresh && last - fresh < AHEAD;
  }
}
