package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testimony.core.compare.Mark;

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

  private static final int MISSING = -1;
  private static final Comparator<List<String>> PAIR_ORDER =
      Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1));

  private final String name;
  private final List<Unit> units;
  private final List<String> annotators;

  Units(String name, List<Unit> units) {
    this(name, units, annotators(units));
  }

  private Units(String name, List<Unit> units, List<String> annotators) {
    this.name = name;
    this.units = List.copyOf(units);
    this.annotators = annotators;
  }

  private static List<String> annotators(List<Unit> units) {
    Set<String> names = new HashSet<>();
    for (Unit unit : units) {
      for (Passage.Value value : unit.passage().values()) {
        names.add(value.annotator());
      }
    }
    return names.stream().sorted().toList();
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

  /** Everybody who has part in a unit, in order. */
  List<String> annotators() {
    return annotators;
  }

  /** All labels that occur, in order of their characters. */
  Labels labels() {
    TreeSet<String> names = new TreeSet<>();
    units.forEach(unit -> unit.passage().values().forEach(v -> v.label().ifPresent(names::add)));
    return Labels.of(List.copyOf(names));
  }

  /** Values that are not set. */
  long unset() {
    long unset = 0;
    for (Unit unit : units) {
      for (Passage.Value value : unit.passage().values()) {
        unset += value.label().isEmpty() ? 1 : 0;
      }
    }
    return unset;
  }

  /** Counts what there is and what a reading takes of it. */
  Tally tally(Reading reading) {
    long unset = 0;
    long dropped = 0;
    long withTwo = 0;
    long pairsSet = 0;
    long pairsCounted = 0;
    for (Unit unit : units) {
      long set = 0;
      long counted = 0;
      for (Passage.Value value : unit.passage().values()) {
        set += value.label().isPresent() ? 1 : 0;
        counted += reading.code(value.label()).isPresent() ? 1 : 0;
      }
      unset += unit.passage().values().size() - set;
      dropped += set - counted;
      withTwo += counted > 1 ? 1 : 0;
      pairsSet += set * (set - 1) / 2;
      pairsCounted += counted * (counted - 1) / 2;
    }
    return new Tally(units.size(), unset, dropped, withTwo, pairsSet, pairsCounted);
  }

  /**
   * How much of the units a reading takes.
   *
   * @param units number of units
   * @param unset values that are not set
   * @param dropped values that are set but do not count
   * @param withTwo units with at least two values that count
   * @param pairsSet pairs of values that are set on one unit
   * @param pairsCounted pairs of values that count
   */
  record Tally(
      long units, long unset, long dropped, long withTwo, long pairsSet, long pairsCounted) {}

  /** The units of each pair of annotators, who come in order of name. */
  Map<List<String>, Units> byPair() {
    Map<List<String>, List<Unit>> byPair = new HashMap<>();
    for (Unit unit : units) {
      List<Passage.Value> values = unit.passage().values();
      for (int i = 0; i < values.size(); i++) {
        for (int j = i + 1; j < values.size(); j++) {
          byPair
              .computeIfAbsent(
                  List.of(values.get(i).annotator(), values.get(j).annotator()),
                  pair -> new ArrayList<>())
              .add(values.size() == 2 ? unit : only(unit, values.get(i), values.get(j)));
        }
      }
    }
    Map<List<String>, Units> result = new LinkedHashMap<>();
    byPair.keySet().stream()
        .sorted(PAIR_ORDER)
        .forEach(
            pair -> result.put(pair, new Units(name, byPair.getOrDefault(pair, List.of()), pair)));
    return result;
  }

  private static Unit only(Unit unit, Passage.Value left, Passage.Value right) {
    Passage passage = unit.passage();
    return new Unit(
        unit.group(), new Passage(passage.article(), passage.target(), List.of(left, right)));
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

  /** The labels as data, as a reading takes them. */
  LabelData data(Reading reading) {
    LabelData.Builder builder = LabelData.builder(reading.labels(), annotators);
    Map<String, Integer> position = new HashMap<>();
    annotators.forEach(annotator -> position.put(annotator, position.size()));
    for (Unit unit : units) {
      int[] codes = new int[annotators.size()];
      Arrays.fill(codes, MISSING);
      for (Passage.Value value : unit.passage().values()) {
        codes[Objects.requireNonNull(position.get(value.annotator()))] =
            reading.code(value.label()).orElse(MISSING);
      }
      builder.coded(unit.passage().article(), unit.group(), codes);
    }
    return builder.build();
  }

  /** A value of a mark. */
  static Passage.Value value(String annotator, Mark mark, Optional<String> label) {
    return new Passage.Value(annotator, Optional.of(mark.id()), Optional.of(mark.span()), label);
  }
}
