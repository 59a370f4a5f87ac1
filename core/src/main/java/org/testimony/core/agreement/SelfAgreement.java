package org.testimony.core.agreement;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far each annotator agrees with themselves on items that they were given twice without being
 * told: alpha and percent agreement of first and second labels.
 *
 * <p>Items are the same where their ids are equal. An annotator who labelled no item twice has
 * NO_PAIRABLE_VALUES. Nobody can be expected to agree with others more than with themselves, so
 * this is the height that agreement can reach. Never the only ground to dismiss a person.
 *
 * @param alpha annotator to alpha of first and second labels
 * @param percent annotator to the share of items with the same label twice
 */
public record SelfAgreement(Map<String, Coefficient> alpha, Map<String, Coefficient> percent) {

  private static final List<String> TIMES = List.of("first", "second");

  /** Agreement of each annotator of the first labels with themselves. */
  public static SelfAgreement of(
      LabelData first, LabelData second, Distance distance, String unit, Resampling resampling) {
    if (!first.labels().equals(second.labels())) {
      throw new IllegalArgumentException(
          "labels %s and %s cannot be laid side by side"
              .formatted(first.labels(), second.labels()));
    }
    Map<String, Coefficient> alpha = new LinkedHashMap<>();
    Map<String, Coefficient> percent = new LinkedHashMap<>();
    for (String annotator : first.annotators()) {
      LabelAgreement agreement =
          new LabelAgreement(twice(first, second, annotator), unit, List.of(), resampling);
      alpha.put(annotator, agreement.alpha(distance));
      percent.put(annotator, agreement.percent());
    }
    return new SelfAgreement(alpha, percent);
  }

  /** The items that an annotator labelled both times, as if by two people. */
  private static LabelData twice(LabelData first, LabelData second, String annotator) {
    Map<String, String> again = new HashMap<>();
    for (Observation observation : second.observations()) {
      if (observation.annotator().equals(annotator)) {
        again.put(observation.item(), observation.label());
      }
    }
    int self = first.annotators().indexOf(annotator);
    LabelData.Builder both = LabelData.builder(first.labels(), TIMES);
    for (LabelData.Item item : first.items()) {
      Optional<String> later = Optional.ofNullable(again.get(item.id()));
      if (item.has(self) && later.isPresent()) {
        both.item(
            item.id(),
            item.document(),
            item.group(),
            Map.of(TIMES.get(0), first.labels().name(item.code(self)), TIMES.get(1), later.get()));
      }
    }
    return both.build();
  }
}
