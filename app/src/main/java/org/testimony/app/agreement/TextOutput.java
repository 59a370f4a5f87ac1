package org.testimony.app.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.testimony.app.Messages;
import org.testimony.core.agreement.AnnotatorModel;
import org.testimony.core.agreement.Coefficient;
import org.testimony.core.agreement.DawidSkene;
import org.testimony.core.agreement.Interval;
import org.testimony.core.agreement.Measure;
import org.testimony.core.agreement.ObservedKind;
import org.testimony.core.agreement.ReportLine;

/** Findings as tables for people, with sentences that say what the numbers are. */
final class TextOutput {

  private static final int MOST_ITEMS = 20;

  private final StringBuilder out = new StringBuilder();
  private final Set<Measure> measures = new LinkedHashSet<>();
  private final Set<String> remarks = new LinkedHashSet<>();

  private TextOutput() {}

  static String of(Findings findings) {
    TextOutput output = new TextOutput();
    findings.notes().forEach(output::line);
    Map<String, List<Finding.Line>> groups = new LinkedHashMap<>();
    for (Finding finding : findings.findings()) {
      if (finding instanceof Finding.Line line) {
        groups.computeIfAbsent(heading(line), h -> new ArrayList<>()).add(line);
      }
    }
    groups.forEach(output::table);
    for (Finding finding : findings.findings()) {
      output.measures.add(finding.measure());
      if (finding instanceof Finding.Model model) {
        output.model(model);
      }
    }
    output.explain();
    return output.out.toString().stripLeading();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private static String heading(Finding.Line line) {
    return line.layer()
        .map(layer -> line.feature().map(feature -> layer + ", " + feature).orElse(layer))
        .orElse("");
  }

  private void table(String heading, List<Finding.Line> lines) {
    line("");
    if (!heading.isEmpty()) {
      line(heading);
    }
    TextTable table = coefficients();
    for (Finding.Line line : lines) {
      rows(table, heading, line);
    }
    table.print(out);
  }

  /** An empty table of coefficients. */
  private static TextTable coefficients() {
    return new TextTable(
            2,
            List.of(
                Messages.text("agreement.column.measure"),
                Messages.text("agreement.column.scale"),
                Messages.text("agreement.column.value"),
                Messages.text("agreement.column.interval"),
                Messages.text("agreement.column.observed"),
                Messages.text("agreement.column.expected"),
                Messages.text("agreement.column.documents"),
                Messages.text("agreement.column.items"),
                Messages.text("agreement.column.pairable"),
                Messages.text("agreement.column.annotators")));
  }

  private void rows(TextTable table, String heading, Finding.Line line) {
    String about = heading.isEmpty() ? "" : heading + ": ";
    String id = about + line.measure().id();
    line.otherOverAll()
        .ifPresent(other -> remarks.add(Messages.text("agreement.overall", id, other.id())));
    table.row(row(line.measure().id(), about, line.measured().overall()));
    line.measured().byLabel().forEach((label, value) -> table.row(row("  " + label, about, value)));
    for (ReportLine.OfPair pair : line.measured().byPair()) {
      table.row(row("  " + pair.left() + " – " + pair.right(), about, pair.coefficient()));
    }
    line.measured()
        .byAnnotator()
        .forEach(
            (annotator, of) -> {
              table.row(
                  row("  " + Messages.text("agreement.rest", annotator), about, of.againstRest()));
              table.row(
                  row(
                      "  " + Messages.text("agreement.without", annotator),
                      about,
                      of.withoutOne()));
            });
    line.coverage()
        .ifPresent(
            coverage ->
                remarks.add(
                    Messages.text("agreement.coverage", id, coverage.covered(), coverage.all())));
  }

  private List<String> row(String name, String about, Coefficient coefficient) {
    Coefficient.Basis basis = coefficient.basis();
    String id = about + basis.measure().id();
    String row = name.startsWith(" ") ? id + ", " + name.strip() : id;
    if (coefficient instanceof Coefficient.Undefined undefined) {
      remarks.add(Words.of(undefined.reason(), row));
      undefined
          .bounds()
          .ifPresent(
              bounds ->
                  remarks.add(
                      Messages.text("agreement.bounds", row, bounds.low(), bounds.high())));
    }
    if (row.equals(id)) {
      basis.excluded().forEach(e -> remarks.add(Words.of(e, id)));
    }
    Optional<Interval> interval = coefficient.uncertainty().interval();
    remarks.add(Words.of(coefficient.uncertainty(), row));
    return List.of(
        name,
        scale(basis),
        coefficient.value().isPresent()
            ? number(coefficient.value())
            : Messages.text("agreement.undefined"),
        interval
            .map(i -> String.format(Locale.ROOT, "%.3f to %.3f", i.low(), i.high()))
            .orElse("–"),
        number(basis.observed()),
        number(basis.expected()),
        Long.toString(basis.n().documents()),
        Long.toString(basis.n().items()),
        Long.toString(basis.n().pairable()),
        Long.toString(basis.n().annotators()));
  }

  /** The scale in one word; settings of several go to the remarks. */
  private String scale(Coefficient.Basis basis) {
    int comma = basis.scale().indexOf(',');
    if (comma < 0) {
      return basis.scale();
    }
    if (basis.scale().startsWith("nominal")) {
      return basis.scale().substring(0, comma);
    }
    remarks.add(basis.measure().id() + ": " + basis.scale());
    return "–";
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? String.format(Locale.ROOT, "%.3f", number.getAsDouble()) : "–";
  }

  private void model(Finding.Model finding) {
    AnnotatorModel model = finding.model();
    String id = model.measure().id();
    TextTable table = coefficients();
    table.row(row(id, "", model.overall()));
    model
        .ofAnnotator()
        .forEach((annotator, value) -> table.row(row("  " + annotator, "", value)));
    line("");
    table.print(out);
    finding.habits().ifPresent(this::habits);
    items(model.posteriors());
  }

  private void habits(DawidSkene habits) {
    line("");
    line(Messages.text("agreement.habits", habits.iterations()));
    List<String> header = new ArrayList<>(List.of("", Messages.text("agreement.truth")));
    habits.labels().names().forEach(label -> header.add(Messages.text("agreement.gave", label)));
    TextTable table = new TextTable(2, header);
    habits
        .errorRates()
        .forEach(
            (annotator, rows) -> {
              for (int truth = 0; truth < rows.size(); truth++) {
                List<String> row = new ArrayList<>(List.of(annotator, habits.labels().name(truth)));
                rows.get(truth).forEach(rate -> row.add(number(OptionalDouble.of(rate))));
                table.row(row);
              }
            });
    table.print(out);
  }

  private void items(Map<String, Map<String, Double>> posteriors) {
    if (posteriors.isEmpty()) {
      return;
    }
    line("");
    List<String> header = new ArrayList<>(List.of(Messages.text("agreement.item")));
    header.addAll(posteriors.values().iterator().next().keySet());
    TextTable table = new TextTable(1, header);
    posteriors.entrySet().stream()
        .limit(MOST_ITEMS)
        .forEach(
            entry -> {
              List<String> row = new ArrayList<>(List.of(entry.getKey()));
              entry.getValue().values().forEach(p -> row.add(number(OptionalDouble.of(p))));
              table.row(row);
            });
    table.print(out);
    if (posteriors.size() > MOST_ITEMS) {
      line(Messages.text("agreement.more", posteriors.size() - MOST_ITEMS));
    }
  }

  private void explain() {
    line("");
    List<String> disagreeing = new ArrayList<>();
    for (Measure measure : measures) {
      line(measure.id() + ": " + measure.definition());
      if (measure.observedKind() == ObservedKind.DISAGREEMENT) {
        disagreeing.add(measure.id());
      }
    }
    if (!disagreeing.isEmpty()) {
      line(Messages.text("agreement.disagreement", String.join(", ", disagreeing)));
    }
    remarks.stream().filter(remark -> !remark.isEmpty()).forEach(this::line);
  }
}
