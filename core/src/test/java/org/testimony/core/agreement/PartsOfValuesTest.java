package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
