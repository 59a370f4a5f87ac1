package org.testimony.core.agreement;

/**
 * Agreement over pairable values: 1 − observed disagreement of nominal alpha.
 *
 * <p>Special cases: as {@link KrippendorffAlpha}, except that one label alone is complete agreement
 * and has a value.
 */
public final class PairableAgreement implements Formula {

  private final KrippendorffAlpha alpha;

  /** Agreement over the patterns of a table as columns. */
  public PairableAgreement(PatternTable table) {
    this.alpha = new KrippendorffAlpha(table, Distance.nominal());
  }

  @Override
  public Estimate of(long[] counts) {
    Estimate estimate = alpha.of(counts);
    return estimate.observed().isPresent()
        ? Estimate.plain(1 - estimate.observed().getAsDouble())
        : estimate;
  }
}
