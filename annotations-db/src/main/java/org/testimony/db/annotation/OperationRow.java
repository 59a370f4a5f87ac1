package org.testimony.db.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.core.annotation.LogEntry;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.text.Hash;
import org.testimony.core.text.HashChain;
import org.testimony.db.account.AccountId;
import org.testimony.db.assignment.Assignment;

/** A row of {@code operation}. */
@Entity
@Table(name = "operation")
@IdClass(OperationRow.Key.class)
@NullUnmarked
class OperationRow {

  @Column(name = "project_id")
  private UUID projectId;

  @Id
  @Column(name = "assignment_id")
  private UUID assignmentId;

  @Id private long revision;

  @Column(name = "op_id")
  private UUID opId;

  @Column(name = "client_id")
  private UUID clientId;

  private String body;

  @Column(name = "actor_id")
  private UUID actorId;

  private Instant at;

  @Column(name = "at_salt")
  private String atSalt;

  @Column(name = "previous_hash")
  private String previousHash;

  @Column(name = "entry_hash")
  private String entryHash;

  OperationRow() {}

  OperationRow(
      Assignment assignment, UUID opId, LogEntry entry, AccountId actor, Instant at, String salt) {
    this.projectId = assignment.project().value();
    this.assignmentId = assignment.id().value();
    this.revision = entry.revision();
    this.opId = opId;
    this.clientId = entry.clientId();
    this.body = entry.body();
    this.actorId = actor.value();
    this.at = at;
    this.atSalt = salt;
    this.previousHash = entry.previous().hex();
    this.entryHash = entry.hash().hex();
  }

  LoggedOperation logged(String actorSalt) {
    LogEntry entry =
        new LogEntry(
            revision,
            clientId,
            body,
            HashChain.commitment(actorSalt, actorId.toString()),
            HashChain.commitment(atSalt, Long.toString(at.toEpochMilli())),
            new Hash(previousHash),
            new Hash(entryHash));
    return new LoggedOperation(opId, new AccountId(actorId), at, entry);
  }

  AssignmentId assignment() {
    return new AssignmentId(assignmentId);
  }

  UUID actorId() {
    return actorId;
  }

  /** The primary key, without the project: assignment ids are unique. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID assignmentId;
    private long revision;

    Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.assignmentId.equals(assignmentId)
          && key.revision == revision;
    }

    @Override
    public int hashCode() {
      return Objects.hash(assignmentId, revision);
    }
  }
}
