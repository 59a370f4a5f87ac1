package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for any labels, on seeded random data. */
class LabelLawsTest {

  private static final Labels LABELS = Labels.of("a", "b", "c", "d");

  /** Items of 0 to 6 values, skewed. */
  private static List<int[]> items(Random random, int number) {
    List<int[]> items = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int[] values = new int[random.nextInt(7)];
      int base = random.nextInt(4);
      for (int v = 0; v < values.length; v++) {
        values[v] = random.nextInt(3) == 0 ? random.nextInt(4) : base;
      }
      items.add(values);
    }
    return items;
  }

  private static PatternTable table(List<int[]> items) {
    PatternTable.Builder builder = PatternTable.builder(LABELS);
    items.forEach(builder::item);
    return builder.build();
  }

  private static Estimate alpha(PatternTable table, Distance distance) {
    return new KrippendorffAlpha(table, distance).of(table.counts());
  }

  /** Alpha from its definition: every ordered pair of values looked at by itself. */
  private static double alphaByDefinition(List<int[]> items, Distance.Between distance) {
    List<Integer> all = new ArrayList<>();
    double observed = 0;
    for (int[] item : items) {
      for (int i = 0; item.length > 1 && i < item.length; i++) {
        all.add(item[i]);
        for (int j = 0; j < item.length; j++) {
          observed += i == j ? 0 : distance.of(item[i], item[j]) / (item.length - 1);
        }
      }
    }
    double expected = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        expected += i == j ? 0 : distance.of(all.get(i), all.get(j)) / (all.size() - 1);
      }
    }
    return 1 - observed / expected;
  }

  @Test
  void seed_11_alpha_is_what_its_definition_says() {
    Random random = new Random(11);
    List<Distance> distances =
        List.of(
            Distance.nominal(),
            Distance.ordinal(),
            Distance.interval(-1, 0, 2, 7.5),
            Distance.ratio(0, 1, 2, 7.5));
    for (int round = 0; round < 20; round++) {
      List<int[]> items = items(random, 30);
      PatternTable table = table(items);
      PatternTable pairable = table(items.stream().filter(i -> i.length > 1).toList());
      for (Distance distance : distances) {
        assertThat(alpha(table, distance).value().orElseThrow())
            .as(distance.id())
            .isCloseTo(
                alphaByDefinition(items, distance.given(pairable.labelTotals())), within(1e-12));
      }
    }
  }

  @Test
  void seed_12_order_and_partition_never_change_a_bit() {
    Random random = new Random(12);
    for (int round = 0; round < 20; round++) {
      List<int[]> items = items(random, 200);
      PatternTable whole = table(items);
      Collections.shuffle(items, random);
      int cut = random.nextInt(items.size());
      PatternTable first = table(items.subList(0, cut));
      PatternTable second = table(items.subList(cut, items.size()));
      assertThat(first.merge(second)).isEqualTo(whole).isEqualTo(second.merge(first));
      assertThat(first.merge(second).encode()).isEqualTo(whole.encode());
      for (Distance distance :
          List.of(Distance.nominal(), Distance.ordinal(), Distance.interval(0.1, 0.2, 0.7, 1))) {
        assertThat(alpha(first.merge(second), distance)).isEqualTo(alpha(whole, distance));
      }
    }
  }

  @Test
  void seed_13_merging_is_associative_and_the_empty_table_neutral() {
    Random random = new Random(13);
    PatternTable a = table(items(random, 50));
    PatternTable b = table(items(random, 50));
    PatternTable c = table(items(random, 50));
    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    assertThat(a.merge(PatternTable.empty(LABELS))).isEqualTo(a);
    assertThatThrownBy(() -> a.merge(PatternTable.empty(Labels.of("x"))))
        .hasMessageContaining("do not merge");
  }

  @Test
  void seed_14_tables_survive_their_bytes() {
    PatternTable table = table(items(new Random(14), 100));
    assertThat(PatternTable.decode(table.encode())).isEqualTo(table);
    byte[] cut = java.util.Arrays.copyOf(table.encode(), table.encode().length - 1);
    assertThatThrownBy(() -> PatternTable.decode(cut)).hasMessageContaining("cut short");
    PairTable pairs = pairs(new Random(14), 100);
    assertThat(PairTable.decode(pairs.encode())).isEqualTo(pairs);
    assertThatThrownBy(() -> PairTable.decode(table.encode()))
        .hasMessageContaining("expected testimony-pairs version 1, found testimony-patterns");
  }

  private static PairTable pairs(Random random, int items) {
    PairTable.Builder builder = PairTable.builder(LABELS, List.of("p", "q", "r"));
    for (int i = 0; i < items; i++) {
      builder.item(random.nextInt(5) - 1, random.nextInt(5) - 1, random.nextInt(5) - 1);
    }
    return builder.build();
  }

  @Test
  void seed_15_pair_tables_merge_and_turn() {
    Random random = new Random(15);
    PairTable a = pairs(random, 50);
    PairTable b = pairs(random, 50);
    assertThat(a.merge(b)).isEqualTo(b.merge(a));
    long[] there = a.table("p", "r");
    long[] back = a.table("r", "p");
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(back[j * 4 + i]).isEqualTo(there[i * 4 + j]);
      }
    }
  }

  @Test
  void seed_16_items_with_one_value_change_nothing() {
    List<int[]> items = items(new Random(16), 100);
    Estimate before = alpha(table(items), Distance.nominal());
    for (int code = 0; code < 4; code++) {
      items.add(new int[] {code});
    }
    assertThat(alpha(table(items), Distance.nominal())).isEqualTo(before);
  }

  @Test
  void seed_17_renaming_labels_does_not_change_a_bit_of_nominal_alpha() {
    Random random = new Random(17);
    List<int[]> items = items(random, 100);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
    Collections.shuffle(order, random);
    List<int[]> renamed =
        items.stream()
            .map(item -> java.util.Arrays.stream(item).map(order::get).toArray())
            .toList();
    assertThat(alpha(table(renamed), Distance.nominal()))
        .isEqualTo(alpha(table(items), Distance.nominal()));
  }

  @Test
  void seed_18_agreement_is_1_exactly_when_all_agree_and_never_above() {
    Random random = new Random(18);
    for (int round = 0; round < 50; round++) {
      List<int[]> items = items(random, 40);
      PatternTable table = table(items);
      Estimate alpha = alpha(table, Distance.nominal());
      boolean differs =
          items.stream().anyMatch(i -> java.util.Arrays.stream(i).distinct().count() > 1);
      assertThat(alpha.value().orElseThrow()).isLessThanOrEqualTo(1);
      assertThat(alpha.value().orElseThrow() == 1).isEqualTo(!differs);
    }
  }

  @Test
  void seed_19_interval_alpha_does_not_change_with_origin_and_unit() {
    List<int[]> items = items(new Random(19), 100);
    PatternTable table = table(items);
    assertThat(alpha(table, Distance.interval(5, 7, 9, 11)).value().orElseThrow())
        .isCloseTo(
            alpha(table, Distance.interval(0, 1, 2, 3)).value().orElseThrow(), within(1e-12));
  }

  @Test
  void distances_refuse_what_is_none() {
    assertThatThrownBy(() -> Distance.interval(Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> Distance.ratio(-1)).hasMessageContaining("starts at 0");
    assertThatThrownBy(
            () -> new Distance.Custom("d", List.of(List.of(0.0, 1.0), List.of(2.0, 0.0))))
        .hasMessage("distance d is 2.0 from label 1 to 0 and 1.0 back");
  }
}
