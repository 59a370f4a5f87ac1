package org.testimony.core.agreement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * The difference of two values of one measure: second − first.
 *
 * @param first the one value
 * @param second the other
 * @param difference second − first; absent where one of them is undefined
 * @param uncertainty the interval of the difference, or why there is none
 */
public record Difference(
    Estimate first, Estimate second, OptionalDouble difference, Uncertainty uncertainty) {

  /**
   * Compares two values over the same documents by a paired bootstrap: each replicate draws every
   * document equally often for both.
   */
  public static Difference paired(
      DocumentCounts first,
      Formula ofFirst,
      DocumentCounts second,
      Formula ofSecond,
      Resampling resampling) {
    DocumentCounts both = joined(first, second);
    int columns = first.columns();
    Formula difference =
        counts -> {
          Estimate a = ofFirst.of(java.util.Arrays.copyOf(counts, columns));
          Estimate b = ofSecond.of(java.util.Arrays.copyOfRange(counts, columns, counts.length));
          return minus(a, b);
        };
    Estimate a = ofFirst.of(first.total());
    Estimate b = ofSecond.of(second.total());
    return new Difference(a, b, minus(a, b).value(), resampling.of(both, difference));
  }

  private static Estimate minus(Estimate a, Estimate b) {
    if (a.value().isEmpty()) {
      return a;
    }
    return b.value().isEmpty()
        ? b
        : Estimate.plain(b.value().getAsDouble() - a.value().getAsDouble());
  }

  /** The columns of both side by side. */
  private static DocumentCounts joined(DocumentCounts first, DocumentCounts second) {
    DocumentCounts.Builder builder = DocumentCounts.builder(first.columns() + second.columns());
    first.addTo(builder, 0);
    second.addTo(builder, first.columns());
    return builder.build();
  }

  /**
   * Share of random divisions of the documents into two rounds of the same sizes that differ at
   * least as much as the rounds given; for rounds with different documents.
   *
   * @param permutations number of random divisions
   * @param seed fixes the divisions
   * @return the share, the given division counted; empty where a value is undefined
   */
  public static OptionalDouble permutationShare(
      DocumentCounts first, DocumentCounts second, Formula formula, int permutations, long seed) {
    OptionalDouble given = minus(formula.of(first.total()), formula.of(second.total())).value();
    if (given.isEmpty()) {
      return given;
    }
    if (!java.util.Collections.disjoint(first.units(), second.units())) {
      throw new IllegalArgumentException(
          "rounds with documents in common are compared in pairs: " + new TreeSet<>(first.units()));
    }
    DocumentCounts.Builder builder = DocumentCounts.builder(first.columns());
    first.addTo(builder, 0);
    second.addTo(builder, 0);
    DocumentCounts all = builder.build();
    long[] total = all.total();
    int[] order = java.util.stream.IntStream.range(0, all.units().size()).toArray();
    SplitMix random = new SplitMix(seed);
    int asLarge = 1;
    int defined = 1;
    for (int p = 0; p < permutations; p++) {
      long[] one = new long[total.length];
      for (int i = 0; i < first.units().size(); i++) {
        int pick = i + random.below(order.length - i);
        int unit = order[pick];
        order[pick] = order[i];
        order[i] = unit;
        all.addTo(one, unit, 1);
      }
      long[] rest = total.clone();
      for (int column = 0; column < rest.length; column++) {
        rest[column] -= one[column];
      }
      OptionalDouble value = minus(formula.of(one), formula.of(rest)).value();
      if (value.isPresent()) {
        defined++;
        asLarge += Math.abs(value.getAsDouble()) >= Math.abs(given.getAsDouble()) - 1e-12 ? 1 : 0;
      }
    }
    return OptionalDouble.of((double) asLarge / defined);
  }

  /** The values of a measure by round, in the order given: drift. */
  public static List<Estimate> byRound(List<DocumentCounts> rounds, Formula formula) {
    return rounds.stream().map(round -> formula.of(round.total())).toList();
  }
}
