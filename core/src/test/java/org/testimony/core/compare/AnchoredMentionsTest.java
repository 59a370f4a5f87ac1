package org.testimony.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/** "Ilse Dravik" (15–26) and "Prime Minister Ilse Dravik" (0–26) at one place: IoU 11/26. */
class AnchoredMentionsTest {

  private static Mark claim(String id, int begin, int end) {
    return new Mark(id, "Claim", Span.of(begin, end), Map.of());
  }

  private static Mark speaker(String id, int begin, int end) {
    return new Mark(id, "Speaker", Span.of(begin, end), Map.of());
  }

  private static Mark speaker(String id, int begin, int end, String entry) {
    return new Mark(id, "Speaker", Span.of(begin, end), Map.of("speaker", List.of(entry)));
  }

  /** A set in which all claims are said by the mention with the id s, unless links are given. */
  private static AnnotatorSet set(String annotator, List<Mark> marks, Link... links) {
    List<Link> all = new ArrayList<>(List.of(links));
    if (links.length == 0) {
      for (Mark mark : marks) {
        if (mark.layer().equals("Claim")) {
          all.add(new Link(mark.id(), "s"));
        }
      }
    }
    return new AnnotatorSet(annotator, marks, all, List.of(), List.of());
  }

  private static Comparison compare(AnnotatorSet... sets) {
    return Comparison.of(
        ComparedArticle.of("art", 500, List.of(sets)), ComparisonRules.newsClaims());
  }

  private static List<String> speakers(Comparison comparison, String annotator, String claim) {
    AnnotatorSet set = comparison.set(annotator);
    Mark mark =
        set.marks("Claim").stream().filter(m -> m.id().equals(claim)).findFirst().orElseThrow();
    return comparison.speakers().speakers(set, mark);
  }

  private static boolean agree(Comparison comparison, String claim) {
    return speakers(comparison, "a", claim).equals(speakers(comparison, "b", claim));
  }

  @Test
  void a_name_and_the_same_name_with_a_title_said_of_one_claim_are_one_speaker() {
    Comparison comparison =
        compare(
            set("a", List.of(claim("c", 40, 90), speaker("s", 0, 26))),
            set("b", List.of(claim("c", 40, 90), speaker("s", 15, 26))));
    assertThat(comparison.pairs("Speaker").get(0).matched())
        .as("the spans themselves do not match")
        .isEmpty();
    assertThat(agree(comparison, "c")).isTrue();
    assertThat(comparison.disagreements())
        .extracting(Disagreement::kind)
        .doesNotContain(Disagreement.Kind.ATTRIBUTION);
  }

  @Test
  void without_a_common_claim_or_a_common_character_they_stay_apart() {
    assertThat(
            agree(
                compare(
                    set("a", List.of(claim("c", 40, 90), speaker("s", 0, 14))),
                    set("b", List.of(claim("c", 40, 90), speaker("s", 15, 26)))),
                "c"))
        .as("no character in common")
        .isFalse();
    Comparison other =
        compare(
            set(
                "a",
                List.of(claim("c", 40, 90), claim("e", 200, 250), speaker("s", 0, 26)),
                new Link("c", "s")),
            set(
                "b",
                List.of(claim("c", 40, 90), claim("e", 200, 250), speaker("s", 15, 26)),
                new Link("e", "s")));
    assertThat(speakers(other, "a", "c"))
        .as("given for different claims")
        .isNotEqualTo(speakers(other, "b", "e"));
    assertThat(
            agree(
                compare(
                    set("a", List.of(claim("c", 40, 90), speaker("s", 0, 26))),
                    set("b", List.of(claim("c", 300, 400), speaker("s", 15, 26)))),
                "c"))
        .as("claims that are not matched")
        .isFalse();
  }

  /** One who marks the spokesman and the minister has a partner for the minister already. */
  @Test
  void a_mention_with_a_partner_is_not_given_away() {
    Comparison comparison =
        compare(
            set(
                "a",
                List.of(claim("c", 40, 90), speaker("s", 0, 26), speaker("name", 15, 26)),
                new Link("c", "s")),
            set("b", List.of(claim("c", 40, 90), speaker("s", 15, 26))));
    assertThat(agree(comparison, "c")).as("the spokesman is not the minister").isFalse();
  }

  @Test
  void each_mention_is_taken_once_best_overlap_first() {
    Comparison comparison =
        compare(
            set("a", List.of(claim("c", 40, 90), claim("e", 200, 250), speaker("s", 0, 30))),
            set(
                "b",
                List.of(
                    claim("c", 40, 90),
                    claim("e", 200, 250),
                    speaker("s", 0, 6),
                    speaker("t", 18, 30)),
                new Link("c", "s"),
                new Link("e", "t")));
    assertThat(agree(comparison, "e")).as("12 of 30 characters").isTrue();
    assertThat(agree(comparison, "c")).as("6 of 30 characters").isFalse();
  }

  @Test
  void two_entries_of_the_directory_never_meet_and_one_names_both() {
    Comparison apart =
        compare(
            set("a", List.of(claim("c", 40, 90), speaker("s", 0, 26, "dravik"))),
            set("b", List.of(claim("c", 40, 90), speaker("s", 15, 26, "other"))));
    assertThat(agree(apart, "c")).isFalse();
    Comparison named =
        compare(
            set("a", List.of(claim("c", 40, 90), speaker("s", 0, 26, "dravik"))),
            set("b", List.of(claim("c", 40, 90), speaker("s", 15, 26))));
    assertThat(speakers(named, "b", "c")).containsExactly("dravik");
  }

  @Test
  void links_to_marks_that_are_no_mentions_do_not_count() {
    Comparison comparison =
        compare(
            set(
                "a",
                List.of(claim("c", 40, 90), claim("s", 0, 26), speaker("t", 100, 110)),
                new Link("c", "s")),
            set("b", List.of(claim("c", 40, 90), speaker("s", 15, 26))));
    assertThat(speakers(comparison, "a", "c")).isEmpty();
  }

  @Test
  void three_annotators_meet_in_one_speaker() {
    Comparison comparison =
        compare(
            set("a", List.of(claim("c", 40, 90), speaker("s", 0, 26))),
            set("b", List.of(claim("c", 40, 90), speaker("s", 15, 26))),
            set("c", List.of(claim("c", 40, 90), speaker("s", 20, 26))));
    assertThat(speakers(comparison, "a", "c"))
        .isEqualTo(speakers(comparison, "b", "c"))
        .isEqualTo(speakers(comparison, "c", "c"))
        .hasSize(1);
  }
}
