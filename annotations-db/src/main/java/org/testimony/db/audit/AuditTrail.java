package org.testimony.db.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.text.Hash;
import org.testimony.core.text.HashChain;
import org.testimony.core.text.StrictJson;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.project.ProjectId;

/**
 * Records who did what, in the transaction of the act. Entries are only ever added; the database
 * refuses changes. Acts that belong to no project go to the trail of the installation.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class AuditTrail {

  /** The trail of acts that belong to no project. */
  public static final ProjectId INSTALLATION = new ProjectId(new UUID(0, 0));

  private final EntityManager entities;
  private final Accounts accounts;

  /** Works in the transaction of this entity manager. */
  @Inject
  public AuditTrail(EntityManager entities, Accounts accounts) {
    this.entities = entities;
    this.accounts = accounts;
  }

  /**
   * One act.
   *
   * @param act what was done, such as {@code article.import}
   * @param object to what
   * @param before what it was, where it was something
   * @param after what it is now, where it is something
   */
  public record Act(String act, String object, Optional<String> before, Optional<String> after) {

    /** An act that made or did something. */
    public static Act of(String act, String object, String after) {
      return new Act(act, object, Optional.empty(), Optional.of(after));
    }
  }

  /** Adds an act to the trail of a project. */
  public void append(ProjectId project, AccountId actor, Act act, Instant now) {
    entities
        .createNativeQuery(
            "insert into audit_head (project_id, sequence, entry_hash) values (?1, 0, ?2)"
                + " on conflict (project_id) do nothing")
        .setParameter(1, project.value())
        .setParameter(2, HashChain.START.hex())
        .executeUpdate();
    Object[] head =
        (Object[])
            entities
                .createNativeQuery(
                    "select sequence, entry_hash from audit_head where project_id = ?1 for update")
                .setParameter(1, project.value())
                .getSingleResult();
    long sequence = ((Number) head[0]).longValue() + 1;
    Hash previous = new Hash((String) head[1]);
    String salt = UUID.randomUUID().toString();
    Hash hash = HashChain.next(previous, entry(sequence, actor, act, now, salt));
    insert(project, sequence, actor, act, now, salt, previous, hash);
    entities
        .createNativeQuery(
            "update audit_head set sequence = ?2, entry_hash = ?3 where project_id = ?1")
        .setParameter(1, project.value())
        .setParameter(2, sequence)
        .setParameter(3, hash.hex())
        .executeUpdate();
  }

  private String entry(long sequence, AccountId actor, Act act, Instant now, String salt) {
    ObjectNode entry = StrictJson.object();
    entry.put("sequence", sequence);
    String actorSalt = accounts.salt(actor).orElse("");
    entry.put("actor", HashChain.commitment(actorSalt, actor.toString()));
    entry.put("at", HashChain.commitment(salt, Long.toString(now.toEpochMilli())));
    entry.put("act", act.act());
    entry.put("object", act.object());
    act.before().ifPresent(b -> entry.put("before", HashChain.commitment(salt, b)));
    act.after().ifPresent(a -> entry.put("after", HashChain.commitment(salt, a)));
    return StrictJson.write(entry);
  }

  private void insert(
      ProjectId project,
      long sequence,
      AccountId actor,
      Act act,
      Instant now,
      String salt,
      Hash previous,
      Hash hash) {
    entities
        .createNativeQuery(
            "insert into audit_event (project_id, sequence, at, at_salt, actor_id, act, object,"
                + " before, after, previous_hash, entry_hash)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
        .setParameter(1, project.value())
        .setParameter(2, sequence)
        .setParameter(3, Timestamp.from(Instant.ofEpochMilli(now.toEpochMilli())))
        .setParameter(4, salt)
        .setParameter(5, actor.value())
        .setParameter(6, act.act())
        .setParameter(7, act.object())
        .setParameter(8, act.before().orElse(null))
        .setParameter(9, act.after().orElse(null))
        .setParameter(10, previous.hex())
        .setParameter(11, hash.hex())
        .executeUpdate();
  }

  /** How many acts the trail of a project holds. */
  public long length(ProjectId project) {
    List<?> heads =
        entities
            .createNativeQuery("select sequence from audit_head where project_id = ?1")
            .setParameter(1, project.value())
            .getResultList();
    return heads.isEmpty() ? 0 : ((Number) heads.get(0)).longValue();
  }
}
