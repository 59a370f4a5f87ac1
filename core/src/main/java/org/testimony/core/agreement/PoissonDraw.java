package org.testimony.core.agreement;

/**
 * Draws from a Poisson distribution of any mean, exact and no normal approximation.
 *
 * <p>Below a mean of 10 by multiplying uniform numbers (Knuth); above by transformed rejection,
 * algorithm PTRS of W. Hörmann, Insurance: Mathematics and Economics 12, 1993, 39–45.
 */
final class PoissonDraw {

  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

  private PoissonDraw() {}

  /** One draw with a mean above 0. */
  static long of(double mean, SplitMix random) {
    return mean < 10 ? small(mean, random) : large(mean, random);
  }

  private static long small(double mean, SplitMix random) {
    double limit = Math.exp(-mean);
    double product = random.uniform();
    long k = 0;
    while (product > limit) {
      product *= random.uniform();
      k++;
    }
    return k;
  }

  private static long large(double mean, SplitMix random) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double quick = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.uniform() - 0.5;
      double v = random.uniform();
      double distance = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / distance + b) * u + mean + 0.43);
      if (distance >= 0.07 && v <= quick) {
        return (long) k;
      }
      if (k < 0 || (distance < 0.013 && v > distance)) {
        continue;
      }
      double left = Math.log(v * inverseAlpha / (a / (distance * distance) + b));
      if (left <= k * Math.log(mean) - mean - logFactorial(k)) {
        return (long) k;
      }
    }
  }

  /** Logarithm of k!, by Stirling's series after raising small arguments. */
  static double logFactorial(double k) {
    double at = k + 1;
    double product = 1;
    while (at < 15) {
      product *= at;
      at++;
    }
    double inverse = 1 / at;
    double square = inverse * inverse;
    double series =
        inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
    return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + series - Math.log(product);
  }
}
