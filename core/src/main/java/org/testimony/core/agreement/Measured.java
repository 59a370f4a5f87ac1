package org.testimony.core.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A measure on foreign data, over all annotators, by label and by pair.
 *
 * @param overall the value over all annotators
 * @param byLabel the value of each label; empty where not asked for or not defined for the measure
 * @param byPair the value of each pair of annotators; empty where not asked for
 */
public record Measured(
    Coefficient overall, Map<String, Coefficient> byLabel, List<ReportLine.OfPair> byPair) {

  /** Copies the collections. */
  public Measured {
    byLabel = Collections.unmodifiableMap(new LinkedHashMap<>(byLabel));
    byPair = List.copyOf(byPair);
  }
}
