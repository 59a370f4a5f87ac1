package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Agreement on one layer of spans.
 *
 * @param layer the layer
 * @param f1Overlap one-to-one overlap F1, the headline
 * @param uAlphaBinary binary u-alpha on the union of each person's spans
 * @param f1Exact exact F1
 * @param f1Character character F1
 * @param markedBy how many things were marked by 1, 2 … of the annotators
 * @param gamma gamma of the spans, where it was asked for
 * @param features alpha on the features of matched marks, with the confusion of labels
 * @param labelled unitizing alpha with the labels of each feature that must have one
 */
public record LayerSection(
    String layer,
    ReportLine f1Overlap,
    ReportLine uAlphaBinary,
    ReportLine f1Exact,
    ReportLine f1Character,
    List<MarkedBy> markedBy,
    Optional<ReportLine> gamma,
    List<FeatureSection> features,
    List<Labelled> labelled) {

  /** Copies the lists. */
  public LayerSection {
    markedBy = List.copyOf(markedBy);
    features = List.copyOf(features);
    labelled = List.copyOf(labelled);
  }

  /**
   * Agreement on the characters and the label of a feature together; undefined where spans of one
   * annotator overlap.
   *
   * @param feature the feature
   * @param uAlpha u-alpha over its labels, with (k)u-alpha of each label
   * @param cuAlpha cu-alpha over its labels
   */
  public record Labelled(String feature, ReportLine uAlpha, ReportLine cuAlpha) {}

  /**
   * Articles that so many annotators saw.
   *
   * @param annotators number of annotators of these articles
   * @param articles number of articles
   * @param groups number of groups of matched marks with 1, 2 … marks
   */
  public record MarkedBy(int annotators, long articles, List<Long> groups) {

    /** Copies the counts. */
    public MarkedBy {
      groups = List.copyOf(groups);
    }
  }

  /** The span lines, then those of the features. */
  public List<ReportLine> lines() {
    List<ReportLine> lines = new ArrayList<>(spans());
    features.forEach(feature -> lines.add(feature.alpha()));
    labelled.forEach(feature -> lines.addAll(List.of(feature.uAlpha(), feature.cuAlpha())));
    return lines;
  }

  /** The lines on spans without their features, the headline first. */
  public List<ReportLine> spans() {
    List<ReportLine> lines =
        new ArrayList<>(List.of(f1Overlap, uAlphaBinary, f1Exact, f1Character));
    gamma.ifPresent(lines::add);
    return lines;
  }
}
