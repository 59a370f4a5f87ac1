package org.testimony.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

class OneToOneMatchingTest {

  private static List<String> match(List<Span> left, List<Span> right, double threshold) {
    return OneToOneMatching.of(left, right, threshold).stream()
        .map(m -> m.left() + "-" + m.right())
        .toList();
  }

  @Test
  void a_span_is_matched_once() {
    assertThat(match(List.of(Span.of(0, 10)), List.of(Span.of(0, 6), Span.of(0, 9)), 0.5))
        .containsExactly("0-1");
  }

  @Test
  void half_is_enough_and_a_hair_less_is_not() {
    assertThat(match(List.of(Span.of(0, 10)), List.of(Span.of(0, 5)), 0.5)).hasSize(1);
    assertThat(match(List.of(Span.of(0, 10)), List.of(Span.of(0, 4)), 0.5)).isEmpty();
    assertThat(match(List.of(Span.of(0, 1001)), List.of(Span.of(0, 500)), 0.5)).isEmpty();
    assertThat(match(List.of(Span.of(0, 10)), List.of(Span.of(0, 7)), 0.7)).hasSize(1);
  }

  /** Greedy takes the best pair first and leaves the other two alone: .9 against .8 + .8. */
  @Test
  void the_best_sum_wins_over_the_best_pair() {
    List<Span> left = List.of(Span.of(0, 100), Span.of(10, 110));
    List<Span> right = List.of(Span.of(0, 94), Span.of(5, 105));
    double sum =
        OneToOneMatching.of(left, right, 0.5).stream()
            .mapToDouble(OneToOneMatching.Match::iou)
            .sum();
    assertThat(sum).isCloseTo(best(left, right, 0.5), within(1e-9));
  }

  @Test
  void identical_spans_are_matched_in_order() {
    List<Span> twins = List.of(Span.of(0, 10), Span.of(0, 10), Span.of(0, 10));
    assertThat(match(twins, twins, 0.5)).containsExactly("0-0", "1-1", "2-2");
    assertThat(match(twins.subList(0, 1), twins, 0.5)).containsExactly("0-0");
    assertThat(match(twins, twins.subList(0, 1), 0.5)).containsExactly("0-0");
  }

  @Test
  void of_two_equal_sums_the_first_span_gets_the_first_partner() {
    List<Span> left = List.of(Span.of(10, 20));
    List<Span> right = List.of(Span.of(8, 20), Span.of(10, 22));
    assertThat(match(left, right, 0.5)).containsExactly("0-0");
    assertThat(match(right, left, 0.5)).containsExactly("0-0");
  }

  @Test
  void seed_41_no_other_matching_is_better() {
    Random random = new Random(41);
    for (int round = 0; round < 400; round++) {
      List<Span> left = spans(random, 6);
      List<Span> right = spans(random, 6);
      double threshold = random.nextInt(4) * 0.2 + 0.1;
      List<OneToOneMatching.Match> matches = OneToOneMatching.of(left, right, threshold);
      double sum = matches.stream().mapToDouble(OneToOneMatching.Match::iou).sum();
      assertThat(sum).isCloseTo(best(left, right, threshold), within(1e-9));
      assertThat(matches.stream().map(OneToOneMatching.Match::left)).doesNotHaveDuplicates();
      assertThat(matches.stream().map(OneToOneMatching.Match::right)).doesNotHaveDuplicates();
      assertThat(matches).allMatch(m -> m.iou() >= threshold);
    }
  }

  /** Two hundred nested spans on each side, all candidates for each other. */
  @Test
  void many_nested_spans_are_solved_quickly() {
    List<Span> left = new ArrayList<>();
    List<Span> right = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      left.add(Span.of(i, 2000));
      right.add(Span.of(i, 2001));
    }
    assertThat(OneToOneMatching.of(left, right, 0.5)).hasSize(200);
  }

  private static List<Span> spans(Random random, int most) {
    List<Span> spans = new ArrayList<>();
    int number = random.nextInt(most);
    for (int i = 0; i < number; i++) {
      int begin = random.nextInt(12);
      spans.add(Span.of(begin, begin + 1 + random.nextInt(12)));
    }
    spans.sort(null);
    return spans;
  }

  /** The best sum by trying everything. */
  private static double best(List<Span> left, List<Span> right, double threshold) {
    return best(left, right, threshold, 0, new boolean[right.size()]);
  }

  private static double best(
      List<Span> left, List<Span> right, double threshold, int at, boolean[] used) {
    if (at == left.size()) {
      return 0;
    }
    double most = best(left, right, threshold, at + 1, used);
    for (int j = 0; j < right.size(); j++) {
      int shared = left.get(at).overlap(right.get(j));
      double iou = (double) shared / (left.get(at).length() + right.get(j).length() - shared);
      if (!used[j] && shared > 0 && iou >= threshold) {
        used[j] = true;
        most = Math.max(most, iou + best(left, right, threshold, at + 1, used));
        used[j] = false;
      }
    }
    return most;
  }
}
