package org.testimony.app.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.testimony.core.agreement.AgreementJson;
import org.testimony.core.agreement.DawidSkene;
import org.testimony.core.text.StrictJson;

/** Findings as JSON: one object a measure, one object a line. */
final class JsonOutput {

  private JsonOutput() {}

  static String of(Findings findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings.findings()) {
      ObjectNode node = node(finding);
      findings.source().ifPresent(source -> node.set("source", source));
      out.append(StrictJson.write(node)).append('\n');
    }
    return out.toString();
  }

  private static ObjectNode node(Finding finding) {
    if (finding instanceof Finding.Line line) {
      ObjectNode node = AgreementJson.of(line.measured());
      line.otherOverAll()
          .ifPresent(
              other -> {
                node.put("measure", line.measure().id());
                node.put("valueOf", other.id());
              });
      line.layer().ifPresent(layer -> node.put("layer", layer));
      if (line.layer().isPresent()) {
        node.put("feature", line.feature().orElse(null));
      }
      AgreementJson.coverage(node, line.coverage());
      return node;
    }
    Finding.Model model = (Finding.Model) finding;
    ObjectNode node = AgreementJson.of(model.model());
    model.habits().ifPresent(habits -> node.set("errorRates", errorRates(habits)));
    return node;
  }

  /** Annotator to true label to given label to its probability. */
  private static ObjectNode errorRates(DawidSkene habits) {
    ObjectNode rates = StrictJson.object();
    List<String> labels = habits.labels().names();
    habits
        .errorRates()
        .forEach(
            (annotator, rows) -> {
              ObjectNode ofAnnotator = rates.putObject(annotator);
              for (int truth = 0; truth < rows.size(); truth++) {
                ObjectNode given = ofAnnotator.putObject(labels.get(truth));
                for (int label = 0; label < labels.size(); label++) {
                  given.put(labels.get(label), rows.get(truth).get(label));
                }
              }
            });
    return rates;
  }
}
