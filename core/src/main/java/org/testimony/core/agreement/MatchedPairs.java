package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testimony.core.compare.Comparison;
import org.testimony.core.compare.Mark;
import org.testimony.core.compare.MatchedMarks;
import org.testimony.core.compare.PairComparison;

/**
 * Agreement on a feature of spans that are matched one to one: each matched pair is an item of two
 * values, all pairs of annotators pooled. It is conditional on having been matched, and says how
 * many spans were.
 *
 * @param comparisons the documents
 * @param layer the layer
 * @param feature the feature
 * @param labels its labels in order
 * @param resampling how intervals are made
 */
public record MatchedPairs(
    List<Comparison> comparisons,
    String layer,
    String feature,
    Labels labels,
    Resampling resampling) {

  private static final String UNIT = "matched pair";

  /**
   * What was measured.
   *
   * @param measured the values
   * @param coverage the spans that were matched, of all
   */
  public record Result(Measured measured, Coverage coverage) {}

  /** Alpha with a distance; with its value by label where that is nominal. */
  public Result alpha(Distance distance) {
    Map<List<String>, List<PairComparison>> byPair = new TreeMap<>(MatchedPairs::compare);
    for (Comparison comparison : comparisons) {
      for (PairComparison pair : comparison.pairs(layer)) {
        byPair
            .computeIfAbsent(List.of(pair.left(), pair.right()), p -> new ArrayList<>())
            .add(pair);
      }
    }
    List<PairComparison> all = byPair.values().stream().flatMap(List::stream).toList();
    List<ReportLine.OfPair> pairs = new ArrayList<>();
    byPair.forEach(
        (names, some) ->
            pairs.add(
                new ReportLine.OfPair(
                    names.get(0),
                    names.get(1),
                    agreement(some).alpha(Measure.ALPHA_MATCHED_PAIRS, distance),
                    Optional.of(coverage(some)))));
    PatternAgreement agreement = agreement(all);
    Map<String, Coefficient> byLabel =
        distance instanceof Distance.Nominal
            ? agreement.alphaByLabel(Measure.ALPHA_MATCHED_PAIRS)
            : Map.of();
    return new Result(
        new Measured(
            agreement.alpha(Measure.ALPHA_MATCHED_PAIRS, distance), byLabel, pairs, Map.of()),
        coverage(all));
  }

  private static int compare(List<String> a, List<String> b) {
    int order = a.get(0).compareTo(b.get(0));
    return order != 0 ? order : a.get(1).compareTo(b.get(1));
  }

  private static Coverage coverage(List<PairComparison> pairs) {
    long matched = 0;
    long marks = 0;
    for (PairComparison pair : pairs) {
      matched += 2L * pair.matched().size();
      marks += pair.marks();
    }
    return new Coverage(matched, marks, "marks");
  }

  private PatternAgreement agreement(List<PairComparison> pairs) {
    List<String> names =
        pairs.stream()
            .flatMap(pair -> List.of(pair.left(), pair.right()).stream())
            .distinct()
            .sorted()
            .toList();
    Map<String, String> groups = new LinkedHashMap<>();
    comparisons.forEach(c -> groups.put(c.article().id(), c.article().group()));
    LabelData.Builder data = LabelData.builder(labels, names);
    long unset = 0;
    long several = 0;
    int number = 0;
    for (PairComparison pair : pairs) {
      for (MatchedMarks match : pair.matched()) {
        Map<String, String> values = new LinkedHashMap<>();
        value(match.left()).ifPresent(value -> values.put(pair.left(), value));
        value(match.right()).ifPresent(value -> values.put(pair.right(), value));
        for (Mark mark : List.of(match.left(), match.right())) {
          unset += mark.values(feature).isEmpty() ? 1 : 0;
          several += mark.values(feature).size() > 1 ? 1 : 0;
        }
        data.item(
            Integer.toString(number++),
            pair.article(),
            groups.getOrDefault(pair.article(), pair.article()),
            values);
      }
    }
    List<Exclusion> excluded = new ArrayList<>();
    Coverage coverage = coverage(pairs);
    LabelAgreement.addIfAny(
        excluded, Exclusion.Cause.MARK_NOT_MATCHED, coverage.all() - coverage.covered());
    LabelAgreement.addIfAny(excluded, Exclusion.Cause.VALUE_UNSET, unset);
    LabelAgreement.addIfAny(excluded, Exclusion.Cause.VALUE_WITH_SEVERAL_LABELS, several);
    return new PatternAgreement(UnitCounts.of(data.build()), UNIT, excluded, resampling);
  }

  private Optional<String> value(Mark mark) {
    List<String> values = mark.values(feature);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }
}
