package org.testimony.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testimony.core.compare.Disagreement.Kind;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

class ComparisonTest {

  private static final ComparisonRules RULES = ComparisonRules.newsClaims();

  private static Mark claim(String id, int begin, int end, String form) {
    return new Mark(id, "Claim", Span.of(begin, end), Map.of("form", List.of(form)));
  }

  private static Mark speaker(String id, int begin, int end) {
    return new Mark(id, "Speaker", Span.of(begin, end), Map.of());
  }

  private static Mark speaker(String id, int begin, int end, String entry) {
    return new Mark(id, "Speaker", Span.of(begin, end), Map.of("speaker", List.of(entry)));
  }

  private static AnnotatorSet set(
      String annotator, List<Mark> marks, List<Link> links, List<Judgement> judgements) {
    return new AnnotatorSet(annotator, marks, links, judgements, List.of());
  }

  private static Comparison compare(AnnotatorSet... sets) {
    return Comparison.of(ComparedArticle.of("art", 500, List.of(sets)), RULES);
  }

  private static List<Kind> kinds(Comparison comparison) {
    return comparison.disagreements().stream().map(Disagreement::kind).toList();
  }

  @Test
  void equal_sets_have_no_disagreement() {
    List<Mark> marks = List.of(claim("c", 10, 50, "DIRECT"), speaker("s", 55, 60));
    List<Link> links = List.of(new Link("c", "s"));
    List<Judgement> stance = List.of(new Judgement("c", "T1", "FAVOR"));
    assertThat(kinds(compare(set("a", marks, links, stance), set("b", marks, links, stance))))
        .isEmpty();
  }

  @Test
  void each_kind_of_disagreement_is_found_once() {
    AnnotatorSet a =
        set(
            "a",
            List.of(
                claim("c1", 10, 50, "DIRECT"),
                claim("c2", 100, 150, "DIRECT"),
                claim("c3", 200, 250, "MIXED"),
                speaker("s1", 55, 60),
                speaker("s2", 300, 310)),
            List.of(new Link("c1", "s1"), new Link("c3", "s1")),
            List.of(new Judgement("c1", "T1", "FAVOR"), new Judgement("c3", "T1", "NEUTRAL")));
    AnnotatorSet b =
        set(
            "b",
            List.of(
                claim("x1", 10, 52, "DIRECT"),
                claim("x3", 200, 250, "INDIRECT"),
                speaker("y1", 55, 60),
                speaker("y2", 300, 310)),
            List.of(new Link("x1", "y1"), new Link("x3", "y2")),
            List.of(new Judgement("x1", "T1", "AGAINST"), new Judgement("x3", "T1", "NEUTRAL")));
    Comparison comparison = compare(a, b);
    assertThat(kinds(comparison))
        .containsExactly(Kind.BOUNDARY, Kind.STANCE, Kind.PRESENCE, Kind.LABEL, Kind.ATTRIBUTION);
    Disagreement stance = comparison.disagreements().get(1);
    assertThat(stance.target()).contains("T1");
    assertThat(stance.versions())
        .containsExactly(
            new Disagreement.Version(
                "a", Optional.of("c1"), Optional.of(Span.of(10, 50)), List.of("FAVOR")),
            new Disagreement.Version(
                "b", Optional.of("x1"), Optional.of(Span.of(10, 52)), List.of("AGAINST")));
  }

  @Test
  void article_values_are_compared_too() {
    AnnotatorSet a =
        new AnnotatorSet(
            "a",
            List.of(),
            List.of(),
            List.of(),
            List.of(new ArticleValue("relevance", Optional.empty(), List.of("RELEVANT"))));
    AnnotatorSet b = set("b", List.of(), List.of(), List.of());
    Disagreement found = compare(a, b).disagreements().get(0);
    assertThat(found.kind()).isEqualTo(Kind.LABEL);
    assertThat(found.field()).contains("relevance");
    assertThat(found.place()).isEmpty();
  }

  @Test
  void stance_on_fixed_claims_is_compared_by_claim() {
    Mark fixed = claim("k1", 10, 20, "DIRECT");
    AnnotatorSet a = set("a", List.of(), List.of(), List.of(new Judgement("k1", "T1", "FAVOR")));
    AnnotatorSet b = set("b", List.of(), List.of(), List.of(new Judgement("k1", "T1", "AGAINST")));
    ComparedArticle article =
        new ComparedArticle("art", "art", 100, List.of(), List.of(fixed), List.of(a, b));
    assertThat(kinds(Comparison.of(article, RULES))).containsExactly(Kind.STANCE);
  }

  /** a meets b, b meets c, but a and c do not: a group holds no two marks of one person. */
  @Test
  void groups_join_matches_without_doubling_a_person() {
    AnnotatorSet a = set("a", List.of(claim("a1", 0, 100, "DIRECT")), List.of(), List.of());
    AnnotatorSet b =
        set(
            "b",
            List.of(claim("b1", 0, 60, "DIRECT"), claim("b2", 40, 100, "DIRECT")),
            List.of(),
            List.of());
    AnnotatorSet c = set("c", List.of(claim("c1", 45, 100, "DIRECT")), List.of(), List.of());
    Comparison comparison = compare(a, b, c);
    assertThat(comparison.groups("Claim"))
        .extracting(group -> group.marks().values().stream().map(Mark::id).toList().toString())
        .containsExactlyInAnyOrder("[a1, b1]", "[b2, c1]");
  }

  @Test
  void speakers_are_the_same_by_directory_or_by_place() {
    AnnotatorSet a =
        set(
            "a",
            List.of(
                claim("c1", 10, 50, "DIRECT"),
                claim("c2", 60, 90, "DIRECT"),
                speaker("s1", 100, 110, "stoltenberg"),
                speaker("s2", 200, 202)),
            List.of(new Link("c1", "s1"), new Link("c2", "s2")),
            List.of());
    AnnotatorSet b =
        set(
            "b",
            List.of(
                claim("x1", 10, 50, "DIRECT"),
                claim("x2", 60, 90, "DIRECT"),
                speaker("y1", 300, 302, "stoltenberg"),
                speaker("y2", 200, 203)),
            List.of(new Link("x1", "y1"), new Link("x2", "y2")),
            List.of());
    Comparison comparison = compare(a, b);
    SpeakerClusters clusters = comparison.speakers();
    assertThat(clusters.speakers(a, a.marks("Claim").get(0)))
        .isEqualTo(clusters.speakers(b, b.marks("Claim").get(0)))
        .containsExactly("stoltenberg");
    assertThat(clusters.speakers(a, a.marks("Claim").get(1)))
        .isEqualTo(clusters.speakers(b, b.marks("Claim").get(1)))
        .hasSize(1);
    assertThat(kinds(comparison)).doesNotContain(Kind.ATTRIBUTION);
  }

  /** The same words linked to two people of the directory stay two people. */
  @Test
  void two_entries_of_the_directory_never_meet() {
    AnnotatorSet a =
        set(
            "a",
            List.of(claim("c", 10, 50, "DIRECT"), speaker("s", 100, 110, "p1")),
            List.of(new Link("c", "s")),
            List.of());
    AnnotatorSet b =
        set(
            "b",
            List.of(claim("c", 10, 50, "DIRECT"), speaker("s", 100, 110, "p2")),
            List.of(new Link("c", "s")),
            List.of());
    AnnotatorSet c =
        set(
            "c",
            List.of(claim("c", 10, 50, "DIRECT"), speaker("s", 100, 110)),
            List.of(new Link("c", "s")),
            List.of());
    Comparison comparison = compare(a, b, c);
    assertThat(comparison.speakers().speakers(a, a.marks("Claim").get(0))).containsExactly("p1");
    assertThat(comparison.speakers().speakers(b, b.marks("Claim").get(0))).containsExactly("p2");
    assertThat(kinds(comparison)).contains(Kind.ATTRIBUTION);
  }

  @Test
  void authorial_claims_are_said_by_the_author_and_unlinked_ones_by_nobody() {
    AnnotatorSet a =
        set(
            "a",
            List.of(claim("c1", 10, 50, "AUTHORIAL"), claim("c2", 60, 90, "DIRECT")),
            List.of(),
            List.of());
    SpeakerClusters clusters = compare(a).speakers();
    assertThat(clusters.speakers(a, a.marks("Claim").get(0))).containsExactly("author");
    assertThat(clusters.speakers(a, a.marks("Claim").get(1))).isEmpty();
  }

  @Test
  void sets_that_cannot_be_are_refused() {
    assertThatThrownBy(
            () -> set("a", List.of(speaker("s", 1, 2), speaker("s", 3, 4)), List.of(), List.of()))
        .hasMessage("set of a has two marks with id s");
    assertThatThrownBy(() -> set("a", List.of(), List.of(new Link("c", "s")), List.of()))
        .hasMessageContaining("links c to s");
    assertThatThrownBy(
            () ->
                ComparedArticle.of(
                    "art",
                    10,
                    List.of(set("a", List.of(speaker("s", 5, 11)), List.of(), List.of()))))
        .hasMessageContaining("10 characters, the mark s of a is at [5, 11)");
  }

  @Test
  void what_is_left_out_is_cut_away_and_the_rest_closes_up() {
    CountedText text = CountedText.of(100, List.of(new Fragment(20, 40), new Fragment(30, 50)));
    assertThat(text.length()).isEqualTo(70);
    assertThat(text.counted(Span.of(10, 60))).contains(Span.of(10, 30));
    assertThat(text.counted(Span.of(60, 70))).contains(Span.of(30, 40));
    assertThat(text.counted(Span.of(25, 45))).isEmpty();
  }
}
