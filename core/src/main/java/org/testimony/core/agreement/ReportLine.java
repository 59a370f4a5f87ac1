package org.testimony.core.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One measure of a report: over all annotators, by label, by pair, with what it covers and the
 * passages behind it.
 *
 * @param id unique in the report, such as {@code layer/Claim/f1-overlap}
 * @param overall the value over all annotators
 * @param byLabel the value of each label against the others; empty where the measure has none
 * @param byPair the value of each pair of annotators
 * @param coverage what the value is conditional on, where it is
 * @param passages the units behind the value
 */
public record ReportLine(
    String id,
    Coefficient overall,
    Map<String, Coefficient> byLabel,
    List<OfPair> byPair,
    Optional<Coverage> coverage,
    List<Passage> passages) {

  /** Copies the collections. */
  public ReportLine {
    byLabel = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLabel));
    byPair = List.copyOf(byPair);
    passages = List.copyOf(passages);
  }

  /**
   * The value of one pair of annotators.
   *
   * @param left the annotator whose name comes first
   * @param right the other
   * @param coefficient the value
   * @param coverage what it is conditional on, where it is
   */
  public record OfPair(
      String left, String right, Coefficient coefficient, Optional<Coverage> coverage) {}

  /** The passages that two annotators have part in. */
  public List<Passage> passages(String left, String right) {
    return passages.stream()
        .filter(passage -> passage.concerns(left) && passage.concerns(right))
        .toList();
  }

  /** The passages on which not all agree. */
  public List<Passage> disagreeing() {
    return passages.stream().filter(passage -> !passage.agrees()).toList();
  }
}
