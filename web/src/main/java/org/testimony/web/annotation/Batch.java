package org.testimony.web.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.OperationJson;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson.Malformed;

/**
 * Operations that a client sends together.
 *
 * @param clientId the tab
 * @param baseRevision the newest revision that the client knows
 * @param operations in the order in which they were made
 */
public record Batch(UUID clientId, long baseRevision, List<Operation> operations) {

  /** Most operations in one batch. */
  static final int MOST = 200;

  /** Most bytes of one batch. */
  static final int MOST_BYTES = 256 * 1024;

  /** Copies. */
  public Batch {
    operations = List.copyOf(operations);
  }

  /**
   * The batch in a request's body.
   *
   * @throws Malformed when it has another form, names an operation twice or holds too many
   */
  static Batch read(JsonObject object) {
    object.only("clientId", "baseRevision", "operations");
    List<Operation> operations = new ArrayList<>();
    List<UUID> seen = new ArrayList<>();
    List<JsonObject> elements = object.objects("operations");
    if (elements.isEmpty() || elements.size() > MOST) {
      throw new Malformed(
          object.at("operations"),
          "1 to %d operations were expected, there are %d".formatted(MOST, elements.size()));
    }
    for (JsonObject element : elements) {
      Operation operation = OperationJson.read(element);
      if (seen.contains(operation.id())) {
        throw new Malformed(element.at("opId"), "this operation is twice in the batch");
      }
      if (operation.input() == Operation.Input.SERVER) {
        throw new Malformed(element.at("input"), "only the program itself writes this");
      }
      seen.add(operation.id());
      operations.add(operation);
    }
    long base = object.longInteger("baseRevision");
    if (base < 0) {
      throw new Malformed(object.at("baseRevision"), "a revision is 0 or more");
    }
    return new Batch(object.uuid("clientId"), base, operations);
  }
}
