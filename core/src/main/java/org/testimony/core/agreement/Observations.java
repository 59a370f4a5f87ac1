package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Observations by number: items in order of appearance, annotators in order of name. */
final class Observations {

  private final Labels labels;
  private final List<String> items;
  private final List<String> annotators;
  private final int[] item;
  private final int[] annotator;
  private final int[] label;

  Observations(List<Observation> observations, Labels labels) {
    this.labels = labels;
    Map<String, Integer> itemNumber = new LinkedHashMap<>();
    TreeSet<String> names = new TreeSet<>();
    for (Observation one : observations) {
      itemNumber.putIfAbsent(one.item(), itemNumber.size());
      names.add(one.annotator());
    }
    this.items = List.copyOf(itemNumber.keySet());
    this.annotators = new ArrayList<>(names);
    this.item = new int[observations.size()];
    this.annotator = new int[observations.size()];
    this.label = new int[observations.size()];
    for (int i = 0; i < item.length; i++) {
      Observation one = observations.get(i);
      item[i] = java.util.Objects.requireNonNull(itemNumber.get(one.item()));
      annotator[i] = annotators.indexOf(one.annotator());
      label[i] = labels.code(one.label());
    }
  }

  int size() {
    return item.length;
  }

  int item(int i) {
    return item[i];
  }

  int annotator(int i) {
    return annotator[i];
  }

  int label(int i) {
    return label[i];
  }

  Labels labels() {
    return labels;
  }

  List<String> items() {
    return items;
  }

  List<String> annotators() {
    return annotators;
  }
}
