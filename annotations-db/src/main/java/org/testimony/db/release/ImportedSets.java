package org.testimony.db.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.LogEntry;
import org.testimony.core.release.Corpus;
import org.testimony.core.release.Reconstruction;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;
import org.testimony.db.account.AccountId;
import org.testimony.db.annotation.AnnotationSets;
import org.testimony.db.annotation.OperationLog;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;

/** Writes sets that come from a release: log, projection and state of the assignment together. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ImportedSets {

  private final Assignments assignments;
  private final OperationLog log;
  private final AnnotationSets sets;

  /** Works on the assignment's log and projection. */
  @Inject
  public ImportedSets(Assignments assignments, OperationLog log, AnnotationSets sets) {
    this.assignments = assignments;
    this.log = log;
    this.sets = sets;
  }

  /** Writes the steps to an assignment that has none yet, and leaves it in its released state. */
  void write(
      Assignment fresh,
      Corpus.Assignment released,
      ArticleText text,
      List<Reconstruction.Step> steps,
      AccountId by,
      Instant now) {
    UUID client = UUID.randomUUID();
    Hash head = fresh.head();
    long revision = 0;
    Optional<Long> firstSubmission = Optional.empty();
    for (Reconstruction.Step step : steps) {
      revision++;
      LogEntry entry = log.append(fresh, head, revision, client, step.operation(), by, now);
      head = entry.hash();
      if (step.operation().change() instanceof Change.Submit && firstSubmission.isEmpty()) {
        firstSubmission = Optional.of(revision);
      }
      if (!step.before().equals(step.after())) {
        String version = step.operation().codebookVersion();
        sets.write(fresh, step.before(), step.after(), text, version, revision);
      }
    }
    Optional<Instant> worked = steps.isEmpty() ? Optional.empty() : Optional.of(now);
    assignments.change(
        new Assignment(
            fresh.id(),
            fresh.project(),
            fresh.round(),
            fresh.article(),
            fresh.text(),
            fresh.annotator(),
            fresh.phase(),
            fresh.repeat(),
            fresh.position(),
            released.state(),
            revision,
            head,
            firstSubmission,
            released.note(),
            worked,
            firstSubmission.isPresent() ? worked : Optional.empty()));
  }
}
