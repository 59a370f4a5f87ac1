package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cheapest choice of sets that holds every element exactly once.
 *
 * <p>Each connected component is solved by itself: a Lagrangian bound by subgradient steps, removal
 * of sets whose reduced cost exceeds the gap to the best choice known, and a depth-first search
 * over the rest with a feasible dual as bound. Where the search grows over its limit, the choice is
 * the best one found and the bound says how much better another could be. Every element must be in
 * a set of its own, so that a choice exists.
 */
final class SetPartition {

  private static final int STEPS = 400;
  private static final double TIE = 1e-13;

  private final int elements;
  private final List<int[]> sets;
  private final double[] cost;

  SetPartition(int elements, List<int[]> sets, List<Double> costs) {
    this.elements = elements;
    this.sets = sets;
    this.cost = costs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * A choice of sets.
   *
   * @param sets indexes of the chosen sets in order of their first element
   * @param least no choice costs less
   * @param isProved whether no choice is cheaper than this one
   */
  record Choice(List<Integer> sets, double least, boolean isProved) {}

  /**
   * The cheapest choice that can be found.
   *
   * @param nodes most branches of the search for each component
   */
  Choice choose(long nodes) {
    int[] component = components();
    List<Integer> chosen = new ArrayList<>();
    double least = 0;
    boolean proved = true;
    for (int root : Arrays.stream(component).distinct().sorted().toArray()) {
      int[] own =
          IntStream.range(0, elements).filter(element -> component[element] == root).toArray();
      int[] candidates =
          IntStream.range(0, sets.size()).filter(s -> component[sets.get(s)[0]] == root).toArray();
      Choice part = new Component(own, candidates, nodes).choose();
      chosen.addAll(part.sets());
      least += part.least();
      proved &= part.isProved();
    }
    chosen.sort(Comparator.comparingInt(s -> sets.get(s)[0]));
    return new Choice(List.copyOf(chosen), least, proved);
  }

  private int[] components() {
    int[] parent = IntStream.range(0, elements).toArray();
    for (int[] set : sets) {
      for (int element : set) {
        parent[root(parent, element)] = root(parent, set[0]);
      }
    }
    return IntStream.range(0, elements).map(element -> root(parent, element)).toArray();
  }

  private static int root(int[] parent, int element) {
    int at = element;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** One connected component. */
  private final class Component {
    private final int[] own;
    private int[] candidates;
    private final double[] price = new double[elements];
    private double upper;
    private List<Integer> best;
    private final long limit;
    private long nodes;

    Component(int[] own, int[] candidates, long limit) {
      this.limit = limit;
      this.own = own;
      this.candidates = candidates;
      this.best = greedy();
      this.upper = total(best);
    }

    Choice choose() {
      if (own.length == 1) {
        return new Choice(best, upper, true);
      }
      ascend();
      makeFeasible();
      double bound = Arrays.stream(own).mapToDouble(e -> price[e]).sum();
      double gap = upper - bound;
      candidates = Arrays.stream(candidates).filter(s -> reduced(s) <= gap + TIE).toArray();
      search(new boolean[elements], new ArrayList<>(), 0);
      boolean proved = nodes <= limit;
      return new Choice(best, proved ? upper : Math.min(bound, upper), proved);
    }

    private double reduced(int set) {
      double value = cost[set];
      for (int element : sets.get(set)) {
        value -= price[element];
      }
      return value;
    }

    private double total(List<Integer> choice) {
      return choice.stream().mapToDouble(s -> cost[s]).sum();
    }

    /** Sets by reduced cost for each element, taken while they do not meet. */
    private List<Integer> greedy() {
      double[] key = new double[sets.size()];
      for (int s : candidates) {
        key[s] = reduced(s) / sets.get(s).length;
      }
      boolean[] covered = new boolean[elements];
      List<Integer> choice = new ArrayList<>();
      Integer[] order = Arrays.stream(candidates).boxed().toArray(Integer[]::new);
      Arrays.sort(
          order, Comparator.comparingDouble((Integer s) -> key[s]).thenComparingInt(s -> s));
      for (int s : order) {
        if (Arrays.stream(sets.get(s)).noneMatch(element -> covered[element])) {
          choice.add(s);
          Arrays.stream(sets.get(s)).forEach(element -> covered[element] = true);
        }
      }
      return choice;
    }

    /** Subgradient steps on the Lagrangian bound; the best prices are kept. */
    private void ascend() {
      for (int s : candidates) {
        for (int element : sets.get(s)) {
          double share = cost[s] / sets.get(s).length;
          price[element] = price[element] == 0 ? share : Math.min(price[element], share);
        }
      }
      double[] bestPrice = price.clone();
      double lower = Double.NEGATIVE_INFINITY;
      double pace = 1;
      int since = 0;
      for (int step = 0; step < STEPS && upper - lower > TIE; step++) {
        int[] slope = new int[elements];
        Arrays.stream(own).forEach(element -> slope[element] = 1);
        double bound = Arrays.stream(own).mapToDouble(element -> price[element]).sum();
        for (int s : candidates) {
          double value = reduced(s);
          if (value < 0) {
            bound += value;
            for (int element : sets.get(s)) {
              slope[element]--;
            }
          }
        }
        since = bound > lower + 1e-12 ? 0 : since + 1;
        if (bound > lower) {
          lower = bound;
          System.arraycopy(price, 0, bestPrice, 0, elements);
        }
        if (since > 15) {
          pace /= 2;
          since = 0;
          System.arraycopy(bestPrice, 0, price, 0, elements);
        }
        if (step % 20 == 10) {
          keepIfBetter(greedy());
        }
        double norm = Arrays.stream(slope).mapToDouble(x -> (double) x * x).sum();
        if (norm == 0) {
          break;
        }
        double size = pace * Math.max(upper - bound, 1e-9) / norm;
        for (int element : own) {
          price[element] += size * slope[element];
        }
      }
      System.arraycopy(bestPrice, 0, price, 0, elements);
      keepIfBetter(greedy());
    }

    private void keepIfBetter(List<Integer> choice) {
      double sum = total(choice);
      if (sum < upper - TIE) {
        upper = sum;
        best = choice;
      }
    }

    /** Lowers prices until no set has a negative reduced cost, then raises them where they can. */
    private void makeFeasible() {
      for (int s : candidates) {
        double value = reduced(s);
        for (int element : sets.get(s)) {
          price[element] += value < 0 ? value / sets.get(s).length : 0;
        }
      }
      double[] slack = new double[elements];
      for (int element : own) {
        slack[element] = Double.POSITIVE_INFINITY;
        for (int s : candidates) {
          if (Arrays.stream(sets.get(s)).anyMatch(e -> e == element)) {
            slack[element] = Math.min(slack[element], reduced(s));
          }
        }
        price[element] += Math.max(0, slack[element]);
      }
    }

    /** Covers the open element with the fewest sets; prunes by prices. */
    private void search(boolean[] covered, List<Integer> choice, double sum) {
      nodes++;
      if (nodes > limit) {
        return;
      }
      double bound = sum;
      for (int element : own) {
        bound += covered[element] ? 0 : price[element];
      }
      if (bound >= upper - TIE) {
        return;
      }
      Optional<List<Integer>> options = fewest(covered);
      if (options.isEmpty()) {
        upper = sum;
        best = List.copyOf(choice);
        return;
      }
      for (int s : options.get()) {
        for (int element : sets.get(s)) {
          covered[element] = true;
        }
        choice.add(s);
        search(covered, choice, sum + cost[s]);
        choice.remove(choice.size() - 1);
        for (int element : sets.get(s)) {
          covered[element] = false;
        }
      }
    }

    /** The sets that cover the hardest open element, cheapest first; nothing if none is open. */
    private Optional<List<Integer>> fewest(boolean[] covered) {
      int[] count = new int[elements];
      List<Integer> open = new ArrayList<>();
      for (int s : candidates) {
        boolean free = true;
        for (int element : sets.get(s)) {
          free &= !covered[element];
        }
        if (free) {
          open.add(s);
          for (int element : sets.get(s)) {
            count[element]++;
          }
        }
      }
      int hardest = -1;
      for (int element : own) {
        if (!covered[element] && (hardest < 0 || count[element] < count[hardest])) {
          hardest = element;
        }
      }
      if (hardest < 0) {
        return Optional.empty();
      }
      int wanted = hardest;
      return Optional.of(
          open.stream()
              .filter(s -> Arrays.stream(sets.get(s)).anyMatch(e -> e == wanted))
              .sorted(
                  Comparator.comparingDouble((Integer s) -> reduced(s)).thenComparingInt(s -> s))
              .toList());
    }
  }
}
