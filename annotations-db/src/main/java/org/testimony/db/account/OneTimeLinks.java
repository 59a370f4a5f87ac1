package org.testimony.db.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import org.testimony.db.shared.Ids;

/** One-time links, found by the hash of their token. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class OneTimeLinks {

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public OneTimeLinks(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds a link. */
  public void add(OneTimeLink link, String tokenHash, Instant now) {
    entities.persist(new OneTimeLinkRow(Ids.next(now), link, tokenHash, now));
  }

  /** The link of this token that is neither used nor expired. */
  public Optional<OneTimeLink> valid(String tokenHash, Instant now) {
    return row(tokenHash, now, LockModeType.NONE).map(OneTimeLinkRow::link);
  }

  /** Uses the link of this token up; empty where it was used or is expired. */
  public Optional<OneTimeLink> use(String tokenHash, Instant now) {
    Optional<OneTimeLinkRow> row = row(tokenHash, now, LockModeType.PESSIMISTIC_WRITE);
    row.ifPresent(r -> r.use(now));
    return row.map(OneTimeLinkRow::link);
  }

  /** Ends all unused links of a purpose. */
  public void end(OneTimeLink.Purpose purpose, Instant now) {
    entities
        .createQuery(
            "update OneTimeLinkRow l set l.usedAt = :now"
                + " where l.purpose = :purpose and l.usedAt is null")
        .setParameter("now", now)
        .setParameter("purpose", purpose)
        .executeUpdate();
  }

  /** Ends all unused links of an account. */
  public void end(AccountId account, Instant now) {
    entities
        .createQuery(
            "update OneTimeLinkRow l set l.usedAt = :now"
                + " where l.accountId = :account and l.usedAt is null")
        .setParameter("now", now)
        .setParameter("account", account.value())
        .executeUpdate();
  }

  private Optional<OneTimeLinkRow> row(String tokenHash, Instant now, LockModeType lock) {
    return entities
        .createQuery(
            "select l from OneTimeLinkRow l"
                + " where l.tokenHash = :hash and l.usedAt is null and l.expiresAt > :now",
            OneTimeLinkRow.class)
        .setParameter("hash", tokenHash)
        .setParameter("now", now)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }
}
