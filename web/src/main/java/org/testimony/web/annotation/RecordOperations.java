package org.testimony.web.annotation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.OperationJson;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.text.StrictJson;
import org.testimony.db.annotation.LoggedOperation;
import org.testimony.db.annotation.OperationLog;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/**
 * Stores the operations of an annotator. One transaction and one lock on the assignment a batch;
 * the answer is given after the commit, so what is acknowledged is on disk. A batch may come again:
 * what is stored already is acknowledged as it was.
 */
@UseCase
public class RecordOperations {

  private final Assignments assignments;
  private final OperationLog log;
  private final Editing editing;
  private final Clock clock;

  @Inject
  RecordOperations(Assignments assignments, OperationLog log, Editing editing, Clock clock) {
    this.assignments = assignments;
    this.log = log;
    this.editing = editing;
    this.clock = clock;
  }

  /**
   * Stores what holds of a batch, and says of each operation what became of it.
   *
   * @throws Refused.Invalid when an operation is known with another content
   * @throws Refused.Conflict when the assignment is closed and the batch holds anything new
   */
  @Needs(Permission.ASSIGNEE)
  public Recorded record(Actor actor, AssignmentId id, Batch batch) {
    Assignment assignment = assignments.lock(id).orElseThrow();
    Map<UUID, LoggedOperation> known = known(assignment, batch);
    List<Operation> fresh =
        batch.operations().stream().filter(o -> !known.containsKey(o.id())).toList();
    if (!fresh.isEmpty() && !assignment.state().isEditable()) {
      throw new Refused.Conflict("assignment.closed");
    }
    List<Recorded.Acknowledged> acknowledged = new ArrayList<>();
    known
        .values()
        .forEach(o -> acknowledged.add(new Recorded.Acknowledged(o.id(), o.entry().revision())));
    List<Recorded.Refusal> rejected = new ArrayList<>();
    List<LoggedOperation> missed =
        log.since(assignment, batch.baseRevision()).stream()
            .filter(o -> !o.entry().clientId().equals(batch.clientId()))
            .toList();
    Editing.Session session =
        editing.open(assignment, actor, batch.clientId(), fresh, clock.instant());
    for (Operation operation : fresh) {
      session
          .apply(operation)
          .ifPresentOrElse(
              rejection -> rejected.add(new Recorded.Refusal(operation.id(), rejection)),
              () ->
                  acknowledged.add(new Recorded.Acknowledged(operation.id(), session.revision())));
    }
    Assignment changed = session.close();
    return new Recorded(changed.revision(), changed.state(), acknowledged, rejected, missed);
  }

  private Map<UUID, LoggedOperation> known(Assignment assignment, Batch batch) {
    Map<UUID, Operation> sent = new HashMap<>();
    batch.operations().forEach(o -> sent.put(o.id(), o));
    Map<UUID, LoggedOperation> known = new HashMap<>();
    for (LoggedOperation logged : log.find(assignment, sent.keySet())) {
      Operation same = sent.get(logged.id());
      if (same == null
          || !logged.entry().body().equals(StrictJson.write(OperationJson.write(same)))) {
        throw new Refused.Invalid("operation.otherContent", logged.id());
      }
      known.put(logged.id(), logged);
    }
    return known;
  }
}
