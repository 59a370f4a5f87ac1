package org.testimony.core.agreement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.testimony.core.text.Hash;

/**
 * How often a document is drawn in a bootstrap replicate: Poisson with mean 1, the same for the
 * same seed, replicate and document whatever else is in the corpus.
 *
 * <p>A counter-based generator: the three keys are mixed to 64 bits by the finaliser of SplitMix64
 * (Steele, Lea & Flood 2014), of which 53 make a uniform number; the draw inverts the distribution
 * function, so it is exact and no normal approximation. Documents are keyed by the first 64 bits of
 * the SHA-256 of their name.
 */
public final class PoissonWeights {

  /** The greatest weight that a document can have: a greater draw would need 68 random bits. */
  static final int MOST = 20;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double[] AT_MOST = distribution();

  private PoissonWeights() {}

  private static double[] distribution() {
    double[] cumulative = new double[MOST];
    double probability = Math.exp(-1);
    double sum = 0;
    for (int k = 0; k < cumulative.length; k++) {
      sum += probability;
      cumulative[k] = sum;
      probability /= k + 1;
    }
    return cumulative;
  }

  /** The key of a document or group. */
  public static long key(String document) {
    byte[] digest = Hash.sha256().digest(document.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }

  /** A sequence of random numbers for one replicate and key. */
  static SplitMix sequence(long seed, int replicate, long key) {
    return new SplitMix(SplitMix.mix(GOLDEN + seed + replicate * GOLDEN) ^ SplitMix.mix(key));
  }

  /** The draw for a document. */
  public static int draw(long seed, int replicate, long key) {
    long bits = SplitMix.mix(GOLDEN + (SplitMix.mix(GOLDEN + seed + replicate * GOLDEN) ^ key));
    double uniform = (bits >>> 11) * 0x1.0p-53;
    int k = 0;
    while (k < AT_MOST.length && uniform >= AT_MOST[k]) {
      k++;
    }
    return k;
  }
}
