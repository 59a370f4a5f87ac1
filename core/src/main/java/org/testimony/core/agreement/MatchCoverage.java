package org.testimony.core.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testimony.core.compare.Comparison;
import org.testimony.core.compare.PairComparison;

/** How many of the marks of a layer found a partner, over all pairs of annotators and for each. */
final class MatchCoverage {

  private final Map<List<String>, long[]> byPair = new HashMap<>();

  MatchCoverage(List<Comparison> comparisons, String layer) {
    for (Comparison comparison : comparisons) {
      for (PairComparison pair : comparison.pairs(layer)) {
        long[] sums = byPair.computeIfAbsent(List.of(pair.left(), pair.right()), p -> new long[2]);
        sums[0] += 2L * pair.matched().size();
        sums[1] += pair.marks();
      }
    }
  }

  /** Matched marks of all marks; of one pair, or of all pairs for {@link LabelLines#EVERYBODY}. */
  Coverage of(List<String> who) {
    long[] sums = new long[2];
    byPair.forEach(
        (pair, counts) -> {
          if (who.isEmpty() || who.equals(pair)) {
            sums[0] += counts[0];
            sums[1] += counts[1];
          }
        });
    return new Coverage(sums[0], sums[1], "marks");
  }

  LabelLines.Covering covering() {
    return (tally, who) -> Optional.of(of(who));
  }

  LabelLines.Excluding excluding() {
    return who -> {
      long alone = of(who).all() - of(who).covered();
      return alone == 0
          ? List.of()
          : List.of(new Exclusion(Exclusion.Cause.MARK_NOT_MATCHED, alone));
    };
  }
}
