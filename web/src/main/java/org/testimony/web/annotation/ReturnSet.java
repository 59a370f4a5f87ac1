package org.testimony.web.annotation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Operation;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.Codebooks;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/** Gives a submitted set back to its annotator, with a note that says why. */
@UseCase
public class ReturnSet {

  private static final UUID SERVER = new UUID(0, 0);
  private static final int LONGEST = 2_000;

  private final Assignments assignments;
  private final Codebooks codebooks;
  private final Editing editing;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ReturnSet(
      Assignments assignments,
      Codebooks codebooks,
      Editing editing,
      AuditTrail audit,
      Clock clock) {
    this.assignments = assignments;
    this.codebooks = codebooks;
    this.editing = editing;
    this.audit = audit;
    this.clock = clock;
  }

  /** Gives a set back; it has to be submitted and not locked. */
  @Needs(Permission.ASSIGNMENT_OWNER)
  public Assignment giveBack(Actor actor, AssignmentId id, String note) {
    String why = note.strip();
    if (why.isEmpty() || why.length() > LONGEST) {
      throw new Refused.Invalid("assignment.note", LONGEST);
    }
    Assignment assignment = assignments.lock(id).orElseThrow();
    if (!assignment.state().mayBecome(AssignmentState.RETURNED)) {
      throw new Refused.Conflict("assignment.notSubmitted");
    }
    Instant now = clock.instant();
    Operation reopen =
        new Operation(
            UUID.randomUUID(),
            assignment.revision() + 1,
            new Change.Reopen(),
            Operation.Input.SERVER,
            codebooks.current(assignment.project()).codebook().version().toString());
    Editing.Session session = editing.open(assignment, actor, SERVER, List.of(reopen), now);
    session
        .apply(reopen)
        .ifPresent(
            rejection -> {
              throw new IllegalStateException("a return was rejected: " + rejection.detail());
            });
    Assignment changed = session.close(Optional.of(why));
    audit.append(
        assignment.project(),
        actor.account(),
        AuditTrail.Act.of("assignment.return", id.toString(), why),
        now);
    return changed;
  }
}
