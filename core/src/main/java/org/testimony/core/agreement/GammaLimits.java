package org.testimony.core.agreement;

/**
 * How far the search for a best alignment of three or more annotators goes. What it cannot prove
 * within these limits has bounds and no value.
 *
 * @param candidates most unitary alignments looked at
 * @param nodes most branches of the search, for each part of the text that stands apart
 */
record GammaLimits(int candidates, long nodes) {

  /** The limits in use: some seconds for one alignment. */
  static final GammaLimits DEFAULT = new GammaLimits(400_000, 200_000);
}
