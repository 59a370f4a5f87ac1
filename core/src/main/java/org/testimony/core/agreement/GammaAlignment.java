package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best alignment of the units of several annotators: every unit is in exactly one unitary
 * alignment, which holds at most one unit of each annotator.
 *
 * <p>The disorder of a unitary alignment is the mean over all pairs of annotators of the
 * dissimilarity of their units, a pair with an empty place costing the empty cost. The disorder of
 * an alignment is the sum divided by the mean number of units of an annotator. The alignment found
 * is proved best; alignments that differ by less than 10<sup>-8</sup> are ties, broken by fewer
 * unitary alignments, then more pairs of equal labels, then text order.
 *
 * @param groups unitary alignments: for each annotator the unit, or nothing
 * @param cost the sum of their disorders
 * @param units number of units
 * @param annotators number of annotators
 */
record GammaAlignment(
    List<List<Optional<GammaUnit>>> groups, double cost, int units, int annotators) {

  private static final double PER_GROUP = 1e-9;
  private static final double PER_MATCH = 1e-11;

  /** The best alignment, or nothing where the limit of the search was hit. */
  static Optional<GammaAlignment> best(List<List<GammaUnit>> continuum, GammaSettings settings) {
    List<GammaUnit> all = new ArrayList<>();
    List<Integer> owner = new ArrayList<>();
    for (int a = 0; a < continuum.size(); a++) {
      for (GammaUnit unit : continuum.get(a).stream().sorted(GammaUnit.ORDER).toList()) {
        all.add(unit);
        owner.add(a);
      }
    }
    Search search = new Search(continuum.size(), all, owner, settings);
    if (!search.findCandidates()) {
      return Optional.empty();
    }
    return new SetPartition(all.size(), search.members, search.costs)
        .solve()
        .map(chosen -> search.alignment(chosen));
  }

  /** Disorder: cost by mean number of units of an annotator; 0 without units. */
  double disorder() {
    return units == 0 ? 0 : cost * annotators / units;
  }

  /** Candidates for unitary alignments. */
  private static final class Search {
    private static final int LIMIT = 400_000;

    private final int annotators;
    private final double pairs;
    private final List<GammaUnit> all;
    private final List<Integer> owner;
    private final double empty;
    private final double[][] distance;
    private final GammaSettings settings;
    private final List<int[]> members = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();

    Search(int annotators, List<GammaUnit> all, List<Integer> owner, GammaSettings settings) {
      this.annotators = annotators;
      this.pairs = annotators * (annotators - 1) / 2.0;
      this.all = all;
      this.owner = owner;
      this.empty = settings.emptyCost();
      this.settings = settings;
      this.distance = new double[all.size()][all.size()];
      for (int i = 0; i < all.size(); i++) {
        for (int j = 0; j < all.size(); j++) {
          distance[i][j] = settings.dissimilarity(all.get(i), all.get(j));
        }
      }
    }

    /** Finds all groups that can be in a best alignment; false if they are too many. */
    boolean findCandidates() {
      int[] group = new int[annotators];
      for (int unit = 0; unit < all.size(); unit++) {
        group[0] = unit;
        if (!extend(group, 1)) {
          return false;
        }
      }
      return true;
    }

    private boolean extend(int[] group, int size) {
      if (canBeBest(group, size)) {
        members.add(java.util.Arrays.copyOf(group, size));
        costs.add(cost(group, size));
        if (members.size() > LIMIT) {
          return false;
        }
      }
      int last = owner.get(group[size - 1]);
      int left = annotators - size - 1;
      for (int next = group[size - 1] + 1; next < all.size(); next++) {
        if (owner.get(next) > last && inReach(group, size, next, left)) {
          group[size] = next;
          if (!extend(group, size + 1)) {
            return false;
          }
        }
      }
      return true;
    }

    /** Whether a unit may join: even the best later members could not pay for one too far. */
    private boolean inReach(int[] group, int size, int unit, int left) {
      double excess = 0;
      for (int i = 0; i < size; i++) {
        excess += distance[group[i]][unit] - empty;
      }
      return excess - left * empty <= pairs * empty + PER_GROUP;
    }

    /** No group in a best alignment is dearer than two groups that it splits into. */
    private boolean canBeBest(int[] group, int size) {
      for (int half = 1; half < (1 << (size - 1)); half++) {
        double excess = 0;
        for (int i = 0; i < size; i++) {
          for (int j = i + 1; j < size; j++) {
            boolean apart = ((half >> i) & 1) != ((half >> j) & 1);
            excess += apart ? distance[group[i]][group[j]] - empty : 0;
          }
        }
        if (excess > pairs * empty + PER_GROUP) {
          return false;
        }
      }
      return true;
    }

    /** Disorder of a group, with what breaks ties. */
    private double cost(int[] group, int size) {
      double sum = (pairs - size * (size - 1) / 2.0) * empty;
      int matches = 0;
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          sum += distance[group[i]][group[j]];
          matches += all.get(group[i]).label().equals(all.get(group[j]).label()) ? 1 : 0;
        }
      }
      return sum / pairs + PER_GROUP - matches * PER_MATCH;
    }

    GammaAlignment alignment(List<Integer> chosen) {
      List<List<Optional<GammaUnit>>> groups = new ArrayList<>();
      double sum = 0;
      for (int candidate : chosen) {
        List<Optional<GammaUnit>> group = new ArrayList<>();
        for (int a = 0; a < annotators; a++) {
          group.add(Optional.empty());
        }
        int[] units = members.get(candidate);
        for (int unit : units) {
          group.set(owner.get(unit), Optional.of(all.get(unit)));
        }
        groups.add(List.copyOf(group));
        sum += plainCost(units);
      }
      return new GammaAlignment(List.copyOf(groups), sum, all.size(), annotators);
    }

    private double plainCost(int[] group) {
      double sum = (pairs - group.length * (group.length - 1) / 2.0) * settings.emptyCost();
      for (int i = 0; i < group.length; i++) {
        for (int j = i + 1; j < group.length; j++) {
          sum += distance[group[i]][group[j]];
        }
      }
      return sum / pairs;
    }
  }
}
