package org.testimony.core.agreement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a line of a report reads labels: which count, under which name, and in which order. */
final class Reading {

  private final Map<String, Integer> codes = new HashMap<>();
  private final Labels labels;
  private final Exclusion.Cause dropped;

  private Reading(Map<String, String> names, Labels labels, Exclusion.Cause dropped) {
    this.labels = labels;
    this.dropped = dropped;
    names.forEach((label, name) -> codes.put(label, labels.code(name)));
  }

  /**
   * Labels under other names.
   *
   * @param names each label that counts and the name under which it counts; others become missing
   * @param labels the names in order
   */
  static Reading renamed(Map<String, String> names, Labels labels) {
    return new Reading(names, labels, Exclusion.Cause.VALUE_NOT_DECLARED);
  }

  /** All these labels as they are. */
  static Reading as(Labels labels) {
    return as(labels, Exclusion.Cause.VALUE_NOT_DECLARED);
  }

  /** These labels as they are, others left out for a reason. */
  static Reading as(Labels labels, Exclusion.Cause dropped) {
    Map<String, String> names = new HashMap<>();
    labels.names().forEach(label -> names.put(label, label));
    return new Reading(names, labels, dropped);
  }

  /** The names in order. */
  Labels labels() {
    return labels;
  }

  /** Why a label that does not count is left out. */
  Exclusion.Cause dropped() {
    return dropped;
  }

  /** The code under which a label counts. */
  Optional<Integer> code(Optional<String> label) {
    return label.isPresent() ? Optional.ofNullable(codes.get(label.get())) : Optional.empty();
  }
}
