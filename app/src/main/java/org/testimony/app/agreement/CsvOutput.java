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
import org.testimony.core.agreement.Coefficient;
import org.testimony.core.agreement.DawidSkene;
import org.testimony.core.agreement.Interval;
import org.testimony.core.agreement.Labels;
import org.testimony.core.agreement.Mace;
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
    } else if (finding instanceof Finding.Habits habits) {
      habits(habits.model());
    } else if (finding instanceof Finding.Competence competence) {
      competence(competence.model());
    } else if (finding instanceof Finding.NoModel none) {
      Row row = new Row(none.measure().id(), "all");
      row.put("undefined", none.reason().name());
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
    Coefficient.Basis basis = coefficient.basis();
    Row row = new Row(basis.measure().id(), by);
    row.put("layer", line.layer().orElse(""));
    row.put("feature", line.feature().orElse(""));
    row.put("scale", basis.scale());
    row.put("value", coefficient.value());
    if (coefficient instanceof Coefficient.Undefined undefined) {
      row.put("undefined", undefined.reason().name());
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

  private void habits(DawidSkene model) {
    new Row("dawid-skene", "log-likelihood").put("value", Double.toString(model.logLikelihood()));
    probabilities("dawid-skene", "share", "", model.labels(), model.shares());
    model
        .errorRates()
        .forEach(
            (annotator, table) -> {
              for (int truth = 0; truth < table.size(); truth++) {
                for (int given = 0; given < table.get(truth).size(); given++) {
                  Row row = new Row("dawid-skene", "error-rate");
                  row.put("annotator_a", annotator);
                  row.put("label", model.labels().name(truth) + " > " + model.labels().name(given));
                  row.put("value", Double.toString(table.get(truth).get(given)));
                }
              }
            });
    items("dawid-skene", model.labels(), model.posteriors());
  }

  private void competence(Mace model) {
    new Row("mace", "log-likelihood").put("value", Double.toString(model.logLikelihood()));
    model
        .competence()
        .forEach(
            (annotator, value) -> {
              Row row = new Row("mace", "competence");
              row.put("annotator_a", annotator);
              row.put("value", Double.toString(value));
            });
    items("mace", model.labels(), model.posteriors());
  }

  private void items(String measure, Labels labels, Map<String, List<Double>> posteriors) {
    posteriors.forEach(
        (item, probabilities) -> probabilities(measure, "item", item, labels, probabilities));
  }

  /** A row for each label; the item stands in the column of the unit. */
  private void probabilities(
      String measure, String by, String item, Labels labels, List<Double> probabilities) {
    for (int label = 0; label < probabilities.size(); label++) {
      Row row = new Row(measure, by);
      row.put("unit", item);
      row.put("label", labels.name(label));
      row.put("value", Double.toString(probabilities.get(label)));
    }
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
