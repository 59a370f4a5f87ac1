package org.testimony.web.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.testimony.core.agreement.Coefficient;
import org.testimony.core.agreement.Coverage;
import org.testimony.core.agreement.DocumentRow;
import org.testimony.core.agreement.Estimate;
import org.testimony.core.agreement.Interval;
import org.testimony.core.agreement.ProjectReport;
import org.testimony.core.agreement.ReportLine;
import org.testimony.core.agreement.Uncertainty;

/**
 * A report as one long table: a row for each value over all annotators, by label, by pair of
 * annotators and by article. Numbers are in full precision; what there is not is an empty cell.
 */
final class AgreementCsv {

  private static final String[] HEADER = {
    "line",
    "scope",
    "left",
    "right",
    "label",
    "article",
    "measure",
    "scale",
    "unit",
    "value",
    "undefined",
    "observed",
    "observed_kind",
    "expected",
    "documents",
    "items",
    "pairable",
    "annotators",
    "ci_low",
    "ci_high",
    "ci_level",
    "ci_method",
    "ci_unit",
    "ci_replicates",
    "ci_seed",
    "ci_reason",
    "covered",
    "coverage_all",
    "coverage_unit",
    "codebook",
    "data",
    "product"
  };

  private final ProjectReport report;
  private final StringBuilder out = new StringBuilder();

  private AgreementCsv(ProjectReport report) {
    this.report = report;
  }

  /** The table. */
  static String of(ProjectReport report) {
    AgreementCsv csv = new AgreementCsv(report);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(HEADER).get();
    try (CSVPrinter printer = new CSVPrinter(csv.out, format)) {
      for (ReportLine line : report.lines()) {
        csv.print(printer, line);
      }
      for (DocumentRow row : report.documents()) {
        csv.print(printer, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.out.toString();
  }

  private void print(CSVPrinter printer, ReportLine line) throws IOException {
    print(printer, List.of(line.id(), "all", "", "", "", ""), line.overall(), line.coverage());
    for (Map.Entry<String, Coefficient> label : line.byLabel().entrySet()) {
      print(
          printer,
          List.of(line.id(), "label", "", "", label.getKey(), ""),
          label.getValue(),
          Optional.empty());
    }
    for (ReportLine.OfPair pair : line.byPair()) {
      print(
          printer,
          List.of(line.id(), "pair", pair.left(), pair.right(), "", ""),
          pair.coefficient(),
          pair.coverage());
    }
  }

  private void print(
      CSVPrinter printer, List<String> place, Coefficient value, Optional<Coverage> coverage)
      throws IOException {
    Coefficient.Basis basis = value.basis();
    List<Object> cells = new ArrayList<>(place);
    cells.addAll(List.of(basis.measure().id(), basis.scale(), basis.unit()));
    cells.add(number(value.value()));
    cells.add(value instanceof Coefficient.Undefined undefined ? undefined.reason().name() : "");
    cells.add(number(basis.observed()));
    cells.add(basis.measure().observedKind().name());
    cells.add(number(basis.expected()));
    cells.addAll(
        List.of(
            basis.n().documents(),
            basis.n().items(),
            basis.n().pairable(),
            basis.n().annotators()));
    cells.addAll(uncertainty(value.uncertainty()));
    cells.add(coverage.<Object>map(Coverage::covered).orElse(""));
    cells.add(coverage.<Object>map(Coverage::all).orElse(""));
    cells.add(coverage.map(Coverage::unit).orElse(""));
    cells.addAll(provenance());
    printer.printRecord(cells);
  }

  private static List<Object> uncertainty(Uncertainty uncertainty) {
    Optional<Interval> interval = uncertainty.interval();
    if (interval.isEmpty()) {
      String reason = uncertainty instanceof Uncertainty.None none ? none.reason().name() : "";
      return List.of("", "", "", "", "", "", "", reason);
    }
    Interval known = interval.get();
    return List.of(
        known.low(),
        known.high(),
        known.level(),
        known.method().name(),
        known.unit(),
        known.replicates(),
        known.seed(),
        "");
  }

  private void print(CSVPrinter printer, DocumentRow row) throws IOException {
    for (Map.Entry<String, Estimate> value : row.values().entrySet()) {
      Estimate estimate = value.getValue();
      List<Object> cells =
          new ArrayList<>(
              List.of(value.getKey(), "article", "", "", "", row.article(), "", "", ""));
      cells.add(number(estimate.value()));
      cells.add(estimate.undefined().map(Enum::name).orElse(""));
      cells.add(number(estimate.observed()));
      cells.add("");
      cells.add(number(estimate.expected()));
      while (cells.size() < HEADER.length - provenance().size()) {
        cells.add("");
      }
      cells.addAll(provenance());
      printer.printRecord(cells);
    }
  }

  private List<String> provenance() {
    return List.of(
        report.provenance().codebook(), report.provenance().data(), report.provenance().product());
  }

  private static Object number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : "";
  }
}
