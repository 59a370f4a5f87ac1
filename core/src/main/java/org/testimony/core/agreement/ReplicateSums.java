package org.testimony.core.agreement;

/**
 * The sums of counts for every bootstrap replicate, kept so that several formulas over the same
 * counts share them.
 *
 * <p>Replicates are summed block by block, so that the sums of a block stay in the nearest cache;
 * in half the space where all sums surely fit.
 */
final class ReplicateSums {

  private static final int BLOCK = 256;

  private final long seed;
  private final int replicates;
  private final int[][] small;
  private final long[][] large;

  /**
   * Sums counts.
   *
   * @param weights row of the counts to replicate to how often it is drawn
   */
  ReplicateSums(DocumentCounts counts, long seed, int[][] weights, int replicates) {
    this.seed = seed;
    this.replicates = replicates;
    boolean fit = counts.fitInts(PoissonWeights.MOST);
    this.small = new int[fit ? counts.columns() : 0][replicates];
    this.large = new long[fit ? 0 : counts.columns()][replicates];
    for (int from = 0; from < replicates; from += BLOCK) {
      int to = Math.min(replicates, from + BLOCK);
      for (int row = 0; row < weights.length; row++) {
        if (fit) {
          counts.addTo(small, row, weights[row], from, to);
        } else {
          counts.addTo(large, row, weights[row], from, to);
        }
      }
    }
  }

  /** Whether these are the sums for a seed and number of replicates. */
  boolean areOf(long otherSeed, int otherReplicates) {
    return seed == otherSeed && replicates == otherReplicates;
  }

  /** Copies the sums of a replicate. */
  void copy(int replicate, long[] sum) {
    for (int column = 0; column < sum.length; column++) {
      sum[column] = small.length > 0 ? small[column][replicate] : large[column][replicate];
    }
  }
}
