package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.testimony.core.compare.ComparedArticle;

/**
 * Units of agreement: matched pairs of marks, fixed claims, or whole articles, each with the labels
 * of several annotators.
 *
 * <p>A project has hundreds of thousands of them, so they are kept as numbers in columns; the
 * passages that they stand for are made when somebody asks for them.
 */
final class Units {

  static final int MISSING = -1;
  private static final Comparator<List<String>> PAIR_ORDER =
      Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1));

  private final String name;
  private final List<String> annotators;
  private final List<String> labels;
  private final List<ComparedArticle> articles;
  private final int[] articleOf;
  private final int[] start;
  private final int[] who;
  private final int[] label;
  private final PassageSource source;
  private final Map<Reading, UnitCounts> counted = new HashMap<>();
  private Map<List<String>, Units> byPair = Map.of();

  private Units(
      String name,
      List<String> annotators,
      List<String> labels,
      List<ComparedArticle> articles,
      int[] articleOf,
      int[] start,
      int[] who,
      int[] label,
      PassageSource source) {
    this.name = name;
    this.annotators = annotators;
    this.labels = labels;
    this.articles = articles;
    this.articleOf = articleOf;
    this.start = start;
    this.who = who;
    this.label = label;
    this.source = source;
  }

  /**
   * No units yet.
   *
   * @param name what a unit is, such as {@code matched pair}
   * @param source makes the passages that the units stand for
   */
  static Builder builder(String name, PassageSource source) {
    return new Builder(name, source);
  }

  /** What a unit is, such as {@code matched pair}. */
  String name() {
    return name;
  }

  /** Makes the passages that the units stand for. */
  PassageSource source() {
    return source;
  }

  /** Number of units. */
  int size() {
    return articleOf.length;
  }

  /** Everybody who has part in a unit, in order of name. */
  List<String> annotators() {
    return annotators;
  }

  /** All labels that occur, in order of their characters. */
  Labels labels() {
    return Labels.sorted(labels);
  }

  /** Values that are not set. */
  long unset() {
    return Arrays.stream(label).filter(code -> code == MISSING).count();
  }

  /** The code of each label under a reading; absent labels stay missing. */
  private int[] codes(Reading reading) {
    int[] codes = new int[labels.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = reading.code(Optional.of(labels.get(i))).orElse(MISSING);
    }
    return codes;
  }

  private static int code(int[] codes, int label) {
    return label == MISSING ? MISSING : codes[label];
  }

  /** Counts what there is and what a reading takes of it. */
  Tally tally(Reading reading) {
    int[] codes = codes(reading);
    long unset = 0;
    long dropped = 0;
    long withTwo = 0;
    long pairsSet = 0;
    long pairsCounted = 0;
    for (int unit = 0; unit < size(); unit++) {
      long set = 0;
      long counted = 0;
      for (int i = start[unit]; i < start[unit + 1]; i++) {
        set += label[i] == MISSING ? 0 : 1;
        counted += code(codes, label[i]) == MISSING ? 0 : 1;
      }
      unset += start[unit + 1] - start[unit] - set;
      dropped += set - counted;
      withTwo += counted > 1 ? 1 : 0;
      pairsSet += set * (set - 1) / 2;
      pairsCounted += counted * (counted - 1) / 2;
    }
    return new Tally(size(), unset, dropped, withTwo, pairsSet, pairsCounted);
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
    if (byPair.isEmpty()) {
      byPair = splitByPair();
    }
    return byPair;
  }

  private Map<List<String>, Units> splitByPair() {
    Builder[] builders = new Builder[annotators.size() * annotators.size()];
    for (int unit = 0; unit < size(); unit++) {
      for (int i = start[unit]; i < start[unit + 1]; i++) {
        for (int j = i + 1; j < start[unit + 1]; j++) {
          int pair = who[i] * annotators.size() + who[j];
          if (builders[pair] == null) {
            builders[pair] = alone(annotators.get(who[i]), annotators.get(who[j]));
          }
          builders[pair].article(articles.get(articleOf[unit]));
          builders[pair].coded(0, label[i]);
          builders[pair].coded(1, label[j]);
        }
      }
    }
    Map<List<String>, Units> found = new HashMap<>();
    for (Builder builder : builders) {
      if (builder != null) {
        Units units = builder.build();
        found.put(units.annotators(), units);
      }
    }
    return sorted(found);
  }

  private Builder alone(String left, String right) {
    return new Builder(name, source, List.of(left, right), labels);
  }

  private static Map<List<String>, Units> sorted(Map<List<String>, Units> found) {
    Map<List<String>, Units> result = new LinkedHashMap<>();
    found.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(PAIR_ORDER))
        .forEach(entry -> result.put(entry.getKey(), entry.getValue()));
    return result;
  }

  /** The units of each article that has any, with the labels that occur there, by id. */
  Map<String, Units> byArticle() {
    Map<String, Builder> builders = new TreeMap<>();
    for (int unit = 0; unit < size(); unit++) {
      builders.computeIfAbsent(article(unit).id(), a -> builder(name, source)).add(this, unit);
    }
    Map<String, Units> byArticle = new LinkedHashMap<>();
    builders.forEach((article, builder) -> byArticle.put(article, builder.build()));
    return byArticle;
  }

  /** How often two annotators gave these two labels to one unit, both ways round, row by row. */
  long[] confusion(Reading reading) {
    int[] codes = codes(reading);
    int q = reading.labels().size();
    long[] table = new long[q * q];
    for (int unit = 0; unit < size(); unit++) {
      for (int i = start[unit]; i < start[unit + 1]; i++) {
        int a = code(codes, label[i]);
        for (int j = i + 1; a != MISSING && j < start[unit + 1]; j++) {
          int b = code(codes, label[j]);
          if (b != MISSING) {
            table[a * q + b]++;
            table[b * q + a]++;
          }
        }
      }
    }
    return table;
  }

  /** Annotator, in order of name, to how often the annotator gave each label, by code. */
  Map<String, long[]> uses(Reading reading) {
    int[] codes = codes(reading);
    long[][] uses = new long[annotators.size()][reading.labels().size()];
    for (int i = 0; i < label.length; i++) {
      int code = code(codes, label[i]);
      if (code != MISSING) {
        uses[who[i]][code]++;
      }
    }
    Map<String, long[]> byName = new LinkedHashMap<>();
    for (int a = 0; a < uses.length; a++) {
      byName.put(annotators.get(a), uses[a]);
    }
    return byName;
  }

  /** The patterns of labels that a reading takes, over all articles and by article group. */
  UnitCounts counts(Reading reading) {
    UnitCounts known = counted.get(reading);
    if (known == null) {
      known = count(reading);
      counted.put(reading, known);
    }
    return known;
  }

  private UnitCounts count(Reading reading) {
    int[] codes = codes(reading);
    Patterns known = new Patterns(reading.labels().size());
    int[] patternOf = new int[size()];
    boolean[] gave = new boolean[annotators.size()];
    int[] values = new int[size() == 0 ? 0 : widest()];
    for (int unit = 0; unit < size(); unit++) {
      int n = 0;
      for (int i = start[unit]; i < start[unit + 1]; i++) {
        int code = code(codes, label[i]);
        if (code != MISSING) {
          gave[who[i]] = true;
          values[n++] = code;
        }
      }
      patternOf[unit] = known.number(values, n);
    }
    int contributing = (int) IntStream.range(0, gave.length).filter(a -> gave[a]).count();
    return UnitCounts.of(reading.labels(), known.list(), patternOf, contributing, this::article);
  }

  /** The article of a unit. */
  ComparedArticle article(int unit) {
    return articles.get(articleOf[unit]);
  }

  private int widest() {
    return IntStream.range(0, size()).map(unit -> start[unit + 1] - start[unit]).max().orElse(0);
  }

  /** The patterns met so far, each with a number. */
  private static final class Patterns {
    private final int labels;
    private final List<Pattern> list = new ArrayList<>();
    private final Map<Pattern, Integer> numbers = new HashMap<>();
    private final int[] ofPair;

    Patterns(int labels) {
      this.labels = labels;
      this.ofPair = new int[labels * labels];
      Arrays.fill(ofPair, MISSING);
    }

    int number(int[] values, int size) {
      if (size != 2) {
        return number(Pattern.of(Arrays.copyOf(values, size)));
      }
      int pair = values[0] * labels + values[1];
      if (ofPair[pair] == MISSING) {
        ofPair[pair] = number(Pattern.of(values[0], values[1]));
      }
      return ofPair[pair];
    }

    private int number(Pattern pattern) {
      Integer known = numbers.putIfAbsent(pattern, list.size());
      if (known != null) {
        return known;
      }
      list.add(pattern);
      return list.size() - 1;
    }

    List<Pattern> list() {
      return list;
    }
  }

  /** Collects units, article by article. */
  static final class Builder {
    private final String name;
    private final PassageSource source;
    private final List<ComparedArticle> articles = new ArrayList<>();
    private final List<String> annotators;
    private final List<String> labels;
    private final Map<String, Integer> annotatorNumber = new HashMap<>();
    private final Map<String, Integer> labelNumber = new HashMap<>();
    private int[] articleOf = new int[16];
    private int[] start = new int[17];
    private int[] who = new int[32];
    private int[] label = new int[32];
    private int units;
    private int values;

    private Builder(String name, PassageSource source) {
      this(name, source, List.of(), List.of());
    }

    private Builder(
        String name, PassageSource source, List<String> annotators, List<String> labels) {
      this.name = name;
      this.source = source;
      this.annotators = new ArrayList<>(annotators);
      this.labels = new ArrayList<>(labels);
      annotators.forEach(annotator -> annotatorNumber.put(annotator, annotatorNumber.size()));
      labels.forEach(known -> labelNumber.put(known, labelNumber.size()));
    }

    /** Begins a unit of an article; its values follow. */
    Builder article(ComparedArticle article) {
      if (articles.isEmpty() || !articles.get(articles.size() - 1).id().equals(article.id())) {
        articles.add(article);
      }
      if (units == articleOf.length) {
        articleOf = Arrays.copyOf(articleOf, 2 * units);
        start = Arrays.copyOf(start, 2 * units + 1);
      }
      articleOf[units] = articles.size() - 1;
      units++;
      start[units] = values;
      return this;
    }

    /** What an annotator says of the unit begun last; who was asked and left it unset too. */
    Builder value(String annotator, Optional<String> given) {
      coded(
          number(annotator, annotatorNumber, annotators),
          given.map(name -> number(name, labelNumber, labels)).orElse(MISSING));
      return this;
    }

    private static int number(String name, Map<String, Integer> numbers, List<String> names) {
      Integer known = numbers.putIfAbsent(name, names.size());
      if (known != null) {
        return known;
      }
      names.add(name);
      return names.size() - 1;
    }

    private void coded(int annotator, int code) {
      if (values == who.length) {
        who = Arrays.copyOf(who, 2 * values);
        label = Arrays.copyOf(label, 2 * values);
      }
      who[values] = annotator;
      label[values] = code;
      values++;
      start[units] = values;
    }

    /** Adds all units of the same kind. */
    Builder addAll(Units more) {
      for (int unit = 0; unit < more.size(); unit++) {
        add(more, unit);
      }
      return this;
    }

    private void add(Units from, int unit) {
      article(from.article(unit));
      for (int i = from.start[unit]; i < from.start[unit + 1]; i++) {
        int code = from.label[i];
        value(
            from.annotators.get(from.who[i]),
            code == MISSING ? Optional.empty() : Optional.of(from.labels.get(code)));
      }
    }

    /** The units added so far. */
    Units build() {
      List<String> sorted = List.copyOf(new TreeSet<>(annotators));
      int[] place = new int[annotators.size()];
      for (int a = 0; a < place.length; a++) {
        place[a] = Collections.binarySearch(sorted, annotators.get(a));
      }
      return new Units(
          name,
          sorted,
          List.copyOf(labels),
          List.copyOf(articles),
          Arrays.copyOf(articleOf, units),
          Arrays.copyOf(start, units + 1),
          Arrays.stream(who, 0, values).map(a -> place[a]).toArray(),
          Arrays.copyOf(label, values),
          Objects.requireNonNull(source));
    }
  }
}
