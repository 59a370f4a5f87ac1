package org.testimony.core.agreement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Measures agreement on stance over units of any kind.
 *
 * @param judging the labels of stance
 * @param lines how lines are made
 * @param covering what the figures are conditional on
 */
record StanceMeasurement(
    ReportRules.Judging judging, LabelLines lines, LabelLines.Covering covering) {

  private static final String ABOUT = "ABOUT";

  /** The section of one target, or of all where no target is given. */
  StanceSection section(String id, Optional<String> target, Units units) {
    Labels all = judging.labels();
    Reading asIs = Reading.as(all);
    Reading onScale = onScale();
    Map<String, Map<String, Long>> use = new LinkedHashMap<>();
    long[] prevalence = new long[all.size()];
    units
        .uses(asIs)
        .forEach(
            (annotator, uses) -> {
              use.put(annotator, LabelLines.uses(all, uses));
              for (int i = 0; i < uses.length; i++) {
                prevalence[i] += uses[i];
              }
            });
    long[] confusion = units.confusion(asIs);
    return new StanceSection(
        id,
        target,
        units.name(),
        aboutness(id + "/aboutness", units),
        direction(id + "/direction", units, onScale, fixedDistances()),
        direction(id + "/direction-ordinal", units, onScale, Distance.ordinal()),
        lines.line(id + "/all-labels", units, asIs, Distance.nominal(), covering),
        lines.agreement(units, asIs).gwetAc(AgreementWeights.unweighted(all.size())),
        lines
            .agreement(units, onScale)
            .gwet(
                Measure.GWET_AC2,
                GwetCoefficient.Kind.AC,
                AgreementWeights.quadratic(judging.scale().size())),
        all,
        LabelLines.rows(confusion, all.size()),
        flips(confusion),
        LabelLines.uses(all, prevalence),
        use,
        units.unset());
  }

  /** About the target or not. */
  private ReportLine aboutness(String id, Units units) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String label : judging.labels().names()) {
      names.put(label, label.equals(judging.notAbout()) ? label : ABOUT);
    }
    Reading reading = Reading.renamed(names, Labels.of(ABOUT, judging.notAbout()));
    return lines.line(id, units, reading, Distance.nominal(), covering);
  }

  /** Where both are on the scale; covered are the pairs of values that are. */
  private ReportLine direction(String id, Units units, Reading onScale, Distance distance) {
    return lines.line(
        id,
        units,
        onScale,
        distance,
        (tally, who) ->
            Optional.of(new Coverage(tally.pairsCounted(), tally.pairsSet(), "pairs of values")));
  }

  private Reading onScale() {
    return Reading.as(Labels.of(judging.scale()), Exclusion.Cause.VALUE_OFF_SCALE);
  }

  /** The numbers …, −1, 0, 1, … in order of the scale. */
  private Distance fixedDistances() {
    int size = judging.scale().size();
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = i - (size - 1) / 2.0;
    }
    return Distance.interval(values);
  }

  /** Pairs of values at opposite ends of the scale. */
  private long flips(long[] confusion) {
    int low = judging.labels().code(judging.scale().get(0));
    int high = judging.labels().code(judging.scale().get(judging.scale().size() - 1));
    return confusion[low * judging.labels().size() + high];
  }
}
