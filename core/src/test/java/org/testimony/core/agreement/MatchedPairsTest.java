package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.Comparison;
import org.testimony.core.compare.ComparisonRules;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.Span;

/** Alpha on the values of matched spans. */
class MatchedPairsTest {

  private static Mark mark(String id, int begin, int end, String... values) {
    return new Mark(id, "L", Span.of(begin, end), Map.of("f", List.of(values)));
  }

  private static AnnotatorSet set(String annotator, Mark... marks) {
    return new AnnotatorSet(annotator, List.of(marks), List.of(), List.of(), List.of());
  }

  private static MatchedPairs.Result measured(Distance distance, AnnotatorSet... sets) {
    ComparedArticle article = ComparedArticle.of("d", 100, List.of(sets));
    Comparison comparison =
        Comparison.of(article, new ComparisonRules("c", "s", "", Optional.empty(), 0.5));
    return new MatchedPairs(List.of(comparison), "L", "f", Labels.of("x", "y"), Resampling.none())
        .alpha(distance);
  }

  @Test
  void each_matched_pair_is_an_item_and_the_rest_is_counted() {
    MatchedPairs.Result result =
        measured(
            Distance.nominal(),
            set(
                "a",
                mark("1", 0, 10, "x"),
                mark("2", 20, 30, "y"),
                mark("3", 40, 50, "x"),
                mark("4", 60, 70),
                mark("5", 80, 90, "x", "y")),
            set(
                "b",
                mark("1", 0, 9, "x"),
                mark("2", 20, 30, "y"),
                mark("3", 44, 50, "y"),
                mark("4", 60, 70, "x"),
                mark("5", 80, 90, "x"),
                mark("6", 95, 99, "x")));
    Coefficient alpha = result.measured().overall();
    assertThat(alpha.basis().measure()).isEqualTo(Measure.ALPHA_MATCHED_PAIRS);
    assertThat(alpha.basis().n().items()).isEqualTo(3);
    assertThat(alpha.value().orElseThrow())
        .as("values x x, y y, x y: Do = 2 of 6, De = 2 · 3 · 3 / (6 · 5)")
        .isCloseTo(1 - (2.0 / 6) / (18.0 / 30), within(1e-12));
    assertThat(alpha.basis().excluded())
        .contains(
            new Exclusion(Exclusion.Cause.MARK_NOT_MATCHED, 1),
            new Exclusion(Exclusion.Cause.VALUE_UNSET, 1),
            new Exclusion(Exclusion.Cause.VALUE_WITH_SEVERAL_LABELS, 1));
    assertThat(result.coverage()).isEqualTo(new Coverage(10, 11, "marks"));
    assertThat(result.measured().byLabel()).containsOnlyKeys("x", "y");
  }

  @Test
  void pairs_of_annotators_are_pooled_and_stand_apart_with_their_coverage() {
    MatchedPairs.Result result =
        measured(
            Distance.ordinal(),
            set("a", mark("1", 0, 10, "x")),
            set("b", mark("1", 0, 10, "y")),
            set("c", mark("1", 50, 60, "y")));
    assertThat(result.coverage()).isEqualTo(new Coverage(2, 6, "marks"));
    assertThat(result.measured().byPair())
        .extracting(ReportLine.OfPair::left, ReportLine.OfPair::right)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", "b"),
            org.assertj.core.groups.Tuple.tuple("a", "c"),
            org.assertj.core.groups.Tuple.tuple("b", "c"));
    assertThat(result.measured().byPair().get(1).coverage()).contains(new Coverage(0, 2, "marks"));
    assertThat(result.measured().byLabel()).isEmpty();
  }
}
