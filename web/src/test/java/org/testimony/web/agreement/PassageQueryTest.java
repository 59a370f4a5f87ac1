package org.testimony.web.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testimony.core.agreement.Passage;
import org.testimony.core.assignment.Purpose;

class PassageQueryTest {

  private static final Passage PASSAGE =
      new Passage(
          "d1",
          Optional.of("T1"),
          List.of(value("P01", "FAVOR"), value("P02", "AGAINST"), value("P03", "FAVOR")));

  private static Passage.Value value(String annotator, String label) {
    return new Passage.Value(annotator, Optional.empty(), Optional.empty(), Optional.of(label));
  }

  private static PassageQuery query(
      List<String> annotators, List<String> labels, Optional<String> article) {
    return new PassageQuery(
        Purpose.PRODUCTION, "line", annotators, labels, article, PassageQuery.Show.ALL, 0);
  }

  @Test
  void two_labels_meet_where_two_people_gave_them() {
    assertThat(matches(List.of("FAVOR", "AGAINST"))).isTrue();
    assertThat(matches(List.of("FAVOR", "FAVOR"))).isTrue();
    assertThat(matches(List.of("AGAINST", "AGAINST"))).as("one person alone").isFalse();
    assertThat(matches(List.of("FAVOR", "NEUTRAL"))).isFalse();
  }

  private static boolean matches(List<String> labels) {
    return query(List.of(), labels, Optional.empty()).matches(PASSAGE);
  }

  @Test
  void a_pair_sees_its_own_values_alone() {
    PassageQuery pair = query(List.of("P01", "P03"), List.of(), Optional.empty());
    assertThat(pair.matches(PASSAGE)).isTrue();
    assertThat(pair.narrowed(PASSAGE).values())
        .containsExactly(value("P01", "FAVOR"), value("P03", "FAVOR"));
    assertThat(query(List.of("P01", "P09"), List.of(), Optional.empty()).matches(PASSAGE))
        .isFalse();
  }

  @Test
  void differences_are_those_of_the_pair() {
    PassageQuery query =
        new PassageQuery(
            Purpose.PRODUCTION,
            "line",
            List.of("P01", "P03"),
            List.of(),
            Optional.empty(),
            PassageQuery.Show.DIFFERENT,
            0);
    assertThat(query.matches(PASSAGE)).as("both say FAVOR, only P02 differs").isFalse();
  }

  @Test
  void other_articles_do_not_match() {
    assertThat(query(List.of(), List.of(), Optional.of("d1")).matches(PASSAGE)).isTrue();
    assertThat(query(List.of(), List.of(), Optional.of("d2")).matches(PASSAGE)).isFalse();
  }

  @Test
  void one_label_or_three_people_cannot_be_asked_for() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> query(List.of(), List.of("FAVOR"), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> query(List.of("a", "b", "c"), List.of(), Optional.empty()));
  }
}
