package org.testimony.db.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code token}. */
@Entity
@Table(name = "token")
@NullUnmarked
class TokenRow {

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  private String name;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  TokenRow() {}

  TokenRow(UUID id, AccountId account, String name, String tokenHash, Instant now) {
    this.id = id;
    this.accountId = account.value();
    this.name = name;
    this.tokenHash = tokenHash;
    this.createdAt = now;
  }

  Tokens.Token token() {
    return new Tokens.Token(id, new AccountId(accountId), name, createdAt);
  }

  void revoke(Instant now) {
    revokedAt = now;
  }
}
