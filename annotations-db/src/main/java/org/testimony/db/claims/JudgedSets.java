package org.testimony.db.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.LogEntry;
import org.testimony.core.annotation.Operation;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;
import org.testimony.db.account.AccountId;
import org.testimony.db.annotation.AnnotationSets;
import org.testimony.db.annotation.OperationLog;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;

/** Puts fixed claims into the set of an annotator who has not begun: log and projection. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class JudgedSets {

  private static final UUID SERVER = new UUID(0, 0);

  private final Assignments assignments;
  private final OperationLog log;
  private final AnnotationSets sets;

  /** Works on the assignment's log and projection. */
  @Inject
  public JudgedSets(Assignments assignments, OperationLog log, AnnotationSets sets) {
    this.assignments = assignments;
    this.log = log;
    this.sets = sets;
  }

  /**
   * Writes the claims.
   *
   * @param fresh an assignment without any operation
   * @param operations that make the set
   * @param fixed the set that they make
   */
  public void begin(
      Assignment fresh,
      List<Operation> operations,
      AnnotationSet fixed,
      ArticleText text,
      AccountId by,
      Instant now) {
    Hash head = fresh.head();
    long revision = 0;
    for (Operation operation : operations) {
      revision++;
      LogEntry entry = log.append(fresh, head, revision, SERVER, operation, by, now);
      head = entry.hash();
    }
    String codebook = operations.get(0).codebookVersion();
    sets.write(fresh, AnnotationSet.EMPTY, fixed, text, codebook, revision);
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
            fresh.state(),
            revision,
            head,
            Optional.empty(),
            fresh.note(),
            Optional.empty(),
            Optional.empty()));
  }
}
