package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Comparing rounds, planning by a pilot, and what would be if. */
class RoundsAndPlansTest {

  private static final Labels XYZ = Labels.of("x", "y", "z");
  private static final List<String> AB = List.of("a", "b");

  private static LabelData data(Random random, String prefix, int documents, int agreeIn10) {
    LabelData.Builder builder = LabelData.builder(XYZ, AB);
    for (int d = 0; d < documents; d++) {
      for (int i = 0; i < 5; i++) {
        String one = XYZ.name(random.nextInt(3));
        String other = random.nextInt(10) < agreeIn10 ? one : XYZ.name(random.nextInt(3));
        builder.item(prefix + d + "." + i, prefix + d, Map.of("a", one, "b", other));
      }
    }
    return builder.build();
  }

  /** All patterns that two labels of three can have, so that both rounds share their columns. */
  private static PatternTable columns() {
    PatternTable.Builder builder = PatternTable.builder(XYZ);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        builder.item(a, b);
      }
    }
    return builder.build();
  }

  @Test
  void seed_81_a_paired_difference_is_narrower_than_two_intervals() {
    LabelData data = data(new Random(81), "d", 40, 7);
    PatternTable table = data.patterns();
    DocumentCounts counts = data.patternsByDocument(table);
    Formula nominal = new KrippendorffAlpha(table, Distance.nominal());
    Formula ordinal = new KrippendorffAlpha(table, Distance.interval(0, 1, 2));
    Resampling resampling = new Resampling(500, 3, 0.95);
    Difference difference = Difference.paired(counts, nominal, counts, ordinal, resampling);
    assertThat(difference.difference().orElseThrow())
        .isEqualTo(
            ordinal.of(counts.total()).value().orElseThrow()
                - nominal.of(counts.total()).value().orElseThrow());
    assertThat(width(difference.uncertainty()))
        .isLessThan(width(resampling.of(counts, nominal)) + width(resampling.of(counts, ordinal)));
    Difference none = Difference.paired(counts, nominal, counts, nominal, resampling);
    assertThat(none.difference()).hasValue(0);
    assertThat(width(none.uncertainty())).isZero();
  }

  private static double width(Uncertainty uncertainty) {
    Interval interval = uncertainty.interval().orElseThrow();
    return interval.high() - interval.low();
  }

  @Test
  void seed_82_permuting_rounds_tells_a_real_change_from_none() {
    PatternTable columns = columns();
    Formula alpha = new KrippendorffAlpha(columns, Distance.nominal());
    Random random = new Random(82);
    DocumentCounts before = data(random, "p", 40, 3).patternsByDocument(columns);
    DocumentCounts after = data(random, "q", 40, 8).patternsByDocument(columns);
    DocumentCounts alike = data(random, "r", 40, 3).patternsByDocument(columns);
    assertThat(Difference.permutationShare(before, after, alpha, 400, 1).orElseThrow())
        .isLessThan(0.01);
    assertThat(Difference.permutationShare(before, alike, alpha, 400, 1).orElseThrow())
        .isGreaterThan(0.05);
    assertThatThrownBy(() -> Difference.permutationShare(before, before, alpha, 10, 1))
        .hasMessageContaining("compared in pairs");
    assertThat(Difference.byRound(List.of(before, after), alpha)).hasSize(2);
  }

  @Test
  void seed_83_more_documents_promise_narrower_intervals() {
    LabelData pilot = data(new Random(83), "d", 30, 7);
    List<Planning.Width> widths =
        Planning.widths(pilot, Distance.nominal(), List.of(10, 40, 160), List.of(2), 400, 0.95, 5);
    assertThat(widths).extracting(Planning.Width::documents).containsExactly(10, 40, 160);
    double ten = widths.get(0).width().orElseThrow();
    double forty = widths.get(1).width().orElseThrow();
    double many = widths.get(2).width().orElseThrow();
    assertThat(forty / ten).isBetween(0.35, 0.7);
    assertThat(many / forty).isBetween(0.35, 0.7);
    assertThatThrownBy(
            () -> Planning.widths(pilot, Distance.nominal(), List.of(10), List.of(3), 10, 0.95, 5))
        .hasMessage("a pilot of 2 annotators plans for 2 to 2, not for 3");
  }

  @Test
  void seed_84_merging_dropping_and_leaving_out_give_new_values_beside_the_old() {
    LabelData data = data(new Random(84), "d", 30, 7);
    WhatIf merged = new WhatIf(Map.of("z", "y"), Set.of(), Set.of(), Optional.empty());
    WhatIf.Values values = merged.alpha(data, Distance.nominal(), "item", Resampling.none());
    assertThat(values.before()).isEqualTo(Fixtures.agreement(data).alpha(Distance.nominal()));
    assertThat(values.after().value().orElseThrow())
        .as("x against y and z together")
        .isEqualTo(Fixtures.agreement(data).alphaByLabel().get("x").value().orElseThrow());
    WhatIf dropped = new WhatIf(Map.of(), Set.of("z"), Set.of(), Optional.empty());
    Coefficient after = dropped.alpha(data, Distance.nominal(), "item", Resampling.none()).after();
    assertThat(after.basis().n().items()).isLessThan(150);
    WhatIf alone = new WhatIf(Map.of(), Set.of(), Set.of("b"), Optional.empty());
    assertThat(alone.alpha(data, Distance.nominal(), "item", Resampling.none()).after())
        .isInstanceOf(Coefficient.Undefined.class);
    WhatIf ordered = new WhatIf(Map.of(), Set.of(), Set.of(), Optional.of(Distance.ordinal()));
    assertThat(
            ordered
                .alpha(data, Distance.nominal(), "item", Resampling.none())
                .after()
                .basis()
                .scale())
        .isEqualTo("ordinal");
  }

  /**
   * Documents 0, 1, 2 against 10, 11: of the 10 divisions into three and two only the given one is
   * as far apart, so about one random division in ten is; with the given one counted (1 + 100) /
   * 1001.
   */
  @Test
  void the_share_of_permutations_is_that_of_all_divisions() {
    DocumentCounts.Builder before = DocumentCounts.builder(2);
    DocumentCounts.Builder after = DocumentCounts.builder(2);
    for (int d = 0; d < 3; d++) {
      before.add("p" + d, 0, d).add("p" + d, 1, 1);
    }
    for (int d = 10; d < 12; d++) {
      after.add("q" + d, 0, d).add("q" + d, 1, 1);
    }
    Formula mean = counts -> Estimate.plain((double) counts[0] / counts[1]);
    double share =
        Difference.permutationShare(before.build(), after.build(), mean, 1000, 5).orElseThrow();
    assertThat(share).isBetween(0.07, 0.13);
    assertThat(Difference.permutationShare(before.build(), after.build(), mean, 0, 5)).hasValue(1);
    assertThat(Difference.permutationShare(before.build(), after.build(), mean, 1, 5).orElseThrow())
        .isIn(0.5, 1.0);
    assertThat(Difference.byRound(List.of(before.build(), after.build()), mean))
        .containsExactly(Estimate.plain(1), Estimate.plain(10.5));
  }
}
