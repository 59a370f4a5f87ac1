package org.testimony.core.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Agreement on a feature that holds one label.
 *
 * @param feature the feature
 * @param alpha nominal alpha
 * @param labels the labels in order
 * @param confusion how often two annotators gave these two labels to one unit, both ways round
 * @param use annotator to label to number of values
 */
public record FeatureSection(
    String feature,
    ReportLine alpha,
    Labels labels,
    List<List<Long>> confusion,
    Map<String, Map<String, Long>> use) {

  /** The section of units with labels. */
  static FeatureSection of(
      String id,
      String feature,
      Units units,
      Labels labels,
      LabelLines lines,
      LabelLines.Covering covering) {
    Reading asIs = Reading.as(labels);
    Map<String, Map<String, Long>> use = new LinkedHashMap<>();
    units.uses(asIs).forEach((who, counts) -> use.put(who, LabelLines.uses(labels, counts)));
    return new FeatureSection(
        feature,
        lines.line(id, units, asIs, Distance.nominal(), covering),
        labels,
        LabelLines.rows(units.confusion(asIs), labels.size()),
        use);
  }
}
