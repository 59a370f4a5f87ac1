package org.testimony.core.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A measure on foreign data, over all annotators, by label, by pair and by annotator.
 *
 * @param overall the value over all annotators
 * @param byLabel the value of each label; empty where not asked for or not defined for the measure
 * @param byPair the value of each pair of annotators; empty where not asked for
 * @param byAnnotator how each annotator stands to the others; empty where not asked for
 */
public record Measured(
    Coefficient overall,
    Map<String, Coefficient> byLabel,
    List<ReportLine.OfPair> byPair,
    Map<String, OfAnnotator> byAnnotator) {

  /**
   * How an annotator stands to the others.
   *
   * @param againstRest the value of this annotator with each other on the same items, all others
   *     pooled
   * @param withoutOne the value of all others without this one
   */
  public record OfAnnotator(Coefficient againstRest, Coefficient withoutOne) {}

  /** Copies the collections. */
  public Measured {
    byLabel = Collections.unmodifiableMap(new LinkedHashMap<>(byLabel));
    byPair = List.copyOf(byPair);
    byAnnotator = Collections.unmodifiableMap(new LinkedHashMap<>(byAnnotator));
  }
}
