package org.testimony.web.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Relation;
import org.testimony.core.assignment.Phase;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.SemanticVersion;

class ReplayTest {

  private static final Codebook FIRST = Sets.CODEBOOK;

  /** As the first, but without the target that the stance was given for. */
  private static final Codebook SECOND =
      FIRST.withoutTarget("T1").withVersion(new SemanticVersion(2, 0, 0));

  private static final Relation SAID_BY = Sets.relation(1, "SAID_BY", 1, 2);

  /** What an annotator did up to the first submission; stance was set, taken back and set. */
  private static List<Operation> log(String version) {
    Change.Judge unset = new Change.Judge(Sets.id(1), "T1", Optional.of("FAVOR"), Optional.empty());
    return List.of(
        add(1, version),
        Sets.operation(2, new Change.AddSpan(Sets.id(2), Sets.speaker(2).content()), version),
        Sets.operation(3, new Change.Link(SAID_BY.id(), SAID_BY.ends()), version),
        Sets.operation(
            4, new Change.Judge(Sets.id(1), "T1", Optional.empty(), Optional.of("FAVOR")), version),
        Sets.operation(5, unset, version),
        Sets.operation(
            6,
            new Change.Judge(Sets.id(1), "T1", Optional.empty(), Optional.of("AGAINST")),
            version),
        Sets.operation(7, new Change.AddSpan(Sets.id(3), Sets.claim(3).content()), version),
        Sets.operation(8, new Change.RemoveSpan(Sets.id(3), Optional.empty()), version),
        Sets.operation(9, new Change.Submit(true), version));
  }

  private static Operation add(int number, String version) {
    return Sets.operation(number, new Change.AddSpan(Sets.id(1), Sets.claim(1).content()), version);
  }

  private static AnnotationSet submitted() {
    return AnnotationSet.EMPTY
        .with(Sets.claim(1))
        .with(Sets.speaker(2))
        .with(SAID_BY)
        .judged(new JudgementKey(Sets.id(1), "T1"), Optional.of("AGAINST"));
  }

  @Test
  void a_log_gives_the_set_that_was_submitted() {
    AnnotationSet set = new Replay(Sets.TEXT, List.of(FIRST), Phase.MARK).of(log("1.0.0"));
    assertThat(set).isEqualTo(submitted());
  }

  @Test
  void operations_hold_under_the_version_they_name_also_after_a_newer_one_dropped_their_target() {
    AnnotationSet set = new Replay(Sets.TEXT, List.of(FIRST, SECOND), Phase.MARK).of(log("1.0.0"));
    assertThat(set).isEqualTo(submitted());
  }

  @Test
  void an_operation_that_names_a_version_that_does_not_take_it_holds_under_another() {
    AnnotationSet set = new Replay(Sets.TEXT, List.of(FIRST, SECOND), Phase.MARK).of(log("2.0.0"));
    assertThat(set).isEqualTo(submitted());
  }

  @Test
  void a_log_that_holds_under_no_version_is_not_measured_in_silence() {
    Replay replay = new Replay(Sets.TEXT, List.of(SECOND), Phase.MARK);
    assertThatThrownBy(() -> replay.of(log("1.0.0")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds under none");
  }

  @Test
  void no_operation_gives_the_empty_set() {
    assertThat(new Replay(Sets.TEXT, List.of(FIRST), Phase.MARK).of(List.of()))
        .isEqualTo(AnnotationSet.EMPTY);
  }
}
