package org.testimony.app.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.testimony.core.agreement.AnnotatorModel;
import org.testimony.core.agreement.Coefficient;
import org.testimony.core.agreement.DawidSkene;
import org.testimony.core.agreement.Interval;
import org.testimony.core.agreement.Measured;
import org.testimony.core.agreement.ReportLine;
import org.testimony.core.agreement.Uncertainty;

/** Findings as one long table: a row for each number, all with the same columns. */
final class CsvOutput {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private static final List<String> HEADER =
      List.of(
          "measure",
          "layer",
          "feature",
          "scale",
          "by",
          "label",
          "annotator_a",
          "annotator_b",
          "value",
          "undefined",
          "bound_low",
          "bound_high",
          "observed",
          "expected",
          "observed_kind",
          "unit",
          "documents",
          "items",
          "pairable",
          "annotators",
          "se",
          "ci_low",
          "ci_high",
          "ci_level",
          "ci_method",
          "ci_unit",
          "ci_replicates",
          "ci_seed",
          "ci_reason",
          "excluded");

  private final List<String[]> rows = new ArrayList<>();

  private CsvOutput() {}

  static String of(Findings findings) {
    CsvOutput output = new CsvOutput();
    findings.findings().forEach(output::add);
    StringBuilder out = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
      csv.printRecord(HEADER);
      for (String[] row : output.rows) {
        csv.printRecord((Object[]) row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string in memory could not be written", e);
    }
    return out.toString();
  }

  private void add(Finding finding) {
    if (finding instanceof Finding.Line line) {
      line(line);
    } else if (finding instanceof Finding.Model model) {
      model(model.model());
      model.habits().ifPresent(this::habits);
    }
  }

  private void line(Finding.Line line) {
    Measured measured = line.measured();
    coefficient(line, "all", measured.overall()).put("measure", line.measure().id());
    measured
        .byLabel()
        .forEach((label, value) -> coefficient(line, "label", value).put("label", label));
    for (ReportLine.OfPair pair : measured.byPair()) {
      Row row = coefficient(line, "pair", pair.coefficient());
      row.put("annotator_a", pair.left());
      row.put("annotator_b", pair.right());
    }
    measured
        .byAnnotator()
        .forEach(
            (annotator, of) -> {
              coefficient(line, "against-rest", of.againstRest()).put("annotator_a", annotator);
              coefficient(line, "without", of.withoutOne()).put("annotator_a", annotator);
            });
  }

  private Row coefficient(Finding.Line line, String by, Coefficient coefficient) {
    Row row = coefficient(by, coefficient);
    row.put("layer", line.layer().orElse(""));
    row.put("feature", line.feature().orElse(""));
    return row;
  }

  private Row coefficient(String by, Coefficient coefficient) {
    Coefficient.Basis basis = coefficient.basis();
    Row row = new Row(basis.measure().id(), by);
    row.put("scale", basis.scale());
    row.put("value", coefficient.value());
    if (coefficient instanceof Coefficient.Undefined undefined) {
      row.put("undefined", undefined.reason().name());
      undefined
          .bounds()
          .ifPresent(
              bounds -> {
                row.put("bound_low", Double.toString(bounds.low()));
                row.put("bound_high", Double.toString(bounds.high()));
              });
    } else if (coefficient instanceof Coefficient.Defined defined) {
      row.put("se", defined.standardError());
    }
    row.put("observed", basis.observed());
    row.put("expected", basis.expected());
    row.put("observed_kind", basis.measure().observedKind().name().toLowerCase(Locale.ROOT));
    row.put("unit", basis.unit());
    row.put("documents", Long.toString(basis.n().documents()));
    row.put("items", Long.toString(basis.n().items()));
    row.put("pairable", Long.toString(basis.n().pairable()));
    row.put("annotators", Long.toString(basis.n().annotators()));
    row.put(
        "excluded",
        String.join(" ", basis.excluded().stream().map(e -> e.cause() + "=" + e.count()).toList()));
    interval(row, coefficient.uncertainty());
    return row;
  }

  private static void interval(Row row, Uncertainty uncertainty) {
    Optional<Interval> interval = uncertainty.interval();
    if (interval.isPresent()) {
      Interval of = interval.get();
      row.put("ci_low", Double.toString(of.low()));
      row.put("ci_high", Double.toString(of.high()));
      row.put("ci_level", Double.toString(of.level()));
      row.put("ci_method", of.method().name().toLowerCase(Locale.ROOT));
      row.put("ci_unit", of.unit());
      row.put("ci_replicates", Integer.toString(of.replicates()));
      row.put("ci_seed", Long.toString(of.seed()));
    } else if (uncertainty instanceof Uncertainty.None none) {
      row.put("ci_reason", none.reason().name());
    }
  }

  private void model(AnnotatorModel model) {
    String id = model.measure().id();
    coefficient("all", model.overall());
    model
        .ofAnnotator()
        .forEach(
            (annotator, value) -> coefficient("annotator", value).put("annotator_a", annotator));
    new Row(id, "log-likelihood").put("value", model.logLikelihood());
    probabilities(id, "share", "", model.shares());
    model.posteriors().forEach((item, labels) -> probabilities(id, "item", item, labels));
  }

  /** A row for each label; the item stands in the column of the unit. */
  private void probabilities(
      String measure, String by, String item, Map<String, Double> probabilities) {
    probabilities.forEach(
        (label, probability) -> {
          Row row = new Row(measure, by);
          row.put("unit", item);
          row.put("label", label);
          row.put("value", Double.toString(probability));
        });
  }

  private void habits(DawidSkene habits) {
    List<String> labels = habits.labels().names();
    habits
        .errorRates()
        .forEach(
            (annotator, table) -> {
              for (int truth = 0; truth < table.size(); truth++) {
                for (int given = 0; given < labels.size(); given++) {
                  Row row = new Row("dawid-skene", "error-rate");
                  row.put("annotator_a", annotator);
                  row.put("label", labels.get(truth) + " > " + labels.get(given));
                  row.put("value", Double.toString(table.get(truth).get(given)));
                }
              }
            });
  }

  /** One row while it is filled. */
  private final class Row {
    private final String[] cells = new String[HEADER.size()];

    Row(String measure, String by) {
      Arrays.fill(cells, "");
      put("measure", measure);
      put("by", by);
      rows.add(cells);
    }

    void put(String column, String value) {
      cells[HEADER.indexOf(column)] = value;
    }

    void put(String column, OptionalDouble value) {
      put(column, value.isPresent() ? Double.toString(value.getAsDouble()) : "");
    }
  }
}
