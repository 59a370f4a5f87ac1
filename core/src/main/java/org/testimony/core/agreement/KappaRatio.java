package org.testimony.core.agreement;

/** (Po − Pe) / (1 − Pe) from whole counts. */
final class KappaRatio {

  private KappaRatio() {}

  /**
   * The ratio, with Po = equal / n and Pe = chance / all.
   *
   * <p>Computed as 1 − (1 − Po) / (1 − Pe), whose two parts are quotients of whole numbers; Pe = 1
   * is NO_VARIATION.
   */
  static Estimate of(long equal, long n, long chance, long all) {
    double observed = (double) equal / n;
    double expected = (double) chance / all;
    if (chance == all) {
      return Estimate.undefined(Reason.NO_VARIATION, observed, expected);
    }
    double disagreement = (double) (n - equal) / n;
    double byChance = (double) (all - chance) / all;
    return Estimate.of(1 - disagreement / byChance, observed, expected);
  }
}
