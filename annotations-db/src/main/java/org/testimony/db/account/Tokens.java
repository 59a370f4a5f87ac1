package org.testimony.db.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testimony.db.shared.Ids;

/** Bearer tokens, found by their hash. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Tokens {

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public Tokens(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A token that is in force.
   *
   * @param id names it on the account page
   * @param account whose rights it carries
   * @param name what its owner called it
   * @param created when it was made
   */
  public record Token(UUID id, AccountId account, String name, Instant created) {}

  /** Adds a token. */
  public UUID add(AccountId account, String name, String tokenHash, Instant now) {
    UUID id = Ids.next(now);
    entities.persist(new TokenRow(id, account, name, tokenHash, now));
    return id;
  }

  /** The token in force with this hash. */
  public Optional<Token> valid(String tokenHash) {
    return entities
        .createQuery(
            "select t from TokenRow t where t.tokenHash = :hash and t.revokedAt is null",
            TokenRow.class)
        .setParameter("hash", tokenHash)
        .getResultStream()
        .findFirst()
        .map(TokenRow::token);
  }

  /** An account's tokens in force, oldest first. */
  public List<Token> of(AccountId account) {
    return entities
        .createQuery(
            "select t from TokenRow t where t.accountId = :account and t.revokedAt is null"
                + " order by t.id",
            TokenRow.class)
        .setParameter("account", account.value())
        .getResultStream()
        .map(TokenRow::token)
        .toList();
  }

  /** Ends a token of an account; false where the account has none of this id in force. */
  public boolean revoke(AccountId account, UUID id, Instant now) {
    TokenRow row = entities.find(TokenRow.class, id);
    if (row == null || !row.token().account().equals(account)) {
      return false;
    }
    row.revoke(now);
    return true;
  }
}
