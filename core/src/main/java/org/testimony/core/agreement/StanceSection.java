package org.testimony.core.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Agreement on stance toward one target, or toward all: always three lines, since perfect agreement
 * on for and against can hide that nobody agrees on what the words are about.
 *
 * @param id prefix of the ids of its lines, such as {@code stance/T1}
 * @param target the target; absent where all are taken together
 * @param unit what a unit is: {@code matched pair}, {@code fixed claim} or {@code article}
 * @param aboutness whether the words are about the target at all, nominal
 * @param direction where both are on the scale: alpha with fixed distances 0, 1, 4
 * @param directionOrdinal the same with Krippendorff's ordinal distance, which moves with the use
 *     of the labels
 * @param allLabels nominal alpha over all labels: the headline
 * @param ac1 Gwet's AC1 over all labels
 * @param ac2 Gwet's AC2 with quadratic weights where both are on the scale
 * @param labels the labels of the confusion table, in order
 * @param confusion how often two annotators gave these two labels to one unit, both ways round
 * @param flips pairs of values that stand at opposite ends of the scale
 * @param prevalence label to number of values
 * @param use annotator to label to number of values
 * @param unset values that were not set
 */
public record StanceSection(
    String id,
    Optional<String> target,
    String unit,
    ReportLine aboutness,
    ReportLine direction,
    ReportLine directionOrdinal,
    ReportLine allLabels,
    Coefficient ac1,
    Coefficient ac2,
    Labels labels,
    List<List<Long>> confusion,
    long flips,
    Map<String, Long> prevalence,
    Map<String, Map<String, Long>> use,
    long unset) {

  /** The four lines in the order in which they are read. */
  public List<ReportLine> lines() {
    return List.of(aboutness, direction, directionOrdinal, allLabels);
  }
}
