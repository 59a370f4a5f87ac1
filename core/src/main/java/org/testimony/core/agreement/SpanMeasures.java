package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The measures of spans by id, for data from anywhere.
 *
 * @param threshold least intersection over union of {@code f1-overlap}
 * @param reach distance from which boundaries are no near miss, for {@code boundary-similarity}
 * @param gamma settings of the gamma family
 * @param resampling how intervals are made
 */
public record SpanMeasures(
    double threshold, int reach, GammaSettings gamma, Resampling resampling) {

  private static final Set<Measure> KNOWN =
      EnumSet.range(Measure.ALPHA_U, Measure.BOUNDARY_SIMILARITY);

  /** Whether a measure is one of spans. */
  public static boolean measures(Measure measure) {
    return KNOWN.contains(measure);
  }

  /**
   * A measure on the documents of one layer. Of {@code ku-alpha} and {@code gamma-k}, which are of
   * one label, the value over all is that of {@code cu-alpha} and {@code gamma-cat} and says so.
   */
  public Measured measure(List<SpanDocument> documents, Measure measure, Set<LabelMeasures.By> by) {
    SpanAgreement all = new SpanAgreement(documents, threshold, resampling);
    Map<String, Coefficient> byLabel =
        by.contains(LabelMeasures.By.LABEL) || needsLabels(measure)
            ? byLabel(all, measure)
            : Map.of();
    List<ReportLine.OfPair> byPair = new ArrayList<>();
    if (by.contains(LabelMeasures.By.PAIR)) {
      for (List<String> pair : all.pairs()) {
        byPair.add(
            new ReportLine.OfPair(
                pair.get(0),
                pair.get(1),
                coefficient(all.of(pair.get(0), pair.get(1)), measure),
                Optional.empty()));
      }
    }
    Map<String, Measured.OfAnnotator> byAnnotator = new LinkedHashMap<>();
    if (by.contains(LabelMeasures.By.ANNOTATOR)) {
      for (String annotator : all.annotators()) {
        byAnnotator.put(
            annotator,
            new Measured.OfAnnotator(
                coefficient(agreement(againstRest(documents, annotator)), measure),
                coefficient(agreement(without(documents, annotator)), measure)));
      }
    }
    return new Measured(coefficient(all, measure), byLabel, byPair, byAnnotator);
  }

  private SpanAgreement agreement(List<SpanDocument> documents) {
    return new SpanAgreement(documents, threshold, resampling);
  }

  /** A document for each other annotator beside this one; those of one text are drawn together. */
  private static List<SpanDocument> againstRest(List<SpanDocument> documents, String annotator) {
    String rest = annotator + " (others)";
    List<SpanDocument> pairs = new ArrayList<>();
    for (SpanDocument document : documents) {
      for (String other : document.annotators()) {
        if (!other.equals(annotator) && document.annotators().contains(annotator)) {
          List<SpanDocument.Labelled> spans = new ArrayList<>(document.spansOf(annotator));
          for (SpanDocument.Labelled span : document.spansOf(other)) {
            spans.add(new SpanDocument.Labelled(rest, span.id(), span.span(), span.label()));
          }
          pairs.add(
              new SpanDocument(
                  document.id() + " / " + other,
                  document.group(),
                  document.length(),
                  List.of(annotator, rest),
                  spans,
                  document.tokens()));
        }
      }
    }
    return pairs;
  }

  private static List<SpanDocument> without(List<SpanDocument> documents, String annotator) {
    return documents.stream()
        .map(
            document ->
                document.only(
                    document.annotators().stream().filter(a -> !a.equals(annotator)).toList()))
        .toList();
  }

  private static boolean needsLabels(Measure measure) {
    return measure == Measure.KU_ALPHA || measure == Measure.GAMMA_K;
  }

  private Map<String, Coefficient> byLabel(SpanAgreement agreement, Measure measure) {
    return switch (measure) {
      case KU_ALPHA, CU_ALPHA -> agreement.kuAlpha();
      case ALPHA_U -> agreement.alphaUByLabel();
      case GAMMA_K, GAMMA_CAT -> agreement.gammaK(gamma);
      case F1_EXACT, F1_OVERLAP, F1_CHARACTER, U_ALPHA_BINARY ->
          agreement.byLabel(one -> coefficient(one, measure));
      default -> Map.of();
    };
  }

  private Coefficient coefficient(SpanAgreement agreement, Measure measure) {
    return switch (measure) {
      case ALPHA_U -> agreement.alphaU();
      case U_ALPHA -> agreement.uAlpha();
      case U_ALPHA_BINARY -> agreement.uAlphaBinary();
      case CU_ALPHA, KU_ALPHA -> agreement.cuAlpha();
      case GAMMA -> agreement.gamma(gamma);
      case GAMMA_CAT, GAMMA_K -> agreement.gammaCat(gamma);
      case F1_EXACT, F1_OVERLAP, F1_CHARACTER -> agreement.f1(measure);
      case TOKEN_ALPHA -> agreement.tokenAlpha();
      case BOUNDARY_SIMILARITY -> agreement.boundarySimilarity(reach);
      default -> throw new IllegalArgumentException(measure.id() + " is no measure of spans");
    };
  }
}
