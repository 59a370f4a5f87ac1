package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The best alignment of the units of several annotators: every unit is in exactly one unitary
 * alignment, which holds at most one unit of each annotator.
 *
 * <p>The disorder of a unitary alignment is the mean over all pairs of annotators of the
 * dissimilarity of their units, a pair with an empty place costing the empty cost. The disorder of
 * an alignment is the sum divided by the mean number of units of an annotator. Alignments that
 * differ by less than 10<sup>-8</sup> are ties, broken by fewer unitary alignments, then more pairs
 * of equal labels, then text order. Two annotators: exact assignment; more: {@link
 * AlignmentSearch}, which proves the alignment best or gives a lower bound.
 *
 * @param groups unitary alignments: for each annotator the unit, or nothing
 * @param cost the sum of their disorders
 * @param leastCost no alignment has a smaller sum; {@code cost} where that is proved best
 * @param units number of units
 * @param annotators number of annotators
 */
record GammaAlignment(
    List<List<Optional<GammaUnit>>> groups,
    double cost,
    double leastCost,
    int units,
    int annotators) {

  /** What breaks ties: a unitary alignment more costs so much. */
  static final double PER_GROUP = 1e-9;

  /** What breaks ties: a pair of equal labels earns so much. */
  static final double PER_MATCH = 1e-11;

  private static final double WHOLE = 0x1.0p48;

  /** The best alignment within the usual limits. */
  static GammaAlignment best(List<List<GammaUnit>> continuum, GammaSettings settings) {
    return best(continuum, settings, GammaLimits.DEFAULT);
  }

  /** The best alignment that can be found within limits. */
  static GammaAlignment best(
      List<List<GammaUnit>> continuum, GammaSettings settings, GammaLimits limits) {
    List<List<GammaUnit>> sorted =
        continuum.stream().map(units -> units.stream().sorted(GammaUnit.ORDER).toList()).toList();
    return sorted.size() == 2
        ? ofTwo(sorted.get(0), sorted.get(1), settings)
        : new AlignmentSearch(sorted, settings, limits).best();
  }

  /** Whether no alignment is better. */
  boolean isProved() {
    return leastCost == cost;
  }

  /** Disorder: cost by mean number of units of an annotator; 0 without units. */
  double disorder() {
    return perUnit(cost);
  }

  /** A number below which the disorder of no alignment lies. */
  double leastDisorder() {
    return perUnit(leastCost);
  }

  private double perUnit(double sum) {
    return units == 0 ? 0 : sum * annotators / units;
  }

  /** The best alignment of two annotators, whose units are in text order. */
  static GammaAlignment ofTwo(List<GammaUnit> left, List<GammaUnit> right, GammaSettings settings) {
    double empty = settings.emptyCost();
    SparseAssignment assignment = new SparseAssignment(left.size(), right.size());
    double longest = right.stream().mapToDouble(GammaUnit::length).max().orElse(0);
    for (int i = 0; i < left.size(); i++) {
      GammaUnit a = left.get(i);
      double reach = settings.reach(2 * empty) * (a.length() + longest);
      for (int j = first(right, a.begin() - reach); j < right.size(); j++) {
        GammaUnit b = right.get(j);
        if (b.begin() > a.begin() + reach) {
          break;
        }
        double match = a.label().equals(b.label()) ? PER_MATCH : 0;
        double gain = 2 * empty + PER_GROUP - settings.dissimilarity(a, b) + match;
        if (gain > 0) {
          assignment.allow(i, j, Math.max(1, Math.round(gain / empty * WHOLE)));
        }
      }
    }
    return ofTwo(left, right, settings, assignment.solve());
  }

  /** Index of the first unit that begins at a place or after it. */
  private static int first(List<GammaUnit> units, double place) {
    int index =
        Collections.binarySearch(
            units,
            new GammaUnit(place, Double.NEGATIVE_INFINITY, ""),
            Comparator.comparingDouble(GammaUnit::begin).thenComparingDouble(GammaUnit::end));
    return index < 0 ? -index - 1 : index;
  }

  private static GammaAlignment ofTwo(
      List<GammaUnit> left, List<GammaUnit> right, GammaSettings settings, int[] partner) {
    List<List<Optional<GammaUnit>>> groups = new ArrayList<>();
    boolean[] taken = new boolean[right.size()];
    double cost = 0;
    for (int i = 0; i < left.size(); i++) {
      Optional<GammaUnit> other =
          partner[i] < 0 ? Optional.empty() : Optional.of(right.get(partner[i]));
      groups.add(List.of(Optional.of(left.get(i)), other));
      if (other.isPresent()) {
        cost += settings.dissimilarity(left.get(i), other.get());
        taken[partner[i]] = true;
      } else {
        cost += settings.emptyCost();
      }
    }
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        groups.add(List.of(Optional.empty(), Optional.of(right.get(j))));
        cost += settings.emptyCost();
      }
    }
    return new GammaAlignment(List.copyOf(groups), cost, cost, left.size() + right.size(), 2);
  }
}
