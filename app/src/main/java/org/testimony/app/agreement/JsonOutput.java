package org.testimony.app.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.testimony.core.agreement.AgreementJson;
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
    if (finding instanceof Finding.Habits habits) {
      return AgreementJson.of(habits.model());
    }
    if (finding instanceof Finding.Competence competence) {
      return AgreementJson.of(competence.model());
    }
    Finding.NoModel none = (Finding.NoModel) finding;
    return StrictJson.object()
        .put("measure", none.measure().id())
        .put("definition", none.measure().definition())
        .put("undefined", none.reason().name());
  }
}
