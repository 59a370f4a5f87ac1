package org.testimony.core.agreement;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What alpha would be if labels were merged or dropped, an annotator were left out or the distance
 * were another. Nothing is stored.
 *
 * @param merged label to the label that it is counted as; labels not named stay
 * @param dropped labels whose values count as missing
 * @param without annotators left out
 * @param distance another distance, over the labels that remain
 */
public record WhatIf(
    Map<String, String> merged,
    Set<String> dropped,
    Set<String> without,
    Optional<Distance> distance) {

  /** Copies the collections. */
  public WhatIf {
    merged = Map.copyOf(merged);
    dropped = Set.copyOf(dropped);
    without = Set.copyOf(without);
  }

  /**
   * Old value and new.
   *
   * @param before the value as it is
   * @param after the value as it would be
   */
  public record Values(Coefficient before, Coefficient after) {}

  /** The labels that remain, in the old order. */
  public Labels labels(Labels old) {
    LinkedHashSet<String> names = new LinkedHashSet<>(names(old).values());
    return Labels.of(List.copyOf(names));
  }

  private Map<String, String> names(Labels old) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String label : old.names()) {
      if (!dropped.contains(label)) {
        names.put(label, merged.getOrDefault(label, label));
      }
    }
    return names;
  }

  /** Alpha before and after. */
  public Values alpha(LabelData data, Distance old, String unit, Resampling resampling) {
    List<String> kept =
        data.annotators().stream().filter(annotator -> !without.contains(annotator)).toList();
    LabelData changed = data.only(kept).relabelled(names(data.labels()), labels(data.labels()));
    return new Values(
        new LabelAgreement(data, unit, List.of(), resampling).alpha(old),
        new LabelAgreement(changed, unit, List.of(), resampling).alpha(distance.orElse(old)));
  }
}
