package org.testimony.core.agreement;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.testimony.core.table.CsvRefused;
import org.testimony.core.table.CsvTable;

/**
 * Reads {@code labels.csv}: header {@code item,annotator,label[,document]}, one label a row. An
 * absent row is a missing label, an empty cell an error. Without a column {@code document} each
 * item is its own document. {@link LabelsFile} reads files of any size.
 *
 * @param file name of the file, for messages
 * @param categories the labels declared, in order; without them those that occur, numbers by value,
 *     words by their characters
 * @param annotators names of annotators who may have no row
 * @param missing a label that stands for a missing one, where the file has such
 * @param several what several labels of one annotator on one item mean
 */
public record LabelsCsv(
    String file,
    Optional<List<String>> categories,
    List<String> annotators,
    Optional<String> missing,
    Several several) {

  /** What several labels of one annotator on one item mean. */
  public enum Several {
    /** An error. */
    REFUSED,
    /** A set of labels. */
    SETS
  }

  /**
   * What was read.
   *
   * @param data the labels; names of sets where labels are sets
   * @param sets the sets behind the labels, where labels are sets
   */
  public record Content(LabelData data, Optional<LabelSets> sets) {}

  /** One item while it is read. */
  private static final class Entry {
    private final String document;
    private final long line;
    private final Map<String, Set<String>> labels = new LinkedHashMap<>();

    Entry(String document, long line) {
      this.document = document;
      this.line = line;
    }
  }

  /** Reads labels; refuses what is wrong with file, line and column. */
  public Content read(Reader reader) {
    Map<String, Entry> items = new LinkedHashMap<>();
    Set<String> names = new TreeSet<>(annotators);
    Set<String> labels = new TreeSet<>();
    table().read(reader, row -> add(row, items, names, labels));
    return several == Several.SETS
        ? sets(items, names)
        : new Content(data(items, names, declared(labels), Map.of()), Optional.empty());
  }

  private void add(
      CsvTable.Row row, Map<String, Entry> items, Set<String> names, Set<String> labels) {
    LabelRow next = row(row);
    String document = next.document().orElse(next.item());
    Entry entry = items.computeIfAbsent(next.item(), i -> new Entry(document, row.line()));
    if (!entry.document.equals(document)) {
      throw inTwoDocuments(next.item(), entry.document, entry.line, document, row.line());
    }
    names.add(next.annotator());
    if (next.label().isEmpty()) {
      return;
    }
    labels.add(next.label().get());
    Set<String> given = entry.labels.computeIfAbsent(next.annotator(), a -> new TreeSet<>());
    if (several == Several.REFUSED && !given.isEmpty()) {
      throw givenTwice(next.item(), next.annotator(), row.line());
    }
    given.add(next.label().get());
  }

  /** The file as a table. */
  CsvTable table() {
    return new CsvTable(file, List.of("item", "annotator", "label"), List.of("document"));
  }

  /** One row, right as far as it can be judged alone; without a label where that is missing. */
  record LabelRow(
      String item, String annotator, Optional<String> label, Optional<String> document) {}

  /** Reads one row; refuses what is wrong in it. */
  LabelRow row(CsvTable.Row row) {
    return new LabelRow(
        row.text("item"),
        row.text("annotator"),
        label(row),
        row.cell("document").isPresent() ? Optional.of(row.text("document")) : Optional.empty());
  }

  private Optional<String> label(CsvTable.Row row) {
    if (missing.isPresent() && missing.equals(row.cell("label"))) {
      return Optional.empty();
    }
    String label = row.text("label");
    if (categories.isPresent() && !categories.get().contains(label)) {
      throw row.refused(
          "label", "expected one of %s, found \"%s\"".formatted(categories.get(), label));
    }
    return Optional.of(label);
  }

  CsvRefused inTwoDocuments(String item, String first, long there, String second, long here) {
    return new CsvRefused(
        file,
        here,
        "document",
        "item %s is in document %s on line %d and in %s here"
            .formatted(item, first, there, second));
  }

  CsvRefused givenTwice(String item, String annotator, long line) {
    return new CsvRefused(
        file, line, "label", "%s has a label on item %s already".formatted(annotator, item));
  }

  /**
   * The labels in declared order; where none are declared, numbers by value, words by character.
   */
  Labels declared(Collection<String> found) {
    if (categories.isPresent()) {
      return Labels.of(categories.get());
    }
    List<String> names = new ArrayList<>(new TreeSet<>(found));
    if (found.stream().allMatch(LabelsCsv::isNumber)) {
      names.sort(
          Comparator.comparingDouble((String name) -> Double.parseDouble(name))
              .thenComparing(Comparator.naturalOrder()));
    }
    return Labels.of(names);
  }

  /** Whether a label is a finite number. */
  public static boolean isNumber(String label) {
    return label.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?");
  }

  private Content sets(Map<String, Entry> items, Set<String> names) {
    List<Set<String>> all = new ArrayList<>();
    items.values().forEach(entry -> all.addAll(entry.labels.values()));
    LabelSets sets = LabelSets.of(all);
    Map<Set<String>, String> named = new HashMap<>();
    all.forEach(set -> named.put(set, LabelSets.name(set)));
    return new Content(data(items, names, sets.labels(), named), Optional.of(sets));
  }

  private static LabelData data(
      Map<String, Entry> items, Set<String> names, Labels labels, Map<Set<String>, String> named) {
    LabelData.Builder builder = LabelData.builder(labels, List.copyOf(names));
    items.forEach(
        (item, entry) -> {
          Map<String, String> values = new HashMap<>();
          entry.labels.forEach(
              (annotator, set) ->
                  values.put(annotator, named.getOrDefault(set, set.iterator().next())));
          builder.item(item, entry.document, values);
        });
    return builder.build();
  }
}
