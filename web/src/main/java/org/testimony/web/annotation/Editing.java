package org.testimony.web.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Editor;
import org.testimony.core.annotation.LogEntry;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.annotation.Rejection;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;
import org.testimony.db.annotation.AnnotationSets;
import org.testimony.db.annotation.OperationLog;
import org.testimony.db.article.Articles;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.project.Codebooks;
import org.testimony.web.platform.Actor;

/**
 * Applies operations to an assignment whose lock the caller holds: log, projection and state of the
 * assignment change together.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Editing {

  private final Assignments assignments;
  private final Articles articles;
  private final Codebooks codebooks;
  private final OperationLog log;
  private final AnnotationSets sets;

  @Inject
  Editing(
      Assignments assignments,
      Articles articles,
      Codebooks codebooks,
      OperationLog log,
      AnnotationSets sets) {
    this.assignments = assignments;
    this.articles = articles;
    this.codebooks = codebooks;
    this.log = log;
    this.sets = sets;
  }

  /** Begins to apply operations; only what they touch is read, unless one submits. */
  Session open(
      Assignment assignment, Actor actor, UUID clientId, List<Operation> operations, Instant now) {
    ArticleText text = articles.text(assignment.text()).orElseThrow();
    Codebook codebook = codebooks.current(assignment.project()).codebook();
    boolean whole = operations.stream().anyMatch(o -> o.change() instanceof Change.Submit);
    Touched touched = Touched.by(operations);
    AnnotationSet set =
        whole
            ? sets.find(assignment)
            : sets.touched(assignment, touched.spans(), touched.relations());
    return new Session(assignment, actor, clientId, now, text, codebook, set);
  }

  /** One batch being applied. */
  final class Session {

    private final Assignment assignment;
    private final Actor actor;
    private final UUID clientId;
    private final Instant now;
    private final ArticleText text;
    private final Codebook codebook;
    private final Editor editor;
    private AnnotationSet set;
    private long revision;
    private Hash head;
    private AssignmentState state;

    private Session(
        Assignment assignment,
        Actor actor,
        UUID clientId,
        Instant now,
        ArticleText text,
        Codebook codebook,
        AnnotationSet set) {
      this.assignment = assignment;
      this.actor = actor;
      this.clientId = clientId;
      this.now = now;
      this.text = text;
      this.codebook = codebook;
      this.editor = new Editor(text, codebook, assignment.phase());
      this.set = set;
      this.revision = assignment.revision();
      this.head = assignment.head();
      this.state = assignment.state();
    }

    /** Applies an operation, or says why it does not hold. */
    Optional<Rejection> apply(Operation operation) {
      boolean reopens = operation.change() instanceof Change.Reopen;
      if (!state.isEditable() && !reopens) {
        return Optional.of(
            Rejection.of(Rejection.Code.ASSIGNMENT_CLOSED, "the set was submitted before"));
      }
      Outcome outcome = editor.apply(set, operation);
      if (outcome instanceof Outcome.Rejected rejected) {
        return Optional.of(rejected.rejection());
      }
      AnnotationSet after = ((Outcome.Applied) outcome).set();
      revision++;
      LogEntry entry =
          log.append(assignment, head, revision, clientId, operation, actor.account(), now);
      head = entry.hash();
      sets.write(assignment, set, after, text, codebook.version().toString(), revision);
      set = after;
      state = next(operation.change());
      return Optional.empty();
    }

    private AssignmentState next(Change change) {
      if (change instanceof Change.Submit) {
        return AssignmentState.SUBMITTED;
      }
      return change instanceof Change.Reopen ? AssignmentState.RETURNED : AssignmentState.OPEN;
    }

    /** Revision of the newest operation. */
    long revision() {
      return revision;
    }

    /** Writes revision, chain head and state to the assignment. */
    Assignment close() {
      return close(assignment.note());
    }

    /** The same with another note to the annotator. */
    Assignment close(Optional<String> note) {
      if (revision == assignment.revision()) {
        return assignment;
      }
      boolean submitted = state == AssignmentState.SUBMITTED;
      Assignment changed =
          new Assignment(
              assignment.id(),
              assignment.project(),
              assignment.round(),
              assignment.article(),
              assignment.text(),
              assignment.annotator(),
              assignment.phase(),
              assignment.repeat(),
              assignment.position(),
              state,
              revision,
              head,
              assignment
                  .firstSubmission()
                  .or(() -> submitted ? Optional.of(revision) : Optional.empty()),
              submitted ? Optional.empty() : note,
              assignment.opened().or(() -> Optional.of(now)),
              submitted ? Optional.of(now) : assignment.submitted());
      assignments.change(changed);
      return changed;
    }
  }
}
