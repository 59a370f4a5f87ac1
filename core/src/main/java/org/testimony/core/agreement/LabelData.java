package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Labels that annotators gave to items, each item in one document; a label may be missing.
 *
 * <p>Annotators are known by name even if they gave no label at all. Items that are alike in
 * everything that counts may be held once with their number, so that very many items take little
 * room; who gave which label may be left out where no measure asks for it.
 */
public final class LabelData {

  private static final int MISSING = -1;

  private final Labels labels;
  private final List<String> annotators;
  private final List<Item> items;

  /** Number of annotators with a label, where codes are in no order of annotators; else empty. */
  private final OptionalInt nameless;

  private LabelData(
      Labels labels, List<String> annotators, List<Item> items, OptionalInt nameless) {
    this.labels = labels;
    this.annotators = annotators;
    this.items = List.copyOf(items);
    this.nameless = nameless;
  }

  /** What the items of an entry have in common. */
  private enum Sharing {
    /** One document. */
    DOCUMENT,
    /** Nothing: each is a document of its own. */
    NOTHING
  }

  /** One item with its labels by annotator, or several that are alike. */
  static final class Item {
    private final String id;
    private final String document;
    private final String group;
    private final int[] codes;
    private final Pattern pattern;
    private final long times;
    private final Sharing sharing;

    private Item(
        String id,
        String document,
        String group,
        int[] codes,
        Pattern pattern,
        long times,
        Sharing sharing) {
      this.id = id;
      this.document = document;
      this.group = group;
      this.codes = codes;
      this.pattern = pattern;
      this.times = times;
      this.sharing = sharing;
    }

    /** How many items these are. */
    long times() {
      return times;
    }

    /** Counts these items once each in some columns. */
    void count(DocumentCounts.Builder builder, int... columns) {
      if (sharing == Sharing.NOTHING) {
        builder.alike(times, columns);
        return;
      }
      for (int column : columns) {
        builder.add(group, column, times);
      }
    }

    String id() {
      return id;
    }

    String document() {
      return document;
    }

    String group() {
      return group;
    }

    boolean has(int annotator) {
      return codes[annotator] != MISSING;
    }

    int code(int annotator) {
      return codes[annotator];
    }

    Pattern pattern() {
      return pattern;
    }
  }

  /** Data over these labels and annotators, to which items are added. */
  public static Builder builder(Labels labels, List<String> annotators) {
    return new Builder(labels, annotators);
  }

  /** The labels. */
  public Labels labels() {
    return labels;
  }

  /** The annotators, in order of name. */
  public List<String> annotators() {
    return annotators;
  }

  /** The items in the order in which they were added. */
  List<Item> items() {
    needsNames();
    return items;
  }

  private void needsNames() {
    if (nameless.isPresent()) {
      throw new IllegalStateException("these labels are held without who gave which");
    }
  }

  /** How many items have which pattern of labels. */
  public PatternTable patterns() {
    PatternTable.Builder builder = PatternTable.builder(labels);
    IdentityHashMap<Pattern, long[]> counts = new IdentityHashMap<>();
    for (Item item : items) {
      counts.computeIfAbsent(item.pattern, pattern -> new long[1])[0] += item.times;
    }
    counts.forEach((pattern, count) -> builder.add(pattern, count[0]));
    return builder.build();
  }

  /** Items with at least two labels by pattern for each resampling unit. */
  public DocumentCounts patternsByDocument(PatternTable columns) {
    return patternsByDocument(columns, 2);
  }

  /**
   * Items by pattern for each resampling unit, in the columns of {@link #patterns()}.
   *
   * @param values least number of labels of an item that counts
   */
  DocumentCounts patternsByDocument(PatternTable columns, int values) {
    DocumentCounts.Builder builder = DocumentCounts.builder(columns.patterns().size());
    IdentityHashMap<Pattern, Integer> known = new IdentityHashMap<>();
    for (Item item : items) {
      if (item.pattern.total() >= values) {
        item.count(builder, known.computeIfAbsent(item.pattern, columns::column));
      }
    }
    return builder.build();
  }

  /** Every label given, item by item, annotators in order of name. */
  public List<Observation> observations() {
    needsNames();
    List<Observation> observations = new ArrayList<>();
    for (Item item : items) {
      if (item.times != 1) {
        throw new IllegalStateException("alike items are held by their number, without names");
      }
      for (int a = 0; a < annotators.size(); a++) {
        if (item.has(a)) {
          observations.add(new Observation(item.id, annotators.get(a), labels.name(item.code(a))));
        }
      }
    }
    return observations;
  }

  /** Item to the document, or group of documents, that it is resampled with. */
  Map<String, String> groups() {
    Map<String, String> groups = new HashMap<>();
    items.forEach(item -> groups.put(item.id(), item.group()));
    return groups;
  }

  /** Who gave which label together with whom. */
  public PairTable pairs() {
    needsNames();
    PairTable.Builder builder = PairTable.builder(labels, annotators);
    items.forEach(item -> builder.items(item.times, item.codes));
    return builder.build();
  }

  /** The contingency table of two annotators for each resampling unit, row by row. */
  public DocumentCounts pairByDocument(String rows, String columns) {
    needsNames();
    int a = position(rows);
    int b = position(columns);
    DocumentCounts.Builder builder = DocumentCounts.builder(labels.size() * labels.size());
    for (Item item : items) {
      if (item.has(a) && item.has(b)) {
        item.count(builder, item.code(a) * labels.size() + item.code(b));
      }
    }
    return builder.build();
  }

  /**
   * The contingency tables of all pairs of contributing annotators, one after the other, over the
   * items that all of them labelled.
   */
  DocumentCounts completePairsByDocument() {
    needsNames();
    int[] who =
        IntStream.range(0, annotators.size())
            .filter(a -> items.stream().anyMatch(item -> item.has(a)))
            .toArray();
    int size = labels.size() * labels.size();
    DocumentCounts.Builder builder =
        DocumentCounts.builder(who.length * (who.length - 1) / 2 * size);
    for (Item item : items) {
      if (item.pattern.total() < who.length) {
        continue;
      }
      int table = 0;
      int[] cells = new int[who.length * (who.length - 1) / 2];
      for (int a = 0; a < who.length; a++) {
        for (int b = a + 1; b < who.length; b++) {
          int cell = item.code(who[a]) * labels.size() + item.code(who[b]);
          cells[table] = table * size + cell;
          table++;
        }
      }
      item.count(builder, cells);
    }
    return builder.build();
  }

  /**
   * The data with labels merged or dropped.
   *
   * @param names each label to keep and its new name; a label that is not in the map becomes
   *     missing
   * @param newLabels the new names in order
   */
  public LabelData relabelled(Map<String, String> names, Labels newLabels) {
    needsNames();
    Builder builder = builder(newLabels, annotators);
    for (Item item : items) {
      int[] codes = new int[item.codes.length];
      for (int a = 0; a < codes.length; a++) {
        String name = item.has(a) ? names.get(labels.name(item.codes[a])) : null;
        codes[a] = name == null ? MISSING : newLabels.code(name);
      }
      builder.addLike(item, codes);
    }
    return builder.build();
  }

  /** The data of some annotators alone. */
  public LabelData only(List<String> some) {
    needsNames();
    List<String> kept = annotators.stream().filter(some::contains).toList();
    Builder builder = builder(labels, kept);
    for (Item item : items) {
      int[] codes = kept.stream().mapToInt(name -> item.code(position(name))).toArray();
      builder.addLike(item, codes);
    }
    return builder.build();
  }

  private int position(String annotator) {
    int index = Collections.binarySearch(annotators, annotator);
    if (index < 0) {
      throw new IllegalArgumentException(
          "%s is not among the annotators %s".formatted(annotator, annotators));
    }
    return index;
  }

  /** Number of annotators who gave at least one label. */
  int contributing() {
    if (nameless.isPresent()) {
      return nameless.getAsInt();
    }
    boolean[] gave = new boolean[annotators.size()];
    int count = 0;
    for (int i = 0; i < items.size() && count < gave.length; i++) {
      for (int annotator = 0; annotator < gave.length; annotator++) {
        if (!gave[annotator] && items.get(i).has(annotator)) {
          gave[annotator] = true;
          count++;
        }
      }
    }
    return count;
  }

  /** Number of documents with an item that has two or more labels. */
  public long documents() {
    Set<String> documents = new HashSet<>();
    long alone = 0;
    for (Item item : items) {
      if (item.pattern().total() < 2) {
        continue;
      }
      if (item.sharing == Sharing.NOTHING) {
        alone += item.times;
      } else {
        documents.add(item.document);
      }
    }
    return documents.size() + alone;
  }

  /** The data of each document alone, in order of document. */
  public Map<String, LabelData> byDocument() {
    if (items.stream().anyMatch(item -> item.sharing == Sharing.NOTHING)) {
      throw new IllegalStateException("these documents are held by their number, without names");
    }
    Map<String, List<Item>> byDocument = new TreeMap<>();
    items.forEach(
        item -> byDocument.computeIfAbsent(item.document, d -> new ArrayList<>()).add(item));
    Map<String, LabelData> result = new LinkedHashMap<>();
    byDocument.forEach(
        (document, some) ->
            result.put(document, new LabelData(labels, annotators, some, nameless)));
    return result;
  }

  /** Collects items. */
  public static final class Builder {

    private final Labels labels;
    private final List<String> annotators;
    private final List<Item> items = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<Pattern, Pattern> patterns = new HashMap<>();
    private OptionalInt nameless = OptionalInt.empty();

    private Builder(Labels labels, List<String> annotators) {
      this.labels = labels;
      this.annotators = annotators.stream().sorted().toList();
      if (new HashSet<>(annotators).size() != annotators.size()) {
        throw new IllegalArgumentException("an annotator is named twice: " + annotators);
      }
    }

    /** The labels of the data. */
    Labels labels() {
      return labels;
    }

    /** Adds an item whose document is resampled alone. */
    public Builder item(String id, String document, Map<String, String> labelOf) {
      return item(id, document, document, labelOf);
    }

    /**
     * Adds an item.
     *
     * @param id unique in the data
     * @param document the document it is in
     * @param group what is resampled together
     * @param labelOf annotator to label; who is absent gave none
     */
    public Builder item(String id, String document, String group, Map<String, String> labelOf) {
      if (!ids.add(id)) {
        throw new IllegalArgumentException("item %s comes twice".formatted(id));
      }
      int[] codes = new int[annotators.size()];
      Arrays.fill(codes, MISSING);
      labelOf.forEach(
          (annotator, label) -> {
            int index = Collections.binarySearch(annotators, annotator);
            if (index < 0) {
              throw new IllegalArgumentException(
                  "item %s has a label of %s, who is not among the annotators %s"
                      .formatted(id, annotator, annotators));
            }
            codes[index] = labels.code(label);
          });
      add(id, document, group, codes);
      return this;
    }

    /**
     * Adds an item with a code for each annotator in order, negative where the label is missing.
     */
    Builder coded(String document, String group, int[] codes) {
      add(Integer.toString(items.size()), document, group, codes);
      return this;
    }

    /** Adds so many alike items of one document, with a code for each annotator in order. */
    Builder coded(String document, int[] codes, long times) {
      return add(document, codes, times, Sharing.DOCUMENT);
    }

    /** Adds so many alike items, each a document of its own that has no name. */
    Builder alike(int[] codes, long times) {
      return add("", codes, times, Sharing.NOTHING);
    }

    /** From now on the codes of an item are in no order; so many annotators gave a label. */
    Builder withoutNames(int contributing) {
      nameless = OptionalInt.of(contributing);
      return this;
    }

    private Builder add(String document, int[] codes, long times, Sharing sharing) {
      String id = Integer.toString(items.size());
      items.add(new Item(id, document, document, codes, pattern(codes), times, sharing));
      return this;
    }

    /** Adds items as many and in the same documents as others, with other codes. */
    void addLike(Item item, int[] codes) {
      items.add(
          new Item(
              item.id, item.document, item.group, codes, pattern(codes), item.times, item.sharing));
    }

    private void add(String id, String document, String group, int[] codes) {
      items.add(new Item(id, document, group, codes, pattern(codes), 1, Sharing.DOCUMENT));
    }

    /** The pattern of the codes; items with the same one share it. */
    private Pattern pattern(int[] codes) {
      int[] values = new int[codes.length];
      int size = 0;
      for (int code : codes) {
        if (code != MISSING) {
          values[size++] = code;
        }
      }
      Pattern pattern = Pattern.of(Arrays.copyOf(values, size));
      Pattern known = patterns.putIfAbsent(pattern, pattern);
      return known == null ? pattern : known;
    }

    /** The data of all items added so far. */
    public LabelData build() {
      return new LabelData(labels, annotators, items, nameless);
    }
  }
}
