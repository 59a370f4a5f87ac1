package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How agreement and the use of labels change from round to round, over all and for each annotator.
 *
 * @param rounds the rounds in order
 */
public record Drift(List<Round> rounds) {

  /** Copies the rounds. */
  public Drift {
    rounds = List.copyOf(rounds);
  }

  /**
   * One round.
   *
   * @param name its name
   * @param all alpha over all annotators
   * @param againstRest annotator to alpha with all others pooled
   * @param use annotator to label to number of items
   */
  public record Round(
      String name,
      Coefficient all,
      Map<String, Coefficient> againstRest,
      Map<String, Map<String, Long>> use) {}

  /** The rounds in the order given, each with its labels. */
  public static Drift of(
      Map<String, LabelData> rounds, Distance distance, String unit, Resampling resampling) {
    List<Round> list = new ArrayList<>();
    new LinkedHashMap<>(rounds)
        .forEach(
            (name, data) -> {
              AnnotatorTable table = AnnotatorTable.of(data, distance, unit, resampling);
              LabelAgreement agreement = new LabelAgreement(data, unit, List.of(), resampling);
              list.add(new Round(name, agreement.alpha(distance), table.againstRest(), use(data)));
            });
    return new Drift(list);
  }

  private static Map<String, Map<String, Long>> use(LabelData data) {
    PairTable pairs = data.pairs();
    Map<String, Map<String, Long>> use = new LinkedHashMap<>();
    for (String annotator : data.annotators()) {
      use.put(annotator, LabelLines.uses(data.labels(), pairs.uses(annotator)));
    }
    return use;
  }
}
