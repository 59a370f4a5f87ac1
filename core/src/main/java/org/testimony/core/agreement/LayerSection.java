package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * Agreement on one layer of spans.
 *
 * @param layer the layer
 * @param f1Overlap one-to-one overlap F1, the headline
 * @param uAlphaBinary binary u-alpha on the union of each person's spans
 * @param f1Exact exact F1
 * @param f1Character character F1
 * @param markedBy how many things were marked by 1, 2 … of the annotators
 * @param features alpha on the features of matched marks, with the confusion of labels
 */
public record LayerSection(
    String layer,
    ReportLine f1Overlap,
    ReportLine uAlphaBinary,
    ReportLine f1Exact,
    ReportLine f1Character,
    List<MarkedBy> markedBy,
    List<FeatureSection> features) {

  /** Copies the lists. */
  public LayerSection {
    markedBy = List.copyOf(markedBy);
    features = List.copyOf(features);
  }

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
    List<ReportLine> lines =
        new ArrayList<>(List.of(f1Overlap, uAlphaBinary, f1Exact, f1Character));
    features.forEach(feature -> lines.add(feature.alpha()));
    return lines;
  }
}
