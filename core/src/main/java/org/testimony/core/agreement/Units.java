package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Units of agreement with the passages they stand for: matched pairs of marks, fixed claims, or
 * whole articles, each with a label of several annotators.
 */
final class Units {

  /**
   * One unit.
   *
   * @param group what is resampled together with it
   * @param passage where it is and who says what
   */
  record Unit(String group, Passage passage) {}

  private static final Comparator<List<String>> PAIR_ORDER =
      Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1));

  private final String name;
  private final List<Unit> units;

  Units(String name, List<Unit> units) {
    this.name = name;
    this.units = List.copyOf(units);
  }

  /** What a unit is, such as {@code matched pair}. */
  String name() {
    return name;
  }

  List<Unit> list() {
    return units;
  }

  List<Passage> passages() {
    return units.stream().map(Unit::passage).toList();
  }

  /** All labels that occur, in order of their characters. */
  Labels labels() {
    TreeSet<String> names = new TreeSet<>();
    units.forEach(unit -> unit.passage().values().forEach(v -> v.label().ifPresent(names::add)));
    return Labels.of(List.copyOf(names));
  }

  /** Everybody who has part in a unit, in order. */
  List<String> annotators() {
    TreeSet<String> names = new TreeSet<>();
    units.forEach(unit -> unit.passage().values().forEach(v -> names.add(v.annotator())));
    return List.copyOf(names);
  }

  /** Units with at least two values that are set. */
  long withTwoValues() {
    return units.stream()
        .filter(u -> u.passage().values().stream().filter(v -> v.label().isPresent()).count() > 1)
        .count();
  }

  /** Values that are not set. */
  long unset() {
    return units.stream()
        .flatMap(unit -> unit.passage().values().stream())
        .filter(value -> value.label().isEmpty())
        .count();
  }

  /** Pairs of values that are set on one unit. */
  long pairsOfValues() {
    long pairs = 0;
    for (Unit unit : units) {
      long set = unit.passage().values().stream().filter(v -> v.label().isPresent()).count();
      pairs += set * (set - 1) / 2;
    }
    return pairs;
  }

  /** The units with labels renamed; a label that the map lacks becomes unset. */
  Units renamed(Map<String, String> names) {
    return new Units(name, units.stream().map(unit -> renamed(unit, names)).toList());
  }

  /** The units of each pair of annotators, who come in order of name. */
  Map<List<String>, Units> byPair() {
    Map<List<String>, List<Unit>> byPair = new TreeMap<>(PAIR_ORDER);
    for (Unit unit : units) {
      List<String> who = unit.passage().values().stream().map(Passage.Value::annotator).toList();
      for (List<String> pair : SpanMatchCounts.pairs(who)) {
        byPair
            .computeIfAbsent(pair, p -> new ArrayList<>())
            .add(who.size() == 2 ? unit : only(unit, pair));
      }
    }
    Map<List<String>, Units> result = new LinkedHashMap<>();
    byPair.forEach((pair, some) -> result.put(pair, new Units(name, some)));
    return result;
  }

  /** Units by article, in order of article. */
  Map<String, Units> byArticle() {
    Map<String, List<Unit>> byArticle = new TreeMap<>();
    units.forEach(
        u -> byArticle.computeIfAbsent(u.passage().article(), a -> new ArrayList<>()).add(u));
    Map<String, Units> result = new LinkedHashMap<>();
    byArticle.forEach((article, some) -> result.put(article, new Units(name, some)));
    return result;
  }

  /** The labels as data; values that are not among the labels do not occur. */
  LabelData data(Labels labels) {
    LabelData.Builder builder = LabelData.builder(labels, annotators());
    int number = 0;
    for (Unit unit : units) {
      Map<String, String> values = new HashMap<>();
      for (Passage.Value value : unit.passage().values()) {
        value.label().ifPresent(label -> values.put(value.annotator(), label));
      }
      builder.item(
          Integer.toString(number++), unit.passage().article(), unit.group(), values);
    }
    return builder.build();
  }

  private static Unit with(Unit unit, List<Passage.Value> values) {
    return new Unit(
        unit.group(), new Passage(unit.passage().article(), unit.passage().target(), values));
  }

  private static Unit renamed(Unit unit, Map<String, String> names) {
    return with(
        unit,
        unit.passage().values().stream()
            .map(
                value ->
                    new Passage.Value(
                        value.annotator(),
                        value.mark(),
                        value.span(),
                        value.label().map(names::get)))
            .toList());
  }

  private static Unit only(Unit unit, List<String> annotators) {
    return with(
        unit,
        unit.passage().values().stream()
            .filter(value -> annotators.contains(value.annotator()))
            .toList());
  }

  /** A value of a mark. */
  static Passage.Value value(
      String annotator, org.testimony.core.compare.Mark mark, Optional<String> label) {
    return new Passage.Value(
        annotator, Optional.of(mark.id()), Optional.of(mark.span()), label);
  }
}
