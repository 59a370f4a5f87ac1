package org.testimony.core.agreement;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testimony.core.table.CsvRefused;
import org.testimony.core.table.CsvTable;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/**
 * Reads {@code spans.csv} and {@code documents.csv}.
 *
 * <p>Spans: header {@code document,annotator,layer,begin,end,label[,id]}, half-open, rows of one id
 * (of one annotator and layer of a document) are fragments of one span. Documents: header {@code
 * document,length[,begin][,annotators]}; who saw a document stands in {@code annotators}, names
 * separated by a bar, so that "marked nothing" and "was not asked" differ. Without that column
 * every annotator must have marked something in every document.
 *
 * @param spansFile name of the file of spans, for messages
 * @param documentsFile name of the file of documents, for messages
 */
public record SpansCsv(String spansFile, String documentsFile) {

  /** A document while it is read. */
  private record Entry(long line, int begin, int length, Optional<Set<String>> annotators) {}

  /** One span while it is read. */
  private static final class Pieces {
    private final String label;
    private final List<Fragment> fragments = new ArrayList<>();

    Pieces(String label) {
      this.label = label;
    }
  }

  /** Where a span stands. */
  private record Place(String document, String annotator, String layer, String id) {}

  /** Layer to its documents, every document under every layer. */
  public Map<String, List<SpanDocument>> read(Reader spans, Reader documents) {
    Map<String, Entry> entries = documents(documents);
    Map<Place, Pieces> pieces = new LinkedHashMap<>();
    new CsvTable(
            spansFile,
            List.of("document", "annotator", "layer", "begin", "end", "label"),
            List.of("id"))
        .read(spans, row -> addSpan(row, entries, pieces));
    Set<String> everybody = new TreeSet<>();
    Set<String> layers = new TreeSet<>();
    pieces.keySet().forEach(place -> everybody.add(place.annotator()));
    pieces.keySet().forEach(place -> layers.add(place.layer()));
    Map<String, Set<String>> saw = saw(entries, pieces.keySet(), everybody);
    Map<List<String>, List<SpanDocument.Labelled>> spansOf = new HashMap<>();
    pieces.forEach(
        (place, span) ->
            spansOf
                .computeIfAbsent(List.of(place.layer(), place.document()), p -> new ArrayList<>())
                .add(
                    new SpanDocument.Labelled(
                        place.annotator(), place.id(), new Span(span.fragments), span.label)));
    Map<String, List<SpanDocument>> result = new TreeMap<>();
    for (String layer : layers) {
      List<SpanDocument> ofLayer = new ArrayList<>();
      entries.forEach(
          (id, entry) ->
              ofLayer.add(
                  new SpanDocument(
                      id,
                      id,
                      entry.length(),
                      List.copyOf(saw.getOrDefault(id, Set.of())),
                      spansOf.getOrDefault(List.of(layer, id), List.of()))));
      result.put(layer, List.copyOf(ofLayer));
    }
    return result;
  }

  private Map<String, Entry> documents(Reader documents) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    new CsvTable(documentsFile, List.of("document", "length"), List.of("begin", "annotators"))
        .read(
            documents,
            row -> {
              Entry entry =
                  new Entry(
                      row.line(),
                      row.cell("begin").isPresent() ? row.number("begin") : 0,
                      row.number("length"),
                      row.cell("annotators").map(cell -> names(row, cell)));
              if (entries.put(row.text("document"), entry) != null) {
                throw row.refused("document", "document comes twice");
              }
            });
    return entries;
  }

  private static Set<String> names(CsvTable.Row row, String cell) {
    List<String> names = cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|", -1));
    Set<String> distinct = new TreeSet<>(names);
    if (distinct.size() != names.size() || distinct.contains("")) {
      throw row.refused(
          "annotators", "expected names separated by |, each once, found \"" + cell + "\"");
    }
    return distinct;
  }

  private static void addSpan(
      CsvTable.Row row, Map<String, Entry> entries, Map<Place, Pieces> pieces) {
    String document = row.text("document");
    String annotator = row.text("annotator");
    Entry entry = entries.get(document);
    if (entry == null) {
      throw row.refused(
          "document", "expected a document of the other file, found \"" + document + "\"");
    }
    if (entry.annotators().isPresent() && !entry.annotators().get().contains(annotator)) {
      throw row.refused(
          "annotator",
          "expected one of those who saw the document, %s, found \"%s\""
              .formatted(entry.annotators().get(), annotator));
    }
    Fragment fragment = fragment(row, entry);
    String id = row.cell("id").isPresent() ? row.text("id") : "line " + row.line();
    Place place = new Place(document, annotator, row.text("layer"), id);
    String label = row.text("label");
    Pieces span = pieces.computeIfAbsent(place, p -> new Pieces(label));
    if (!span.label.equals(label)) {
      throw row.refused("label", "span %s has the label %s already".formatted(id, span.label));
    }
    for (Fragment other : span.fragments) {
      if (other.begin() < fragment.end() && fragment.begin() < other.end()) {
        throw row.refused("begin", "fragments of span " + id + " overlap");
      }
    }
    if (span.fragments.size() == Span.MAX_FRAGMENTS) {
      throw row.refused("id", "a span has at most " + Span.MAX_FRAGMENTS + " fragments");
    }
    span.fragments.add(fragment);
  }

  private static Fragment fragment(CsvTable.Row row, Entry entry) {
    int begin = row.number("begin");
    int end = row.number("end");
    if (begin < entry.begin()) {
      throw row.refused(
          "begin", "the document begins at %d, found %d".formatted(entry.begin(), begin));
    }
    if (end <= begin) {
      throw row.refused(
          "end", "expected an end after the begin %d, found %d".formatted(begin, end));
    }
    if (end - entry.begin() > entry.length()) {
      throw row.refused(
          "end",
          "the document ends at %d, found %d"
              .formatted((long) entry.begin() + entry.length(), end));
    }
    return new Fragment(begin - entry.begin(), end - entry.begin());
  }

  /** Who saw which document; refuses an incomplete grid where the file does not say. */
  private Map<String, Set<String>> saw(
      Map<String, Entry> entries, Set<Place> places, Set<String> everybody) {
    Map<String, Set<String>> marked = new TreeMap<>();
    places.forEach(
        place ->
            marked.computeIfAbsent(place.document(), d -> new TreeSet<>()).add(place.annotator()));
    Map<String, Set<String>> saw = new TreeMap<>();
    entries.forEach(
        (id, entry) -> {
          Set<String> lacking = new TreeSet<>(everybody);
          lacking.removeAll(marked.getOrDefault(id, Set.of()));
          if (entry.annotators().isEmpty() && !lacking.isEmpty()) {
            throw new CsvRefused(
                documentsFile,
                entry.line(),
                "annotators",
                "%s marked nothing in document %s; expected a column annotators that says who saw it"
                    .formatted(lacking, id));
          }
          saw.put(id, entry.annotators().orElse(everybody));
        });
    return saw;
  }
}
