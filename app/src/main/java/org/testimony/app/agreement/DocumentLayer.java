package org.testimony.app.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.testimony.app.Messages;
import org.testimony.core.agreement.LabelData;
import org.testimony.core.agreement.LabelMeasures;
import org.testimony.core.agreement.Labels;
import org.testimony.core.agreement.Measure;
import org.testimony.core.inception.InceptionDocument;

/**
 * Agreement on the value that annotators gave to whole documents on one layer: each document is an
 * item.
 *
 * @param chosen the layer and its features
 * @param documents the documents
 * @param run what was asked for
 */
record DocumentLayer(
    LayerChoice.Chosen chosen, List<InceptionDocument> documents, MeasureInception run) {

  /** Whether a measure can be taken of whole documents. */
  static boolean measures(Measure measure) {
    return LabelMeasures.measures(measure)
        && measure != Measure.ALPHA_JACCARD
        && measure != Measure.ALPHA_MASI;
  }

  List<Finding> findings(Disagreements differing) {
    List<Finding> findings = new ArrayList<>();
    for (String feature : chosen.features()) {
      String where = chosen.layer().name() + ", " + feature;
      LabelOptions.Meaning meaning = run.labels().meaning(where, used(feature));
      Labels labels = meaning.labels();
      LabelData data = data(feature, labels, differing);
      LabelMeasures of =
          new LabelMeasures(
              meaning.distance(),
              meaning.weights(),
              Optional.empty(),
              run.common().resampling(),
              run.common().analytic());
      for (Measure measure : run.common().measures(List.of(Measure.KRIPPENDORFF_ALPHA))) {
        if (measures(measure)) {
          run.progress().step("step.agreement.layer", measure.id(), chosen.layer().name());
          findings.add(
              new Finding.Line(
                  measure,
                  Optional.of(chosen.layer().name()),
                  Optional.of(feature),
                  of.measure(data, measure, run.common().by()),
                  Optional.empty()));
        }
      }
    }
    return findings;
  }

  private LabelData data(String feature, Labels labels, Disagreements differing) {
    Set<String> annotators = new TreeSet<>();
    documents.forEach(document -> annotators.addAll(document.article().annotators()));
    LabelData.Builder data = LabelData.builder(labels, List.copyOf(annotators));
    for (InceptionDocument document : documents) {
      Map<String, String> single = new HashMap<>();
      document
          .values(chosen.layer().name(), feature)
          .forEach(
              (annotator, values) -> {
                if (values.size() == 1) {
                  single.put(annotator, values.get(0));
                }
              });
      String id = document.article().id();
      data.item(id, id, document.article().group(), single);
      differing.addValues(id, chosen.layer().name(), feature, single);
    }
    return data.build();
  }

  private Set<String> used(String feature) {
    Set<String> used = new TreeSet<>();
    for (InceptionDocument document : documents) {
      for (List<String> values : document.values(chosen.layer().name(), feature).values()) {
        if (values.size() == 1) {
          used.addAll(values);
        }
      }
    }
    return used;
  }

  /** Says how many values were left out because there are several on one document. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (String feature : chosen.features()) {
      long several =
          documents.stream()
              .flatMap(d -> d.values(chosen.layer().name(), feature).values().stream())
              .filter(values -> values.size() > 1)
              .count();
      if (several > 0) {
        notes.add(Messages.text("agreement.several", several, chosen.layer().name(), feature));
      }
    }
    return notes;
  }
}
