package org.testimony.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void refuses_an_empty_range() {
    assertThatThrownBy(() -> Span.of(3, 3)).hasMessage("span [3, 3) is empty");
  }

  @Test
  void refuses_a_reversed_range() {
    assertThatThrownBy(() -> Span.of(7, 3)).hasMessage("span [7, 3) ends before it starts");
  }

  @Test
  void refuses_a_negative_begin() {
    assertThatThrownBy(() -> Span.of(-1, 3)).hasMessage("span [-1, 3) begins before the text");
  }

  @Test
  void sorts_fragments_and_merges_touching_ones() {
    Span span = new Span(List.of(new Fragment(8, 9), new Fragment(0, 2), new Fragment(2, 5)));
    assertThat(span.fragments()).containsExactly(new Fragment(0, 5), new Fragment(8, 9));
    assertThat(span.length()).isEqualTo(6);
    assertThat(span.begin()).isZero();
    assertThat(span.end()).isEqualTo(9);
    assertThat(span.isContinuous()).isFalse();
  }

  @Test
  void refuses_overlapping_fragments() {
    assertThatThrownBy(() -> new Span(List.of(new Fragment(0, 3), new Fragment(2, 5))))
        .hasMessage("fragments [0, 3) and [2, 5) overlap");
  }

  @Test
  void refuses_none_and_more_than_sixteen_fragments() {
    assertThatThrownBy(() -> new Span(List.of())).hasMessageContaining("at least one");
    List<Fragment> many = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      many.add(new Fragment(3 * i, 3 * i + 1));
    }
    assertThatThrownBy(() -> new Span(many)).hasMessageContaining("at most 16");
    assertThat(new Span(many.subList(0, 16)).fragments()).hasSize(16);
  }

  @Test
  void overlap_equals_the_shared_characters_in_2000_random_pairs_seed_11() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      Span a = random(random);
      Span b = random(random);
      BitSet shared = bits(a);
      shared.and(bits(b));
      assertThat(a.overlap(b)).as("%s and %s", a, b).isEqualTo(shared.cardinality());
      assertThat(b.overlap(a)).isEqualTo(a.overlap(b));
      assertThat(a.overlap(a)).isEqualTo(a.length());
    }
  }

  private static Span random(Random random) {
    List<Fragment> fragments = new ArrayList<>();
    int at = random.nextInt(5);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int end = at + 1 + random.nextInt(6);
      fragments.add(new Fragment(at, end));
      at = end + random.nextInt(4);
    }
    return new Span(fragments);
  }

  private static BitSet bits(Span span) {
    BitSet bits = new BitSet();
    span.fragments().forEach(f -> bits.set(f.begin(), f.end()));
    return bits;
  }

  @Test
  void orders_by_begin_then_end_then_fragments() {
    Span whole = Span.of(0, 10);
    Span broken = new Span(List.of(new Fragment(0, 2), new Fragment(5, 10)));
    assertThat(List.of(Span.of(1, 2), whole, broken, Span.of(0, 3)).stream().sorted())
        .containsExactly(Span.of(0, 3), broken, whole, Span.of(1, 2));
  }
}
