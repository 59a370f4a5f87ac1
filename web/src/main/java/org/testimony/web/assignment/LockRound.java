package org.testimony.web.assignment;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.assignment.Round;
import org.testimony.db.assignment.Rounds;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/**
 * Locks a round: its submitted sets are final, and owners and adjudicators may compare them passage
 * by passage. Waits until every assignment of the round is submitted or skipped, so that nobody who
 * still labels can learn what others marked.
 */
@UseCase
public class LockRound {

  private final Rounds rounds;
  private final Assignments assignments;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  LockRound(Rounds rounds, Assignments assignments, AuditTrail audit, Clock clock) {
    this.rounds = rounds;
    this.assignments = assignments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Locks a round for good.
   *
   * @throws Refused.Conflict when it is locked, or when assignments are still open; says how many
   */
  @Needs(Permission.OWNER)
  public Round lock(Actor actor, ProjectId project, UUID id) {
    Round round = rounds.find(project, id).orElseThrow(() -> new Refused.NotFound("round.unknown"));
    if (round.locked().isPresent()) {
      throw new Refused.Conflict("round.locked", round.name());
    }
    List<Assignment> inRound =
        assignments.of(project).stream().filter(a -> a.round().equals(id)).toList();
    long open = inRound.stream().filter(a -> a.state().isEditable()).count();
    if (open > 0) {
      throw new Refused.Conflict("round.open", open, round.name());
    }
    Instant now = clock.instant();
    for (Assignment assignment : inRound) {
      lock(assignment);
    }
    rounds.lock(project, id, now);
    audit.append(
        project,
        actor.account(),
        AuditTrail.Act.of("round.lock", id.toString(), round.name()),
        now);
    return rounds.find(project, id).orElseThrow();
  }

  private void lock(Assignment listed) {
    Assignment assignment = assignments.lock(listed.id()).orElseThrow();
    if (assignment.state() == AssignmentState.SUBMITTED) {
      assignments.change(assignment.in(AssignmentState.LOCKED));
    } else if (assignment.state().isEditable()) {
      throw new Refused.Conflict("round.open", 1, "");
    }
  }
}
