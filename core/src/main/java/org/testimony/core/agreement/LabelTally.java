package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.testimony.core.agreement.LabelsFile.Keeping;
import org.testimony.core.table.CsvRefused;

/**
 * Counts items while their rows go by, one item after the other. What it holds grows with the
 * number of annotators, labels and different items, and of documents where the data names them, but
 * not with the number of rows.
 *
 * <p>Where each item is a document of its own, documents are known by name up to the number that is
 * drawn one by one, and by number above.
 */
final class LabelTally {

  private static final int MISSING = -1;

  private final LabelsCsv format;
  private final Keeping keeping;
  private final int mostPatterns;
  private final Consumer<CsvRefused> refusals;
  private final Numbering<String> annotators = new Numbering<>();
  private final Numbering<String> labels = new Numbering<>();
  private final Numbering<IntKey> sets = new Numbering<>();
  private final Numbering<IntKey> patterns = new Numbering<>();
  private final BitSet contributing = new BitSet();
  private final Map<String, IntCounts> byDocument = new HashMap<>();
  private long[] alike = new long[0];
  private boolean together;
  private Optional<Current> current = Optional.empty();
  private long[] given = new long[8];
  private int size;
  private long[] lastItem = new long[8];
  private long items;

  /**
   * Nothing counted.
   *
   * @param format what the rows mean
   * @param keeping whether it is kept who gave which label
   * @param mostPatterns most different items
   * @param refusals takes what is wrong between rows of one item
   */
  LabelTally(LabelsCsv format, Keeping keeping, int mostPatterns, Consumer<CsvRefused> refusals) {
    this.format = format;
    this.keeping = keeping;
    this.mostPatterns = mostPatterns;
    this.refusals = refusals;
  }

  /** The item whose rows are going by. */
  private record Current(String item, Optional<String> document, long line) {}

  /** The number of an annotator. */
  int annotator(String name) {
    return annotators.of(name);
  }

  /** The number of a label, or of a missing one. */
  int label(Optional<String> name) {
    return name.isPresent() ? labels.of(name.get()) : MISSING;
  }

  /** Whether the item is not the one whose rows are going by. */
  boolean isNext(String item) {
    return current.isEmpty() || !current.get().item().equals(item);
  }

  /** Takes the next row. */
  void row(String item, Optional<String> document, int annotator, int label, long line) {
    if (isNext(item)) {
      end();
      current = Optional.of(new Current(item, document, line));
      items++;
    } else if (!current.get().document().equals(document)) {
      Current first = current.get();
      refusals.accept(
          format.inTwoDocuments(
              item, first.document().orElse(""), first.line(), document.orElse(""), line));
      return;
    }
    if (label == MISSING) {
      return;
    }
    if (annotator >= lastItem.length) {
      lastItem = Arrays.copyOf(lastItem, 2 * annotator);
    }
    if (lastItem[annotator] == items && format.several() == LabelsCsv.Several.REFUSED) {
      refusals.accept(format.givenTwice(item, annotators.things().get(annotator), line));
      return;
    }
    lastItem[annotator] = items;
    contributing.set(annotator);
    if (size == given.length) {
      given = Arrays.copyOf(given, 2 * size);
    }
    given[size++] = (long) annotator << Integer.SIZE | label;
  }

  private void end() {
    if (current.isEmpty()) {
      return;
    }
    Arrays.sort(given, 0, size);
    if (format.several() == LabelsCsv.Several.SETS) {
      joinSets();
    }
    int pattern = patterns.of(new IntKey(key()));
    if (patterns.size() > mostPatterns) {
      throw new TooManyPatterns(mostPatterns);
    }
    count(current.get(), pattern);
    size = 0;
    current = Optional.empty();
  }

  /** Puts the number of a set for the labels of each annotator, who come one after the other. */
  private void joinSets() {
    int joined = 0;
    int from = 0;
    while (from < size) {
      int to = from + 1;
      while (to < size && given[to] >> Integer.SIZE == given[from] >> Integer.SIZE) {
        to++;
      }
      int[] set = Arrays.stream(given, from, to).mapToInt(one -> (int) one).distinct().toArray();
      given[joined++] = (given[from] >> Integer.SIZE) << Integer.SIZE | sets.of(new IntKey(set));
      from = to;
    }
    size = joined;
  }

  /** Labels in order, or annotators in order, each with the label. */
  private int[] key() {
    if (keeping == Keeping.ROWS) {
      int[] key = new int[2 * size];
      for (int i = 0; i < size; i++) {
        key[2 * i] = (int) (given[i] >> Integer.SIZE);
        key[2 * i + 1] = (int) given[i];
      }
      return key;
    }
    int[] key = new int[size];
    for (int i = 0; i < size; i++) {
      key[i] = (int) given[i];
    }
    Arrays.sort(key);
    return key;
  }

  private void count(Current item, int pattern) {
    if (together) {
      countAlike(pattern, 1);
      return;
    }
    String document = item.document().orElse(item.item());
    byDocument.computeIfAbsent(document, d -> new IntCounts()).add(pattern);
    if (item.document().isEmpty() && byDocument.size() > Resampling.DRAWN_ONE_BY_ONE) {
      byDocument.values().forEach(counts -> counts.forEach(this::countAlike));
      byDocument.clear();
      together = true;
    }
  }

  private void countAlike(int pattern, int times) {
    if (pattern >= alike.length) {
      alike = Arrays.copyOf(alike, Math.max(16, 2 * pattern));
    }
    alike[pattern] += times;
  }

  /** The labels of all rows taken. */
  LabelsCsv.Content content() {
    end();
    Set<String> names = new TreeSet<>(format.annotators());
    names.addAll(annotators.things());
    return format.several() == LabelsCsv.Several.SETS
        ? contentOfSets(List.copyOf(names))
        : contentOfLabels(List.copyOf(names));
  }

  private LabelsCsv.Content contentOfLabels(List<String> names) {
    Labels all = format.declared(labels.things());
    int[] codes = labels.things().stream().mapToInt(all::code).toArray();
    return new LabelsCsv.Content(data(names, all, codes), Optional.empty());
  }

  private LabelsCsv.Content contentOfSets(List<String> names) {
    List<Set<String>> all = new ArrayList<>();
    for (IntKey set : sets.things()) {
      Set<String> members = new TreeSet<>();
      Arrays.stream(set.numbers()).forEach(label -> members.add(labels.things().get(label)));
      all.add(members);
    }
    LabelSets named = LabelSets.of(all);
    int[] codes = all.stream().mapToInt(s -> named.labels().code(LabelSets.name(s))).toArray();
    return new LabelsCsv.Content(data(names, named.labels(), codes), Optional.of(named));
  }

  private LabelData data(List<String> names, Labels all, int[] codes) {
    LabelData.Builder builder = LabelData.builder(all, names);
    if (keeping == Keeping.PATTERNS) {
      builder.withoutNames(contributing.cardinality());
    }
    int[] places =
        annotators.things().stream()
            .mapToInt(name -> Collections.binarySearch(names, name))
            .toArray();
    List<int[]> rows =
        patterns.things().stream().map(key -> row(key, names.size(), places, codes)).toList();
    new TreeMap<>(byDocument)
        .forEach(
            (document, counts) -> {
              Map<Integer, Integer> times = new TreeMap<>(byRow(rows));
              counts.forEach(times::put);
              times.forEach((pattern, n) -> builder.coded(document, rows.get(pattern), n));
            });
    Map<Integer, Long> times = new TreeMap<>(byRow(rows));
    for (int pattern = 0; pattern < alike.length; pattern++) {
      if (alike[pattern] > 0) {
        times.put(pattern, alike[pattern]);
      }
    }
    times.forEach((pattern, n) -> builder.alike(rows.get(pattern), n));
    return builder.build();
  }

  /** Patterns in the order of their codes, so that the order of rows in the file has no effect. */
  private static Comparator<Integer> byRow(List<int[]> rows) {
    return (a, b) -> Arrays.compare(rows.get(a), rows.get(b));
  }

  private int[] row(IntKey key, int annotators, int[] places, int[] codes) {
    int[] numbers = key.numbers();
    if (keeping == Keeping.PATTERNS) {
      return Arrays.stream(numbers).map(label -> codes[label]).sorted().toArray();
    }
    int[] row = new int[annotators];
    Arrays.fill(row, MISSING);
    for (int i = 0; i < numbers.length; i += 2) {
      row[places[numbers[i]]] = codes[numbers[i + 1]];
    }
    return row;
  }
}
