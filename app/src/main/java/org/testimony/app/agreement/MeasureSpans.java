package org.testimony.app.agreement;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testimony.core.agreement.Measure;
import org.testimony.core.agreement.SpanDocument;
import org.testimony.core.agreement.SpanMeasures;
import org.testimony.core.agreement.SpansCsv;
import org.testimony.core.table.CsvRefused;

/**
 * Agreement on the spans of a file.
 *
 * @param spans the file of spans
 * @param documents the file of documents
 * @param layers the layers asked for; all where none is named
 * @param gamma what gamma is computed with
 * @param common the options that hold for any data
 * @param disagreements where the spans on which annotators differ are to be written
 * @param progress told what is going on
 */
record MeasureSpans(
    Path spans,
    Path documents,
    List<String> layers,
    GammaOptions gamma,
    CommonOptions common,
    Optional<Path> disagreements,
    Progress progress) {

  /** Least intersection over union of two spans that may be matched. */
  static final double THRESHOLD = 0.5;

  /** Distance from which two boundaries are no near miss. */
  static final int REACH = 2;

  private static final List<Measure> HEADLINE =
      List.of(Measure.F1_OVERLAP, Measure.U_ALPHA_BINARY, Measure.F1_EXACT, Measure.F1_CHARACTER);

  Findings findings() {
    List<Measure> asked = common.measures(HEADLINE);
    for (Measure measure : asked) {
      if (!SpanMeasures.measures(measure)) {
        throw new BadUsage("usage.agreement.ofspans", measure.id());
      }
    }
    if (common.analytic().isPresent()) {
      throw new BadUsage("usage.agreement.analytic");
    }
    SpanMeasures measures = measures(gamma, common);
    Map<String, List<SpanDocument>> read = Inputs.read(this::read, spans, documents);
    for (String layer : layers) {
      if (!read.containsKey(layer)) {
        throw new BadUsage("usage.agreement.layer", layer, String.join(", ", read.keySet()));
      }
    }
    List<Finding> findings = new ArrayList<>();
    Disagreements differing = new Disagreements();
    read.forEach(
        (layer, ofLayer) -> {
          if (layers.isEmpty() || layers.contains(layer)) {
            for (Measure measure : asked) {
              progress.step("step.agreement.layer", measure.id(), layer);
              findings.add(
                  new Finding.Line(
                      measure,
                      Optional.of(layer),
                      Optional.empty(),
                      measures.measure(ofLayer, measure, common.by()),
                      Optional.empty()));
            }
            disagreements.ifPresent(file -> differing.addSpans(layer, ofLayer));
          }
        });
    disagreements.ifPresent(differing::write);
    return new Findings(List.of(), Optional.empty(), findings);
  }

  static SpanMeasures measures(GammaOptions gamma, CommonOptions common) {
    return new SpanMeasures(THRESHOLD, REACH, gamma.settings(common.seed()), common.resampling());
  }

  private Map<String, List<SpanDocument>> read() throws java.io.IOException {
    progress.step("step.agreement.open", spans);
    try (Reader ofSpans = Inputs.open(spans);
        Reader ofDocuments = Inputs.open(documents)) {
      Map<String, List<SpanDocument>> read =
          new SpansCsv(spans.toString(), documents.toString()).read(ofSpans, ofDocuments);
      if (read.isEmpty()) {
        throw new CsvRefused(spans.toString(), 2, "", "expected at least one span");
      }
      return read;
    }
  }
}
