package org.testimony.core.agreement;

/** A sequence of random numbers fixed by its seed (Steele, Lea & Flood 2014). */
final class SplitMix {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix(long seed) {
    this.state = seed;
  }

  /** The next 64 random bits. */
  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform on ]0, 1[. */
  double uniform() {
    return ((next() >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** Uniform on 0 … bound − 1. */
  int below(int bound) {
    return (int) Math.floor(uniform() * bound);
  }

  /** The finaliser: every bit of the result depends on every bit of the argument. */
  static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
