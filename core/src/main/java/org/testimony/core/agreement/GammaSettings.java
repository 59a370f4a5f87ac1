package org.testimony.core.agreement;

import java.util.Locale;

/**
 * What gamma is computed with; part of the definition of a value.
 *
 * @param alpha weight of the positional dissimilarity
 * @param beta weight of the dissimilarity of labels
 * @param emptyCost cost of aligning a unit with nothing, above 0
 * @param samples number of random continua behind the expected disorder, at least 1
 * @param sampler how they are drawn
 * @param seed fixes every draw
 */
public record GammaSettings(
    double alpha, double beta, double emptyCost, int samples, Sampler sampler, long seed) {

  /** How random continua are drawn. */
  public enum Sampler {
    /** Numbers, gaps, lengths and labels of units drawn after those observed. */
    STATISTICAL,
    /** The units of a random annotator, shifted round by a random length (Mathet et al. 2015). */
    SHUFFLE
  }

  /** Refuses costs and weights that are none. */
  public GammaSettings {
    boolean weights = alpha >= 0 && beta >= 0 && alpha + beta > 0;
    if (!weights || !(emptyCost > 0) || samples < 1 || !Double.isFinite(alpha + beta + emptyCost)) {
      throw new IllegalArgumentException(
          "gamma needs weights not below 0, an empty cost above 0 and samples, not %s, %s, %s, %d"
              .formatted(alpha, beta, emptyCost, samples));
    }
  }

  /** alpha 1, beta 1, empty cost 1, 30 samples of the statistical sampler. */
  public static GammaSettings defaults(long seed) {
    return new GammaSettings(1, 1, 1, 30, Sampler.STATISTICAL, seed);
  }

  /** All settings in words, for reports. */
  public String describe() {
    return "alpha %s, beta %s, empty cost %s, %d samples, sampler %s, seed %d"
        .formatted(alpha, beta, emptyCost, samples, sampler.name().toLowerCase(Locale.ROOT), seed);
  }

  /** Positional dissimilarity of two units, without weight. */
  double positional(GammaUnit a, GammaUnit b) {
    double apart =
        (Math.abs(a.begin() - b.begin()) + Math.abs(a.end() - b.end()))
            / (a.end() - a.begin() + b.end() - b.begin());
    return apart * apart * emptyCost;
  }

  /**
   * How far apart two units may begin, in sums of their lengths, if their dissimilarity is not to
   * exceed a cost; endless where position has no weight.
   */
  double reach(double cost) {
    return alpha == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(cost / (alpha * emptyCost)) + 1e-6;
  }

  /** Dissimilarity of the labels of two units, without weight. */
  double categorical(GammaUnit a, GammaUnit b) {
    return a.label().equals(b.label()) ? 0 : emptyCost;
  }

  /** Combined dissimilarity of two units. */
  double dissimilarity(GammaUnit a, GammaUnit b) {
    return alpha * positional(a, b) + beta * categorical(a, b);
  }
}
