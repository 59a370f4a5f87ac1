package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The values of a model of annotators where documents are drawn: over all annotators, then of each
 * annotator in order of name.
 *
 * @param data the labels
 * @param model the model
 */
record DrawnModel(Observations data, RefittedModel model) {

  /** Every item drawn once. */
  int[] once() {
    int[] times = new int[data.items().size()];
    Arrays.fill(times, 1);
    return times;
  }

  /**
   * The mean over labels given, then the annotators' own; an annotator without a label has none.
   *
   * @param times how often each item is drawn
   * @param values the value of each annotator
   */
  List<OptionalDouble> values(int[] times, double[] values) {
    long[] given = new long[values.length];
    for (int i = 0; i < data.size(); i++) {
      given[data.annotator(i)] += times[data.item(i)];
    }
    double sum = 0;
    List<OptionalDouble> result = new ArrayList<>();
    for (int a = 0; a < values.length; a++) {
      sum += values[a] * given[a];
      result.add(given[a] == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[a]));
    }
    long all = Arrays.stream(given).sum();
    result.add(0, all == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / all));
    return result;
  }

  /**
   * The intervals of the values.
   *
   * @param groupOf item to what is drawn together with it
   * @param full the values where every item is drawn once
   */
  List<Uncertainty> intervals(
      Map<String, String> groupOf, List<OptionalDouble> full, Resampling resampling) {
    Map<String, Integer> number = new TreeMap<>();
    data.items().forEach(item -> number.put(groupOf(groupOf, item), 0));
    List<String> groups = List.copyOf(number.keySet());
    for (int g = 0; g < groups.size(); g++) {
      number.put(groups.get(g), g);
    }
    int[] group =
        data.items().stream()
            .mapToInt(item -> Objects.requireNonNull(number.get(groupOf(groupOf, item))))
            .toArray();
    return resampling.of(
        groups,
        full,
        drawn -> {
          int[] times = Arrays.stream(group).map(g -> drawn[g]).toArray();
          return values(times, model.values(times));
        });
  }

  private static String groupOf(Map<String, String> groupOf, String item) {
    return Objects.requireNonNull(groupOf.get(item));
  }
}
