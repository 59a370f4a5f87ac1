package org.testimony.core.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One measure of a report: over all annotators, by label, by pair, with what it covers and the way
 * to the passages behind it.
 *
 * @param id unique in the report, such as {@code layer/Claim/f1-overlap}
 * @param overall the value over all annotators
 * @param byLabel the value of each label against the others; empty where the measure has none
 * @param byPair the value of each pair of annotators
 * @param coverage what the value is conditional on, where it is
 * @param source makes the passages behind the value
 */
public record ReportLine(
    String id,
    Coefficient overall,
    Map<String, Coefficient> byLabel,
    List<OfPair> byPair,
    Optional<Coverage> coverage,
    PassageSource source) {

  /** Copies the collections. */
  public ReportLine {
    byLabel = Collections.unmodifiableMap(new LinkedHashMap<>(byLabel));
    byPair = List.copyOf(byPair);
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

  /**
   * The units behind the value. They are made at each call, since a project has far more of them
   * than anybody reads; keep the list where it is needed twice.
   */
  public List<Passage> passages() {
    return List.copyOf(source.passages());
  }

  /** The passages that two annotators have part in. */
  public List<Passage> passages(String left, String right) {
    return source.passages().stream()
        .filter(passage -> passage.concerns(left) && passage.concerns(right))
        .toList();
  }

  /** The passages on which not all agree. */
  public List<Passage> disagreeing() {
    return source.passages().stream().filter(passage -> !passage.agrees()).toList();
  }
}
