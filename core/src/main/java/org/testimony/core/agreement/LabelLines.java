package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Report lines of alpha over units with labels.
 *
 * @param measure the id under which alpha is given
 * @param resampling how intervals are made
 * @param excluding what was left out before
 */
record LabelLines(Measure measure, Resampling resampling, Excluding excluding) {

  /** What was left out before units were made. */
  interface Excluding {

    /**
     * The exclusions.
     *
     * @param judged the units that were made
     * @param who the annotators
     */
    List<Exclusion> of(Units judged, List<String> who);
  }


  /** What a line is conditional on, over all annotators or for a pair. */
  interface Covering {

    /**
     * The coverage.
     *
     * @param judged the units with all their labels
     * @param counted the units with the labels that the line takes
     * @param who the annotators
     */
    Optional<Coverage> of(Units judged, Units counted, List<String> who);
  }

  /**
   * How a line reads labels.
   *
   * @param names each label that counts, and the name under which it counts; other labels become
   *     unset
   * @param labels the names in order
   * @param dropped why a label that does not count is left out
   */
  record Reading(Map<String, String> names, Labels labels, Exclusion.Cause dropped) {

    /** All these labels as they are. */
    static Reading as(Labels labels) {
      return as(labels, Exclusion.Cause.VALUE_NOT_DECLARED);
    }

    /** These labels as they are, the others left out for a reason. */
    static Reading as(Labels labels, Exclusion.Cause dropped) {
      Map<String, String> names = new LinkedHashMap<>();
      labels.names().forEach(label -> names.put(label, label));
      return new Reading(names, labels, dropped);
    }
  }

  /** A line of alpha: over all annotators, by label where nominal, and by pair. */
  ReportLine line(
      String id, Units judged, Reading reading, Distance distance, Covering covering) {
    Units counted = judged.renamed(reading.names());
    List<String> everybody = judged.annotators();
    LabelAgreement all = agreement(judged, counted, reading, everybody);
    List<ReportLine.OfPair> pairs = new ArrayList<>();
    judged
        .byPair()
        .forEach((who, some) -> pairs.add(ofPair(who, some, reading, distance, covering)));
    return new ReportLine(
        id,
        all.alpha(measure, distance),
        distance instanceof Distance.Nominal ? all.alphaByLabel(measure) : Map.of(),
        pairs,
        covering.of(judged, counted, everybody),
        judged.passages());
  }

  private ReportLine.OfPair ofPair(
      List<String> who, Units judged, Reading reading, Distance distance, Covering covering) {
    Units counted = judged.renamed(reading.names());
    return new ReportLine.OfPair(
        who.get(0),
        who.get(1),
        agreement(judged, counted, reading, who).alpha(measure, distance),
        covering.of(judged, counted, who));
  }

  private LabelAgreement agreement(
      Units judged, Units counted, Reading reading, List<String> who) {
    List<Exclusion> left = new ArrayList<>(excluding.of(judged, who));
    LabelAgreement.addIfAny(left, Exclusion.Cause.VALUE_UNSET, judged.unset());
    LabelAgreement.addIfAny(left, reading.dropped(), counted.unset() - judged.unset());
    return new LabelAgreement(counted.data(reading.labels()), judged.name(), left, resampling);
  }

  /** A square table as rows of numbers. */
  static List<List<Long>> rows(long[] cells, int size) {
    List<List<Long>> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Long> row = new ArrayList<>();
      for (int j = 0; j < size; j++) {
        row.add(cells[i * size + j]);
      }
      rows.add(List.copyOf(row));
    }
    return List.copyOf(rows);
  }

  /** Label to number of values, in order of labels. */
  static Map<String, Long> uses(Labels labels, long[] counts) {
    Map<String, Long> uses = new LinkedHashMap<>();
    for (int code = 0; code < labels.size(); code++) {
      uses.put(labels.name(code), counts[code]);
    }
    return uses;
  }
}
