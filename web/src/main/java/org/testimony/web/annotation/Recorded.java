package org.testimony.web.annotation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.testimony.core.annotation.Rejection;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.text.StrictJson;
import org.testimony.db.annotation.LoggedOperation;

/**
 * What became of a batch.
 *
 * @param revision of the assignment afterwards
 * @param state of the assignment afterwards
 * @param acknowledged operations that are stored
 * @param rejected operations that are not, with the reason
 * @param missed operations of other clients after the batch's base revision
 */
public record Recorded(
    long revision,
    AssignmentState state,
    List<Acknowledged> acknowledged,
    List<Refusal> rejected,
    List<LoggedOperation> missed) {

  /** Copies. */
  public Recorded {
    acknowledged = List.copyOf(acknowledged);
    rejected = List.copyOf(rejected);
    missed = List.copyOf(missed);
  }

  /** An operation that is stored, and its revision. */
  public record Acknowledged(UUID operation, long revision) {}

  /** An operation that is not stored, and why. */
  public record Refusal(UUID operation, Rejection rejection) {}

  ObjectNode json() {
    ObjectNode node = StrictJson.object();
    node.put("revision", revision);
    node.put("state", state.name());
    ArrayNode done = node.putArray("acknowledged");
    for (Acknowledged a : acknowledged) {
      done.addObject().put("opId", a.operation().toString()).put("revision", a.revision());
    }
    ArrayNode refused = node.putArray("rejected");
    for (Refusal refusal : rejected) {
      ObjectNode entry = refused.addObject();
      entry.put("opId", refusal.operation().toString());
      entry.put("code", refusal.rejection().code().name());
      entry.put("detail", refusal.rejection().detail());
      ArrayNode current = entry.putArray("current");
      for (Rejection.Missing missing : refusal.rejection().missing()) {
        current
            .addObject()
            .put("subject", missing.subject().toString())
            .put("field", missing.field())
            .put("code", missing.kind().name());
      }
    }
    node.set("missed", operations(missed));
    return node;
  }

  /** Logged operations as clients read them: the operation with revision, client and time. */
  static ArrayNode operations(List<LoggedOperation> logged) {
    ArrayNode array = StrictJson.object().putArray("operations");
    for (LoggedOperation operation : logged) {
      ObjectNode entry = (ObjectNode) StrictJson.read(operation.entry().body());
      entry.put("revision", operation.entry().revision());
      entry.put("clientId", operation.entry().clientId().toString());
      entry.put("at", operation.at().toString());
      array.add(entry);
    }
    return array;
  }
}
