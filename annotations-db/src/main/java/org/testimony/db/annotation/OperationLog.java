package org.testimony.db.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testimony.core.annotation.LogEntry;
import org.testimony.core.annotation.Operation;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.text.Hash;
import org.testimony.core.text.HashChain;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.project.ProjectId;

/** Every accepted operation of every assignment, in order. Only ever grows. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class OperationLog {

  /** Rows that are read in bulk are not watched for changes. */
  private static final String READ_ONLY = "eclipselink.read-only";

  private final EntityManager entities;
  private final Accounts accounts;

  /** Works in the transaction of this entity manager. */
  @Inject
  public OperationLog(EntityManager entities, Accounts accounts) {
    this.entities = entities;
    this.accounts = accounts;
  }

  /**
   * Adds an operation after the newest of its assignment. The caller holds the assignment's lock
   * and writes revision and head of the entry to it.
   *
   * @param previous hash of the newest operation so far
   * @param revision of the new operation
   */
  public LogEntry append(
      Assignment assignment,
      Hash previous,
      long revision,
      UUID clientId,
      Operation operation,
      AccountId actor,
      Instant now) {
    Instant at = Instant.ofEpochMilli(now.toEpochMilli());
    String salt = UUID.randomUUID().toString();
    LogEntry entry =
        LogEntry.after(
            previous,
            revision,
            clientId,
            operation,
            HashChain.commitment(salt(actor), actor.toString()),
            HashChain.commitment(salt, Long.toString(at.toEpochMilli())));
    entities.persist(new OperationRow(assignment, operation.id(), entry, actor, at, salt));
    return entry;
  }

  /** The operations after a revision, oldest first. */
  public List<LoggedOperation> since(Assignment assignment, long revision) {
    return logged(
        entities
            .createQuery(
                "select o from OperationRow o where o.projectId = :project"
                    + " and o.assignmentId = :assignment"
                    + " and o.revision > :revision order by o.revision",
                OperationRow.class)
            .setParameter("project", assignment.project().value())
            .setParameter("assignment", assignment.id().value())
            .setParameter("revision", revision)
            .getResultList());
  }

  /** Those of these operations that are in the log. */
  public List<LoggedOperation> find(Assignment assignment, Collection<UUID> operations) {
    if (operations.isEmpty()) {
      return List.of();
    }
    return logged(
        entities
            .createQuery(
                "select o from OperationRow o where o.projectId = :project"
                    + " and o.assignmentId = :assignment"
                    + " and o.opId in :operations order by o.revision",
                OperationRow.class)
            .setParameter("project", assignment.project().value())
            .setParameter("assignment", assignment.id().value())
            .setParameter("operations", operations)
            .getResultList());
  }

  /** What was logged of these assignments up to their first submission, oldest first. */
  public Map<AssignmentId, List<LoggedOperation>> beforeFirstSubmission(
      ProjectId project, Collection<Assignment> assignments) {
    List<UUID> ids = assignments.stream().map(assignment -> assignment.id().value()).toList();
    return ids.isEmpty()
        ? Map.of()
        : byAssignment(
            joined(project, " and o.revision <= a.firstSubmission and a.id in :assignments")
                .setParameter("assignments", ids));
  }

  /** The operation by which each assignment of a project was first submitted. In one query. */
  public Map<AssignmentId, LoggedOperation> firstSubmissions(ProjectId project) {
    Map<AssignmentId, LoggedOperation> first = new HashMap<>();
    byAssignment(joined(project, " and o.revision = a.firstSubmission"))
        .forEach((assignment, operations) -> first.put(assignment, operations.get(0)));
    return first;
  }

  private TypedQuery<OperationRow> joined(ProjectId project, String condition) {
    return entities
        .createQuery(
            "select o from OperationRow o, AssignmentRow a where a.projectId = :project"
                + " and o.projectId = a.projectId and o.assignmentId = a.id"
                + condition
                + " order by o.assignmentId, o.revision",
            OperationRow.class)
        .setParameter("project", project.value())
        .setHint(READ_ONLY, true);
  }

  private Map<AssignmentId, List<LoggedOperation>> byAssignment(TypedQuery<OperationRow> query) {
    Map<UUID, String> salts = new HashMap<>();
    Map<AssignmentId, List<LoggedOperation>> operations = new HashMap<>();
    for (OperationRow row : query.getResultList()) {
      operations
          .computeIfAbsent(row.assignment(), assignment -> new ArrayList<>())
          .add(logged(row, salts));
    }
    return operations;
  }

  private LoggedOperation logged(OperationRow row, Map<UUID, String> salts) {
    return row.logged(salts.computeIfAbsent(row.actorId(), id -> salt(new AccountId(id))));
  }

  private List<LoggedOperation> logged(List<OperationRow> rows) {
    Map<UUID, String> salts = new HashMap<>();
    return rows.stream().map(row -> logged(row, salts)).toList();
  }

  private String salt(AccountId actor) {
    return accounts.salt(actor).orElse("");
  }
}
