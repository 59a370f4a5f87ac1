package org.testimony.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Origin;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Quote;

class ReconstructionTest {

  private static Supplier<UUID> seeded(long seed) {
    Random random = new Random(seed);
    return () ->
        new UUID(
            (random.nextLong() & ~0xF000L) | 0x4000L,
            (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  @Test
  void replaying_the_steps_gives_the_sets_under_the_same_names_seed_3() throws Unreadable {
    Corpus corpus = new Samples().hostile();
    Reconstruction reconstruction = new Reconstruction(corpus.codebooks(), seeded(3));
    Numbering numbering = new Numbering(corpus.codebooks());
    Map<String, Corpus.Article> articles = corpus.articlesByName();
    for (Corpus.Assignment assignment : corpus.assignments()) {
      ArticleText text = articles.get(assignment.article()).text();
      List<Reconstruction.Step> steps = reconstruction.steps(assignment, text);
      AnnotationSet set = AnnotationSet.EMPTY;
      Map<AnnotationId, String> versions = new HashMap<>();
      VersionedEditor editor = new VersionedEditor(text, corpus.codebooks(), assignment.phase());
      for (Reconstruction.Step step : steps) {
        assertThat(step.before()).isEqualTo(set);
        Outcome outcome = editor.apply(set, step.operation());
        set = ((Outcome.Applied) outcome).set();
        if (step.operation().change() instanceof Change.AddSpan add) {
          versions.put(add.span(), step.operation().codebookVersion());
        }
      }
      Map<AnnotationId, Numbering.Kept> kept = new HashMap<>();
      set.annotations()
          .forEach(
              (id, a) ->
                  kept.put(
                      id,
                      new Numbering.Kept(Quote.at(text, a.content().span()), versions.get(id))));
      ReleasedSet again =
          numbering.current(
              assignment.person(),
              assignment.article(),
              assignment.round(),
              assignment.repeat(),
              set,
              kept);
      assertThat(again).isEqualTo(imported(assignment.set()));
    }
  }

  /** The set as it is when it came from a file. */
  private static ReleasedSet imported(ReleasedSet set) {
    return new ReleasedSet(
        set.name(),
        set.annotations().stream()
            .map(
                a ->
                    new ReleasedSet.Annotation(
                        a.name(),
                        a.layer(),
                        a.span(),
                        a.words(),
                        a.features(),
                        a.note(),
                        a.discuss(),
                        Origin.IMPORT,
                        a.codebook()))
            .toList(),
        set.relations(),
        set.judgements(),
        set.values(),
        set.note(),
        set.discuss());
  }

  @Test
  void a_set_is_submitted_where_it_was_and_given_back_where_it_was() throws Unreadable {
    Corpus corpus = new Samples().hostile();
    Reconstruction reconstruction = new Reconstruction(corpus.codebooks(), seeded(5));
    Map<String, Corpus.Article> articles = corpus.articlesByName();
    for (Corpus.Assignment assignment : corpus.assignments()) {
      List<Operation> operations =
          reconstruction.steps(assignment, articles.get(assignment.article()).text()).stream()
              .map(Reconstruction.Step::operation)
              .toList();
      long submits = operations.stream().filter(o -> o.change() instanceof Change.Submit).count();
      long returns = operations.stream().filter(o -> o.change() instanceof Change.Reopen).count();
      boolean complete = assignment.state().isComplete();
      boolean returned = assignment.state() == AssignmentState.RETURNED;
      boolean changed = assignment.changedSinceSubmission();
      int expected =
          assignment.firstSubmission().isEmpty() ? 0 : changed && (complete || returned) ? 2 : 1;
      assertThat(submits).as(assignment.name()).isEqualTo(expected);
      assertThat(returns).as(assignment.name()).isEqualTo(complete ? submits - 1 : submits);
    }
  }
}
