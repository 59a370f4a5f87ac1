package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/** Observed and expected parts by hand, and counts above one, which single items do not show. */
class PartsOfValuesTest {

  private static final Labels ABC = Labels.of("a", "b", "c");

  /**
   * One article: three items a, a; two items a, b; one item a, b, b. Values a 3·2 + 2 + 1 = 9, b 2
   * + 2 = 4, n = 13. n Do = 2 · 2 + 2 · 1 · 2 / 2 = 6, n De = 2 · 9 · 4 / 12 = 6.
   */
  @Test
  void local_chance_counts_items_with_equal_patterns_as_often_as_there_are() {
    PatternTable table =
        PatternTable.builder(ABC)
            .items(new int[] {2, 0, 0}, 3)
            .items(new int[] {1, 1, 0}, 2)
            .items(new int[] {1, 2, 0}, 1)
            .items(new int[] {0, 0, 1}, 5)
            .build();
    LocalChanceAlpha alpha =
        LocalChanceAlpha.of(List.of(new LocalChanceAlpha.Document("d", table)));
    Estimate estimate = alpha.of(alpha.counts().total());
    assertThat(estimate.value().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(estimate.observed().orElseThrow()).isCloseTo(6.0 / 13, within(1e-12));
    assertThat(estimate.expected().orElseThrow()).isCloseTo(6.0 / 13, within(1e-12));
    assertThat(table.labelTotals()).isEqualTo(new long[] {9, 4, 5});
    assertThat(table.mostValues()).isEqualTo(3);
  }

  @Test
  void local_chance_without_variation_shows_that_nothing_differed() {
    PatternTable table = PatternTable.builder(ABC).item(0, 0).item(0, 0).build();
    LocalChanceAlpha alpha =
        LocalChanceAlpha.of(List.of(new LocalChanceAlpha.Document("d", table)));
    Estimate estimate = alpha.of(alpha.counts().total());
    assertThat(estimate.undefined()).contains(Reason.NO_VARIATION);
    assertThat(estimate.observed()).hasValue(0);
    assertThat(estimate.expected()).hasValue(0);
  }

  /** Two articles of different sizes: fractions with different denominators are kept apart. */
  @Test
  void local_chance_adds_fractions_of_articles_of_any_size() {
    PatternTable small = PatternTable.builder(ABC).item(0, 1).item(1, 1).build();
    PatternTable large =
        PatternTable.builder(ABC).item(0, 0, 1).item(1, 1, 2).item(2, 2, 2).item(0, 2).build();
    double expected = 2.0 * 3 / 3 + 2.0 * (3 * 3 + 3 * 5 + 3 * 5) / 10;
    LocalChanceAlpha both =
        LocalChanceAlpha.of(
            List.of(
                new LocalChanceAlpha.Document("d", small),
                new LocalChanceAlpha.Document("e", large)));
    assertThat(both.of(both.counts().total()).value().orElseThrow())
        .as("n Do 2 and 4/2 + 4/2 + 2; values b 3, a 1 and a 3, b 3, c 5")
        .isCloseTo(1 - (2 + 6) / expected, within(1e-12));
  }

  @Test
  void fleiss_without_variation_shows_full_agreement_and_full_chance() {
    PatternTable table = PatternTable.builder(ABC).item(0, 0, 0).item(0, 0, 0).build();
    Estimate estimate = new FleissKappa(table, 3).of(table.counts());
    assertThat(estimate.undefined()).contains(Reason.NO_VARIATION);
    assertThat(estimate.observed()).hasValue(1);
    assertThat(estimate.expected()).hasValue(1);
  }

  private static LabelData.Builder conger(List<String> people) {
    return LabelData.builder(ABC, people)
        .item("1", "1", Map.of("p", "a", "q", "a"))
        .item("2", "2", Map.of("p", "b", "q", "a"))
        .item("3", "3", Map.of("p", "b", "q", "b"));
  }

  /** Po = 2/3; p uses a 1/3, b 2/3, q a 2/3, b 1/3: Pe = 4/9, kappa (2/3 − 4/9) / (5/9) = .4. */
  @Test
  void conger_leaves_out_who_gave_no_label_and_items_that_nobody_labelled() {
    AgreementWeights plain = AgreementWeights.unweighted(3);
    LabelAgreement two = Fixtures.agreement(conger(List.of("p", "q")).build());
    LabelAgreement more =
        Fixtures.agreement(conger(List.of("p", "q", "silent")).item("4", "4", Map.of()).build());
    assertThat(two.congerKappa(plain).value().orElseThrow()).isCloseTo(0.4, within(1e-12));
    assertThat(more.congerKappa(plain).value()).isEqualTo(two.congerKappa(plain).value());
    assertThat(((Coefficient.Defined) more.congerKappa(plain)).standardError())
        .isEqualTo(((Coefficient.Defined) two.congerKappa(plain)).standardError());
  }

  @Test
  void two_items_are_enough_for_a_standard_error_and_one_is_not() {
    LabelData.Builder data = LabelData.builder(ABC, List.of("p", "q"));
    data.item("1", "1", Map.of("p", "a", "q", "a")).item("2", "2", Map.of("p", "b", "q", "a"));
    LabelAgreement two = Fixtures.agreement(data.build());
    AgreementWeights plain = AgreementWeights.unweighted(3);
    for (Coefficient one : List.of(two.gwetAc(plain), two.congerKappa(plain), two.percent())) {
      assertThat(((Coefficient.Defined) one).standardError()).isPresent();
    }
    LabelAgreement single =
        Fixtures.agreement(
            LabelData.builder(ABC, List.of("p", "q"))
                .item("1", "1", Map.of("p", "a", "q", "b"))
                .build());
    for (Coefficient one : List.of(single.gwetAc(plain), single.congerKappa(plain))) {
      assertThat(((Coefficient.Defined) one).standardError()).isEmpty();
    }
  }

  private static final List<String> PQ = List.of("p", "q");

  private static SpanDocument.Labelled span(String who, String id, int begin, String label) {
    return new SpanDocument.Labelled(who, id, Span.of(begin, begin + 10), label);
  }

  /** p: claim at 0, speaker at 20, cue at 40; q: speaker at 0, speaker at 20, time at 60. */
  @Test
  void spans_of_different_labels_never_meet_and_all_labels_of_both_sides_count() {
    SpanDocument document =
        new SpanDocument(
            "d",
            "d",
            100,
            PQ,
            List.of(
                span("p", "1", 0, "claim"),
                span("p", "2", 20, "speaker"),
                span("p", "3", 40, "cue"),
                span("q", "1", 0, "speaker"),
                span("q", "2", 20, "speaker"),
                span("q", "3", 60, "time")));
    assertThat(SpanMatchCounts.of(document, "p", "q", 0.5))
        .isEqualTo(new SpanMatchCounts(1, 1, 3, 3, 10, 30, 30));
  }

  @Test
  void seed_125_the_tables_of_four_annotators_are_those_of_each_pair() {
    Random random = new Random(125);
    List<String> four = List.of("a", "b", "c", "d");
    PairTable.Builder builder = PairTable.builder(ABC, four);
    long[][][] expected = new long[4][4][9];
    for (int i = 0; i < 60; i++) {
      int[] codes = random.ints(4, -1, 3).toArray();
      builder.item(codes);
      for (int a = 0; a < 4; a++) {
        for (int b = 0; b < 4; b++) {
          if (codes[a] >= 0 && codes[b] >= 0) {
            expected[a][b][codes[a] * 3 + codes[b]]++;
          }
        }
      }
    }
    PairTable table = builder.build();
    assertThat(table.labels()).isEqualTo(ABC);
    assertThat(table.annotators()).isEqualTo(four);
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        if (a != b) {
          assertThat(table.table(four.get(a), four.get(b))).isEqualTo(expected[a][b]);
        }
      }
    }
  }

  /** Printed intervals must come out again with every later version. */
  @Test
  void the_draws_of_a_seed_are_fixed_for_ever() {
    StringBuilder draws = new StringBuilder();
    for (int replicate = 0; replicate < 24; replicate++) {
      draws.append(PoissonWeights.draw(42, replicate, PoissonWeights.key("document")));
    }
    assertThat(draws).hasToString("120140001001010101000102");
    StringBuilder others = new StringBuilder();
    SplitMix sequence = PoissonWeights.sequence(42, 3, 7);
    for (int i = 0; i < 12; i++) {
      others.append(sequence.below(10));
    }
    assertThat(others).hasToString("480391107119");
  }

  /** The first column as value, none below a limit. */
  private static Formula undefinedBelow(long limit) {
    return counts ->
        counts[0] < limit ? Estimate.undefined(Reason.NO_DATA) : Estimate.plain((double) counts[0]);
  }

  @Test
  void one_replicate_in_twenty_may_lack_a_value_and_not_one_more() {
    DocumentCounts.Builder builder = DocumentCounts.builder(1);
    for (int d = 0; d < 40; d++) {
      builder.add("d" + d, 0, 1);
    }
    DocumentCounts counts = builder.build();
    Resampling resampling = new Resampling(1000, 11, 0.95);
    double[] sorted = resampling.replicateValues(counts, undefinedBelow(0));
    assertThat(sorted).hasSize(1000);
    boolean few = false;
    boolean many = false;
    for (long limit = (long) sorted[0]; limit <= sorted[200]; limit++) {
      long bound = limit;
      long missing = Arrays.stream(sorted).filter(value -> value < bound).count();
      boolean valueIsThere = undefinedBelow(limit).of(counts.total()).value().isPresent();
      Uncertainty uncertainty = resampling.of(counts, undefinedBelow(limit));
      assertThat(uncertainty.interval().isPresent()).isEqualTo(valueIsThere && missing <= 50);
      few |= missing > 0 && missing <= 50;
      many |= missing > 50;
    }
    assertThat(few && many).isTrue();
    assertThat(resampling.replicates()).isEqualTo(1000);
    assertThat(resampling.seed()).isEqualTo(11);
    assertThat(resampling.level()).isEqualTo(0.95);
  }

  @Test
  void thirty_documents_have_a_jackknife_beside_and_thirty_one_have_none() {
    for (int documents : new int[] {10, 30, 31}) {
      DocumentCounts.Builder builder = DocumentCounts.builder(2);
      for (int d = 0; d < documents; d++) {
        builder.add("d" + d, d % 2, 1);
      }
      Uncertainty.Known known =
          (Uncertainty.Known)
              new Resampling(100, 3, 0.9)
                  .of(builder.build(), c -> Estimate.plain(c[0] + 2.0 * c[1]));
      assertThat(known.beside()).hasSize(documents <= 30 ? 1 : 0);
      assertThat(known.first().level()).isEqualTo(0.9);
    }
  }

  /** 20,001 documents, each with one item that differs and four that do not: 1 − .2 / .5. */
  @Test
  void very_many_documents_of_several_items_are_drawn_with_all_their_items() {
    PatternTable table = PatternTable.builder(ABC).item(0, 0).item(0, 1).item(1, 1).build();
    DocumentCounts.Builder builder = DocumentCounts.builder(3);
    for (int d = 0; d < 20_001; d++) {
      builder.add("d" + d, 0, 2).add("d" + d, 1, 1).add("d" + d, 2, 2);
    }
    Interval interval =
        new Resampling(50, 3, 0.95)
            .of(builder.build(), new FleissKappa(table, 2))
            .interval()
            .orElseThrow();
    assertThat(interval.low()).isCloseTo(0.6, within(1e-9));
    assertThat(interval.high()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void merged_counts_are_those_of_both() {
    DocumentCounts one = DocumentCounts.builder(2).add("d1", 0, 3).add("d2", 1, 5).build();
    DocumentCounts other = DocumentCounts.builder(2).add("d2", 1, 7).add("d3", 0, 11).build();
    DocumentCounts both = one.merge(other);
    assertThat(both)
        .isEqualTo(
            DocumentCounts.builder(2).add("d1", 0, 3).add("d2", 1, 12).add("d3", 0, 11).build());
    assertThat(both).isEqualTo(other.merge(one)).isNotEqualTo(one).isNotEqualTo(other);
  }

  /** Sums beyond 2^31 must not wrap: a thousand million times the counts give the same interval. */
  @Test
  void great_counts_have_the_interval_of_small_ones() {
    Interval small = f1Interval(1);
    Interval great = f1Interval(1_000_000_000L);
    assertThat(great.low()).isEqualTo(small.low());
    assertThat(great.high()).isEqualTo(small.high());
    assertThat(small.low()).isBetween(0.4, 0.6);
    assertThat(small.high()).isBetween(0.6, 0.8);
  }

  private static Interval f1Interval(long times) {
    DocumentCounts.Builder counts = DocumentCounts.builder(F1.COLUMNS);
    for (int d = 0; d < 40; d++) {
      counts.add("d" + d, 0, times * (d % 4));
      counts.add("d" + d, 1, times * 5);
    }
    return new Measuring(Measure.F1_EXACT, "exact", "span", new SampleSize(40, 1, 1, 2), List.of())
        .of(counts.build(), new F1(), new Resampling(1000, 7, 0.95))
        .uncertainty()
        .interval()
        .orElseThrow();
  }
}
