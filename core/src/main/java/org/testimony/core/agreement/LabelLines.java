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

  /** Stands for all annotators, also for those whose marks are in no unit. */
  static final List<String> EVERYBODY = List.of();

  /** What was left out before units were made. */
  interface Excluding {

    /** The exclusions for two annotators, or for {@link #EVERYBODY}. */
    List<Exclusion> of(List<String> who);
  }

  /** What a line is conditional on, over all annotators or for a pair. */
  interface Covering {

    /**
     * The coverage for two annotators, or for {@link #EVERYBODY}, of whose units so much counts.
     */
    Optional<Coverage> of(Units.Tally tally, List<String> who);
  }

  /** A line of alpha: over all annotators, by label where nominal, and by pair. */
  ReportLine line(String id, Units units, Reading reading, Distance distance, Covering covering) {
    Units.Tally tally = units.tally(reading);
    PatternAgreement all = agreement(units, tally, reading, EVERYBODY);
    List<ReportLine.OfPair> pairs = new ArrayList<>();
    units
        .byPair()
        .forEach((who, some) -> pairs.add(ofPair(who, some, reading, distance, covering)));
    return new ReportLine(
        id,
        all.alpha(measure, distance),
        distance instanceof Distance.Nominal ? all.alphaByLabel(measure) : Map.of(),
        pairs,
        covering.of(tally, EVERYBODY),
        units.source());
  }

  private ReportLine.OfPair ofPair(
      List<String> who, Units units, Reading reading, Distance distance, Covering covering) {
    Units.Tally tally = units.tally(reading);
    return new ReportLine.OfPair(
        who.get(0),
        who.get(1),
        agreement(units, tally, reading, who).alpha(measure, distance),
        covering.of(tally, who));
  }

  /** Agreement of all annotators on units, as a reading takes their labels. */
  PatternAgreement agreement(Units units, Reading reading) {
    return agreement(units, units.tally(reading), reading, EVERYBODY);
  }

  private PatternAgreement agreement(
      Units units, Units.Tally tally, Reading reading, List<String> who) {
    List<Exclusion> left = new ArrayList<>(excluding.of(who));
    LabelAgreement.addIfAny(left, Exclusion.Cause.VALUE_UNSET, tally.unset());
    LabelAgreement.addIfAny(left, reading.dropped(), tally.dropped());
    return new PatternAgreement(units.counts(reading), units.name(), left, resampling);
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
