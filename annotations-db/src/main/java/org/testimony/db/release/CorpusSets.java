package org.testimony.db.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.release.Corpus;
import org.testimony.core.release.Numbering;
import org.testimony.core.release.Numbering.Kept;
import org.testimony.core.release.ReleasedSet;
import org.testimony.core.release.VersionedEditor;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Quote;
import org.testimony.db.annotation.AnnotationSets;
import org.testimony.db.annotation.LoggedOperation;
import org.testimony.db.annotation.OperationLog;
import org.testimony.db.annotation.StoredAnnotation;
import org.testimony.db.assignment.Assignment;

/** The sets of assignments under the names of a release. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CorpusSets {

  private final AnnotationSets sets;
  private final OperationLog log;

  /** Reads the projection for what is now, and the log for what was submitted first. */
  @Inject
  public CorpusSets(AnnotationSets sets, OperationLog log) {
    this.sets = sets;
    this.log = log;
  }

  /**
   * Where an assignment stands in the corpus.
   *
   * @param person pseudonym of the annotator
   * @param article name of the article
   * @param round name of the round
   */
  record Place(String person, String article, String round) {}

  Corpus.Assignment released(
      Assignment assignment, Place place, ArticleText text, List<Codebook> codebooks) {
    AnnotationSet now = sets.find(assignment);
    Map<AnnotationId, Kept> kept = new HashMap<>();
    for (StoredAnnotation stored : sets.stored(assignment)) {
      kept.put(stored.annotation().id(), new Kept(stored.words(), stored.codebookVersion()));
    }
    Numbering numbering = new Numbering(codebooks);
    ReleasedSet set =
        numbering.current(
            place.person(), place.article(), place.round(), assignment.repeat(), now, kept);
    Optional<ReleasedSet> first =
        assignment
            .firstSubmission()
            .map(
                revision ->
                    revision == assignment.revision()
                        ? set
                        : first(assignment, now, set, numbering, text, codebooks));
    return new Corpus.Assignment(
        place.person(),
        place.article(),
        place.round(),
        assignment.phase(),
        assignment.repeat(),
        assignment.position(),
        assignment.state(),
        assignment.note(),
        set,
        first);
  }

  /** The set as first submitted, replayed from the log; the current one where they are equal. */
  private ReleasedSet first(
      Assignment assignment,
      AnnotationSet now,
      ReleasedSet current,
      Numbering numbering,
      ArticleText text,
      List<Codebook> codebooks) {
    VersionedEditor editor = new VersionedEditor(text, codebooks, assignment.phase());
    AnnotationSet set = AnnotationSet.EMPTY;
    Map<AnnotationId, Kept> kept = new HashMap<>();
    for (LoggedOperation logged : log.since(assignment, 0)) {
      if (logged.entry().revision() > assignment.firstSubmission().orElseThrow()) {
        break;
      }
      AnnotationSet before = set;
      String version = logged.operation().codebookVersion();
      if (!(editor.apply(set, logged.operation()) instanceof Outcome.Applied applied)) {
        throw new IllegalStateException(
            "operation %d of assignment %s cannot be replayed"
                .formatted(logged.entry().revision(), assignment.id()));
      }
      set = applied.set();
      for (Annotation annotation : set.annotations().values()) {
        if (!annotation.equals(before.annotations().get(annotation.id()))) {
          Quote words = Quote.at(text, annotation.content().span());
          kept.put(annotation.id(), new Kept(words, version));
        }
      }
    }
    return set.equals(now) ? current : numbering.firstSubmission(current, set, kept);
  }
}
