package org.testimony.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testimony.core.assignment.OverlapDesign.Pairing;

class OverlapDesignTest {

  private static List<Integer> articles(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static List<String> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
  }

  @Test
  void gives_each_article_to_k_different_people_and_shares_the_work_evenly_seeds_0_to_199() {
    for (int seed = 0; seed < 200; seed++) {
      int k = 1 + seed % 4;
      int people = 4 + seed % 5;
      List<Pairing<Integer, String>> plan =
          new OverlapDesign(k, seed).plan(articles(23), people(people), List.of());
      Map<Integer, Set<String>> byArticle = new HashMap<>();
      Map<String, Integer> loads = new HashMap<>();
      for (Pairing<Integer, String> pairing : plan) {
        byArticle.computeIfAbsent(pairing.article(), a -> new HashSet<>()).add(pairing.annotator());
        loads.merge(pairing.annotator(), 1, Integer::sum);
      }
      assertThat(plan).hasSize(23 * k);
      assertThat(byArticle.values()).allSatisfy(who -> assertThat(who).hasSize(k));
      int most = loads.values().stream().mapToInt(i -> i).max().orElseThrow();
      int least =
          people(people).stream().mapToInt(p -> loads.getOrDefault(p, 0)).min().orElseThrow();
      assertThat(most - least).as("seed %d", seed).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void pairs_meet_about_equally_often() {
    Map<Set<String>, Integer> meetings = new HashMap<>();
    Map<Integer, Set<String>> byArticle = new HashMap<>();
    new OverlapDesign(2, 7)
        .plan(articles(60), people(4), List.of())
        .forEach(
            p -> byArticle.computeIfAbsent(p.article(), a -> new HashSet<>()).add(p.annotator()));
    byArticle.values().forEach(pair -> meetings.merge(pair, 1, Integer::sum));
    assertThat(meetings).hasSize(6);
    assertThat(meetings.values()).allSatisfy(n -> assertThat(n).isBetween(8, 12));
  }

  @Test
  void the_same_seed_gives_the_same_plan_and_another_seed_another() {
    List<Pairing<Integer, String>> plan =
        new OverlapDesign(2, 42).plan(articles(20), people(5), List.of());
    assertThat(new OverlapDesign(2, 42).plan(articles(20), people(5), List.of())).isEqualTo(plan);
    assertThat(new OverlapDesign(2, 43).plan(articles(20), people(5), List.of()))
        .isNotEqualTo(plan);
  }

  @Test
  void adds_what_is_missing_and_leaves_what_is_there() {
    OverlapDesign design = new OverlapDesign(2, 3);
    List<Pairing<Integer, String>> first = design.plan(articles(10), people(3), List.of());
    List<Pairing<Integer, String>> more = design.plan(articles(14), people(3), first);
    assertThat(more).hasSize(8).allSatisfy(p -> assertThat(p.article()).isBetween(10, 13));
  }

  @Test
  void refuses_more_overlap_than_people_and_none() {
    assertThatThrownBy(() -> new OverlapDesign(3, 1).plan(articles(1), people(2), List.of()))
        .hasMessage("overlap is 3, but there are only 2 annotators");
    assertThatThrownBy(() -> new OverlapDesign(0, 1)).hasMessageContaining("at least 1");
  }

  @Test
  void states_move_only_along_their_arrows() {
    Set<String> moves = new HashSet<>();
    for (AssignmentState from : AssignmentState.values()) {
      for (AssignmentState to : AssignmentState.values()) {
        if (from.mayBecome(to)) {
          moves.add(from + ">" + to);
        }
      }
    }
    assertThat(moves)
        .containsExactlyInAnyOrder(
            "NEW>OPEN",
            "RETURNED>OPEN",
            "NEW>SUBMITTED",
            "OPEN>SUBMITTED",
            "RETURNED>SUBMITTED",
            "SUBMITTED>RETURNED",
            "SUBMITTED>LOCKED",
            "NEW>SKIPPED",
            "OPEN>SKIPPED",
            "RETURNED>SKIPPED");
  }
}
