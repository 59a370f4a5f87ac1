package org.testimony.core.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How each annotator stands to the others. Never the only ground to dismiss a person.
 *
 * @param againstRest annotator to alpha of that person's labels with those of each other on the
 *     same item, all others pooled
 * @param withoutOne annotator to alpha of all others without that person
 */
public record AnnotatorTable(
    Map<String, Coefficient> againstRest, Map<String, Coefficient> withoutOne) {

  /** The table for nominal labels or any distance. */
  public static AnnotatorTable of(
      LabelData data, Distance distance, String unit, Resampling resampling) {
    Map<String, Coefficient> against = new LinkedHashMap<>();
    Map<String, Coefficient> without = new LinkedHashMap<>();
    for (String annotator : data.annotators()) {
      against.put(
          annotator,
          new LabelAgreement(againstRest(data, annotator), unit, List.of(), resampling)
              .alpha(distance));
      List<String> others =
          data.annotators().stream().filter(other -> !other.equals(annotator)).toList();
      without.put(
          annotator,
          new LabelAgreement(data.only(others), unit, List.of(), resampling).alpha(distance));
    }
    return new AnnotatorTable(against, without);
  }

  /** An item for each label of another annotator beside a label of this one. */
  static LabelData againstRest(LabelData data, String annotator) {
    int self = data.annotators().indexOf(annotator);
    LabelData.Builder builder =
        LabelData.builder(data.labels(), List.of(annotator, annotator + " (others)"));
    for (LabelData.Item item : data.items()) {
      for (int other = 0; item.has(self) && other < data.annotators().size(); other++) {
        if (other != self && item.has(other)) {
          builder.addLike(item, new int[] {item.code(self), item.code(other)});
        }
      }
    }
    return builder.build();
  }
}
