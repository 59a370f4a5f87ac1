package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the best alignment of the units of three or more annotators: lists the unitary
 * alignments that can be part of one, then chooses among them.
 *
 * <p>A unitary alignment is a candidate unless it is dearer than two into which it splits. If they
 * are more than the limit allows, the alignment is chosen among those found, and the lower bound is
 * that of the pairs of annotators, each aligned by itself: an alignment of all is one of each pair,
 * so its cost is at least the mean of their least costs.
 */
final class AlignmentSearch {

  private final int annotators;
  private final double pairs;
  private final List<List<GammaUnit>> continuum;
  private final List<GammaUnit> all = new ArrayList<>();
  private final List<Integer> owner = new ArrayList<>();
  private final double empty;
  private final double[][] distance;
  private final int[][] near;
  private final GammaSettings settings;
  private final GammaLimits limits;
  private final List<int[]> members = new ArrayList<>();
  private final List<Double> costs = new ArrayList<>();

  /** A search over units in text order. */
  AlignmentSearch(List<List<GammaUnit>> continuum, GammaSettings settings, GammaLimits limits) {
    this.continuum = continuum;
    this.annotators = continuum.size();
    this.pairs = Math.max(1, annotators * (annotators - 1) / 2.0);
    this.empty = settings.emptyCost();
    this.settings = settings;
    this.limits = limits;
    for (int a = 0; a < annotators; a++) {
      for (GammaUnit unit : continuum.get(a)) {
        all.add(unit);
        owner.add(a);
      }
    }
    this.distance = new double[all.size()][all.size()];
    this.near = new int[all.size()][];
    for (int i = 0; i < all.size(); i++) {
      near[i] = near(i);
    }
  }

  /** Units of later annotators that some candidate can hold together with a unit. */
  private int[] near(int unit) {
    int[] found = new int[all.size()];
    int size = 0;
    for (int other = unit + 1; other < all.size(); other++) {
      double d = settings.dissimilarity(all.get(unit), all.get(other));
      distance[unit][other] = d;
      distance[other][unit] = d;
      if (!owner.get(other).equals(owner.get(unit)) && d <= (pairs + annotators) * empty) {
        found[size++] = other;
      }
    }
    return Arrays.copyOf(found, size);
  }

  GammaAlignment best() {
    for (int unit = 0; unit < all.size(); unit++) {
      add(new int[] {unit}, 1);
    }
    boolean complete = findCandidates();
    SetPartition.Choice choice =
        new SetPartition(all.size(), members, costs).choose(complete ? limits.nodes() : 0);
    double least = choice.least() - all.size() * GammaAlignment.PER_GROUP;
    return alignment(choice.sets(), complete, choice.isProved(), complete ? least : ofPairs());
  }

  /** Finds all groups of two or more that can be in a best alignment; false if too many. */
  private boolean findCandidates() {
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
    int last = owner.get(group[size - 1]);
    int left = annotators - size - 1;
    for (int next : near[group[0]]) {
      if (next > group[size - 1] && owner.get(next) > last && inReach(group, size, next, left)) {
        group[size] = next;
        if (canBeBest(group, size + 1)) {
          if (members.size() >= limits.candidates()) {
            return false;
          }
          add(group, size + 1);
        }
        if (!extend(group, size + 1)) {
          return false;
        }
      }
    }
    return true;
  }

  private void add(int[] group, int size) {
    members.add(Arrays.copyOf(group, size));
    costs.add(cost(group, size));
  }

  /** Whether a unit may join: even the best later members could not pay for one too far. */
  private boolean inReach(int[] group, int size, int unit, int left) {
    double excess = 0;
    for (int i = 0; i < size; i++) {
      excess += distance[group[i]][unit] - empty;
    }
    return excess - left * empty <= pairs * empty + GammaAlignment.PER_GROUP;
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
      if (excess > pairs * empty + GammaAlignment.PER_GROUP) {
        return false;
      }
    }
    return true;
  }

  /** Disorder of a group, with what breaks ties. */
  private double cost(int[] group, int size) {
    int matches = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        matches += all.get(group[i]).label().equals(all.get(group[j]).label()) ? 1 : 0;
      }
    }
    return plainCost(group, size) + GammaAlignment.PER_GROUP - matches * GammaAlignment.PER_MATCH;
  }

  private double plainCost(int[] group, int size) {
    double sum = (pairs - size * (size - 1) / 2.0) * empty;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        sum += distance[group[i]][group[j]];
      }
    }
    return sum / pairs;
  }

  /** Mean over the pairs of annotators of the cost of their own best alignment. */
  private double ofPairs() {
    double sum = 0;
    for (int a = 0; a < annotators; a++) {
      for (int b = a + 1; b < annotators; b++) {
        sum += GammaAlignment.ofTwo(continuum.get(a), continuum.get(b), settings).cost();
      }
    }
    return sum / pairs;
  }

  private GammaAlignment alignment(
      List<Integer> chosen, boolean complete, boolean proved, double least) {
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
      sum += plainCost(units, units.length);
    }
    double bound = complete && proved ? sum : Math.max(0, Math.min(sum, least));
    return new GammaAlignment(List.copyOf(groups), sum, bound, all.size(), annotators);
  }
}
