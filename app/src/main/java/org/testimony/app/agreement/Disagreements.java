package org.testimony.app.agreement;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.testimony.core.agreement.SpanDocument;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.Comparison;
import org.testimony.core.compare.ComparisonRules;
import org.testimony.core.compare.Mark;
import org.testimony.core.compare.MatchedMarks;
import org.testimony.core.compare.PairComparison;
import org.testimony.core.inception.InceptionDocument;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Span;

/**
 * The passages on which two annotators differ, a row each: a span without a partner, matched spans
 * with other ends, other labels of matched spans or of whole documents.
 */
final class Disagreements {

  /** How spans are matched; no layer of the data plays a part of its own. */
  static final ComparisonRules RULES =
      new ComparisonRules("\0claims", "\0speakers", "", Optional.empty(), MeasureSpans.THRESHOLD);

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private static final List<String> HEADER =
      List.of(
          "document",
          "layer",
          "feature",
          "kind",
          "annotator_a",
          "annotator_b",
          "begin_a",
          "end_a",
          "label_a",
          "text_a",
          "begin_b",
          "end_b",
          "label_b",
          "text_b");

  private final List<List<String>> rows = new ArrayList<>();

  /** How two annotators differ. */
  private enum Kind {
    PRESENCE,
    BOUNDARY,
    LABEL
  }

  /** One side of a row. */
  private record Side(String begin, String end, String label, String text) {
    static final Side NOTHING = new Side("", "", "", "");

    static Side of(Mark mark, String label, Optional<ArticleText> text) {
      Span span = mark.span();
      return new Side(
          Integer.toString(span.begin()),
          Integer.toString(span.end()),
          label,
          text.map(t -> String.join(" … ", t.slices(span))).orElse(""));
    }

    static Side of(String label) {
      return new Side("", "", label, "");
    }
  }

  /** Where a row stands. */
  private record Place(String document, String layer, String feature, String left, String right) {}

  private void row(Place place, Kind kind, Side a, Side b) {
    rows.add(
        List.of(
            place.document(),
            place.layer(),
            place.feature(),
            kind.name(),
            place.left(),
            place.right(),
            a.begin(),
            a.end(),
            a.label(),
            a.text(),
            b.begin(),
            b.end(),
            b.label(),
            b.text()));
  }

  /** Adds spans of which only those with one label can be matched. */
  void addSpans(String layer, List<SpanDocument> documents) {
    for (SpanDocument document : documents) {
      Map<String, List<Mark>> marks = new HashMap<>();
      for (SpanDocument.Labelled span : document.spans()) {
        marks
            .computeIfAbsent(span.annotator(), a -> new ArrayList<>())
            .add(new Mark(span.id() + "/" + span.label(), span.label(), span.span(), Map.of()));
      }
      List<AnnotatorSet> sets =
          document.annotators().stream()
              .map(
                  a ->
                      new AnnotatorSet(
                          a, marks.getOrDefault(a, List.of()), List.of(), List.of(), List.of()))
              .toList();
      Comparison comparison =
          Comparison.of(ComparedArticle.of(document.id(), document.length(), sets), RULES);
      for (String label : comparison.layers()) {
        for (PairComparison pair : comparison.pairs(label)) {
          Place place = new Place(document.id(), layer, "", pair.left(), pair.right());
          places(place, pair, label, Optional.empty());
        }
      }
    }
  }

  /** Adds the spans of a layer, matched whatever their labels, and features of matched ones. */
  void addLayer(
      InceptionDocument document, Comparison comparison, String layer, List<String> features) {
    for (PairComparison pair : comparison.pairs(layer)) {
      Place place = new Place(pair.article(), layer, "", pair.left(), pair.right());
      places(place, pair, "", Optional.of(document.text()));
      for (String feature : features) {
        Place of = new Place(pair.article(), layer, feature, pair.left(), pair.right());
        for (MatchedMarks match : pair.matched()) {
          String a = String.join("|", match.left().values(feature));
          String b = String.join("|", match.right().values(feature));
          if (!a.equals(b)) {
            row(
                of,
                Kind.LABEL,
                Side.of(match.left(), a, Optional.of(document.text())),
                Side.of(match.right(), b, Optional.of(document.text())));
          }
        }
      }
    }
  }

  private void places(Place place, PairComparison pair, String label, Optional<ArticleText> text) {
    for (MatchedMarks match : pair.matched()) {
      if (!match.left().span().equals(match.right().span())) {
        row(
            place,
            Kind.BOUNDARY,
            Side.of(match.left(), label, text),
            Side.of(match.right(), label, text));
      }
    }
    pair.onlyLeft()
        .forEach(mark -> row(place, Kind.PRESENCE, Side.of(mark, label, text), Side.NOTHING));
    pair.onlyRight()
        .forEach(mark -> row(place, Kind.PRESENCE, Side.NOTHING, Side.of(mark, label, text)));
  }

  /** Adds values of a whole document, annotator to value. */
  void addValues(String document, String layer, String feature, Map<String, String> values) {
    List<String> names = values.keySet().stream().sorted().toList();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        String a = values.getOrDefault(names.get(i), "");
        String b = values.getOrDefault(names.get(j), "");
        if (!a.equals(b)) {
          Place place = new Place(document, layer, feature, names.get(i), names.get(j));
          row(place, Kind.LABEL, Side.of(a), Side.of(b));
        }
      }
    }
  }

  /** Refuses a file that is there already, before anything is computed. */
  static void refuseExisting(Path file) {
    if (Files.exists(file)) {
      throw new Problem("backup.exists", file);
    }
  }

  /** Writes the whole file or nothing. */
  void write(Path file) {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      PrivateFiles.create(draft);
      try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
          CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
        csv.printRecord(HEADER);
        for (List<String> row : rows) {
          csv.printRecord(row);
        }
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Problem.because(e, "backup.unwritable", file, Problem.reason(e));
    }
  }
}
