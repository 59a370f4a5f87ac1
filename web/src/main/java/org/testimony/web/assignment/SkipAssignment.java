package org.testimony.web.assignment;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.audit.AuditTrail;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/**
 * Takes an unfinished assignment out of its round for a stated reason, such as an annotator who
 * left. What was labelled so far stays in the log and in exports, and enters no agreement.
 */
@UseCase
public class SkipAssignment {

  private static final int LONGEST = 2_000;

  private final Assignments assignments;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  SkipAssignment(Assignments assignments, AuditTrail audit, Clock clock) {
    this.assignments = assignments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Skips an assignment for good.
   *
   * @throws Refused.Conflict when it was submitted or skipped already
   */
  @Needs(Permission.ASSIGNMENT_OWNER)
  public Assignment skip(Actor actor, AssignmentId id, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST) {
      throw new Refused.Invalid("assignment.reason", LONGEST);
    }
    Assignment assignment = assignments.lock(id).orElseThrow();
    if (!assignment.state().mayBecome(AssignmentState.SKIPPED)) {
      throw new Refused.Conflict("assignment.notOpen");
    }
    Assignment skipped = assignment.in(AssignmentState.SKIPPED, Optional.of(why));
    assignments.change(skipped);
    audit.append(
        assignment.project(),
        actor.account(),
        AuditTrail.Act.of("assignment.skip", id.toString(), why),
        clock.instant());
    return skipped;
  }
}
