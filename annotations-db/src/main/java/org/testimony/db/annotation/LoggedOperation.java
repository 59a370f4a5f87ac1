package org.testimony.db.annotation;

import java.time.Instant;
import java.util.UUID;
import org.testimony.core.annotation.LogEntry;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.OperationJson;
import org.testimony.core.text.StrictJson;
import org.testimony.db.account.AccountId;

/**
 * An operation with who made it and when.
 *
 * @param id of the operation
 * @param actor who made it
 * @param at when it was stored, to the millisecond
 * @param entry as the chain covers it
 */
public record LoggedOperation(UUID id, AccountId actor, Instant at, LogEntry entry) {

  /** What it changes. */
  public Operation operation() {
    return OperationJson.readLogged(StrictJson.read(entry.body()));
  }
}
