package org.testimony.db.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The accounts of the installation. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Accounts {

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public Accounts(EntityManager entities) {
    this.entities = entities;
  }

  /** Whether there is any account. */
  public boolean any() {
    return !entities
        .createQuery("select a.id from AccountRow a", UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The account of this id. */
  public Optional<Account> find(AccountId id) {
    return row(id).map(AccountRow::account);
  }

  /** Those of these accounts that there are, in one query. */
  public Map<AccountId, Account> find(Collection<AccountId> ids) {
    Map<AccountId, Account> found = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery("select a from AccountRow a where a.id in :ids", AccountRow.class)
          .setParameter("ids", ids.stream().map(AccountId::value).toList())
          .getResultStream()
          .map(AccountRow::account)
          .forEach(account -> found.put(account.id(), account));
    }
    return found;
  }

  /** The account that signs in with this name. */
  public Optional<Account> named(String name) {
    return entities
        .createQuery("select a from AccountRow a where a.name = :name", AccountRow.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst()
        .map(AccountRow::account);
  }

  /** All accounts by name. */
  public List<Account> all() {
    return entities
        .createQuery("select a from AccountRow a order by a.name", AccountRow.class)
        .getResultStream()
        .map(AccountRow::account)
        .toList();
  }

  /** How many active administrators there are. */
  public long administrators() {
    return entities
        .createQuery(
            "select count(a) from AccountRow a where a.administrator = true and a.active = true",
            Long.class)
        .getSingleResult();
  }

  /**
   * Adds an account.
   *
   * @param salt blinds what hash chains say about the person
   */
  public void add(Account account, String salt, Instant now) {
    entities.persist(new AccountRow(account, salt, now));
    entities.flush();
  }

  /** Writes what changed of an account. */
  public void change(Account account) {
    row(account.id()).orElseThrow().set(account);
  }

  /** The salt of a person's entries in hash chains; empty once the person was erased. */
  public Optional<String> salt(AccountId id) {
    return row(id).map(AccountRow::salt);
  }

  private Optional<AccountRow> row(AccountId id) {
    return Optional.ofNullable(entities.find(AccountRow.class, id.value()));
  }
}
