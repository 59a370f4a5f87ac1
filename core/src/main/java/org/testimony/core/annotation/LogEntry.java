package org.testimony.core.annotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.testimony.core.text.Hash;
import org.testimony.core.text.HashChain;
import org.testimony.core.text.StrictJson;

/**
 * An operation as the log of its assignment keeps it.
 *
 * @param revision counts the assignment's operations from 1
 * @param clientId the tab that made it
 * @param body the operation, canonical JSON
 * @param actor commitment to the person
 * @param at commitment to the time
 * @param previous hash of the entry before, or {@link HashChain#START}
 * @param hash of this entry
 */
public record LogEntry(
    long revision, UUID clientId, String body, String actor, String at, Hash previous, Hash hash) {

  /** The entry that follows {@code previous}. */
  public static LogEntry after(
      Hash previous, long revision, UUID clientId, Operation operation, String actor, String at) {
    String body = StrictJson.write(OperationJson.write(operation));
    Hash hash = HashChain.next(previous, entry(revision, clientId, body, actor, at));
    return new LogEntry(revision, clientId, body, actor, at, previous, hash);
  }

  /** Whether the hash is that of the content, following {@code previous}. */
  public boolean isIntact() {
    return HashChain.next(previous, entry(revision, clientId, body, actor, at)).equals(hash);
  }

  private static String entry(long revision, UUID clientId, String body, String actor, String at) {
    ObjectNode entry = StrictJson.object();
    entry.put("revision", revision);
    entry.put("clientId", clientId.toString());
    entry.put("operation", Hash.of(body).hex());
    entry.put("actor", actor);
    entry.put("at", at);
    return StrictJson.write(entry);
  }
}
