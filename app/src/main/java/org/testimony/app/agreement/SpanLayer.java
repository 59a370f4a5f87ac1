package org.testimony.app.agreement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.testimony.app.Messages;
import org.testimony.core.agreement.LabelMeasures.By;
import org.testimony.core.agreement.MatchedPairs;
import org.testimony.core.agreement.Measure;
import org.testimony.core.agreement.SpanDocument;
import org.testimony.core.agreement.SpanMeasures;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.Comparison;
import org.testimony.core.compare.Mark;
import org.testimony.core.inception.InceptionDocument;

/**
 * Agreement on the spans of one layer of an exported project: on where they are, whatever their
 * labels; then, for each feature, on spans that are labelled with it, and on its values where spans
 * are matched.
 *
 * @param chosen the layer and its features
 * @param compared the documents with their sets laid against each other
 * @param run what was asked for
 */
record SpanLayer(
    LayerChoice.Chosen chosen, Map<InceptionDocument, Comparison> compared, MeasureInception run) {

  private static final String MARKED = "marked";
  private static final String UNSET = "(unset)";
  private static final List<Measure> OF_PLACES =
      List.of(Measure.F1_OVERLAP, Measure.U_ALPHA_BINARY, Measure.F1_EXACT, Measure.F1_CHARACTER);
  private static final List<Measure> OF_LABELS =
      List.of(Measure.F1_OVERLAP, Measure.ALPHA_MATCHED_PAIRS);

  /** Measures that take no notice of labels. */
  private static final Set<Measure> BLIND = EnumSet.of(Measure.U_ALPHA_BINARY);

  /** Measures that say nothing without labels. */
  private static final Set<Measure> SEEING =
      EnumSet.of(
          Measure.U_ALPHA,
          Measure.CU_ALPHA,
          Measure.KU_ALPHA,
          Measure.GAMMA_CAT,
          Measure.GAMMA_K,
          Measure.TOKEN_ALPHA,
          Measure.ALPHA_MATCHED_PAIRS);

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Measure measure : run.common().measures(OF_PLACES)) {
      boolean places =
          !SEEING.contains(measure)
              || (chosen.features().isEmpty() && measure != Measure.ALPHA_MATCHED_PAIRS);
      if (SpanMeasures.measures(measure) && places) {
        findings.add(ofSpans(measure, Optional.empty()));
      }
    }
    for (String feature : chosen.features()) {
      for (Measure measure : run.common().measures(OF_LABELS)) {
        if (measure == Measure.ALPHA_MATCHED_PAIRS) {
          findings.add(ofMatches(feature));
        } else if (SpanMeasures.measures(measure) && !BLIND.contains(measure)) {
          findings.add(ofSpans(measure, Optional.of(feature)));
        }
      }
    }
    return findings;
  }

  private Finding ofSpans(Measure measure, Optional<String> feature) {
    run.progress().step("step.agreement.layer", measure.id(), chosen.layer().name());
    SpanMeasures measures = MeasureSpans.measures(run.gamma(), run.common());
    return new Finding.Line(
        measure,
        Optional.of(chosen.layer().name()),
        feature,
        measures.measure(documents(feature), measure, by(feature)),
        Optional.empty());
  }

  /** Without a feature there is one label alone, so values by label would say nothing. */
  private Set<By> by(Optional<String> feature) {
    Set<By> by = EnumSet.noneOf(By.class);
    by.addAll(run.common().by());
    if (feature.isEmpty()) {
      by.remove(By.LABEL);
    }
    return by;
  }

  private List<SpanDocument> documents(Optional<String> feature) {
    List<SpanDocument> documents = new ArrayList<>();
    for (InceptionDocument document : compared.keySet()) {
      List<SpanDocument.Labelled> spans = new ArrayList<>();
      for (AnnotatorSet set : document.article().sets()) {
        for (Mark mark : set.marks(chosen.layer().name())) {
          spans.add(
              new SpanDocument.Labelled(
                  set.annotator(),
                  mark.id(),
                  mark.span(),
                  feature.map(name -> label(mark, name)).orElse(MARKED)));
        }
      }
      documents.add(
          new SpanDocument(
              document.article().id(),
              document.article().group(),
              document.article().length(),
              document.article().annotators(),
              spans,
              document.tokens()));
    }
    return documents;
  }

  private static String label(Mark mark, String feature) {
    List<String> values = mark.values(feature);
    return values.isEmpty() ? UNSET : String.join("|", values);
  }

  private Finding ofMatches(String feature) {
    String where = chosen.layer().name() + ", " + feature;
    LabelOptions.Meaning meaning = run.labels().meaning(where, used(feature));
    MatchedPairs.Result result =
        new MatchedPairs(
                List.copyOf(compared.values()),
                chosen.layer().name(),
                feature,
                meaning.labels(),
                run.common().resampling())
            .alpha(meaning.distance());
    return new Finding.Line(
        Measure.ALPHA_MATCHED_PAIRS,
        Optional.of(chosen.layer().name()),
        Optional.of(feature),
        result.measured(),
        Optional.of(result.coverage()));
  }

  private Set<String> used(String feature) {
    Set<String> used = new TreeSet<>();
    compared
        .keySet()
        .forEach(
            document ->
                document
                    .article()
                    .sets()
                    .forEach(
                        set ->
                            set.marks(chosen.layer().name()).stream()
                                .map(mark -> mark.values(feature))
                                .filter(values -> values.size() == 1)
                                .forEach(used::addAll)));
    return used;
  }

  /** Says so where a layer looks like one of whole documents. */
  List<String> notes() {
    boolean any = false;
    for (InceptionDocument document : compared.keySet()) {
      String stripped = document.text().characters().strip();
      int characters = stripped.codePointCount(0, stripped.length());
      for (AnnotatorSet set : document.article().sets()) {
        for (Mark mark : set.marks(chosen.layer().name())) {
          any = true;
          if (mark.span().length() < characters) {
            return List.of();
          }
        }
      }
    }
    return any ? List.of(Messages.text("agreement.whole", chosen.layer().name())) : List.of();
  }
}
