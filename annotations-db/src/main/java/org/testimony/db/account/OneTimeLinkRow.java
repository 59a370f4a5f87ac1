package org.testimony.db.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.db.shared.OptionalUuidColumn;

/** A row of {@code one_time_link}. */
@Entity
@Table(name = "one_time_link")
@NullUnmarked
class OneTimeLinkRow {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private OneTimeLink.Purpose purpose;

  @Column(name = "token_hash")
  private String tokenHash;

  @Convert(converter = OptionalUuidColumn.class)
  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private Instant usedAt;

  OneTimeLinkRow() {}

  OneTimeLinkRow(UUID id, OneTimeLink link, String tokenHash, Instant now) {
    this.id = id;
    this.purpose = link.purpose();
    this.tokenHash = tokenHash;
    this.accountId = link.account().map(AccountId::value).orElse(null);
    this.createdAt = now;
    this.expiresAt = link.expires();
  }

  void use(Instant now) {
    usedAt = now;
  }

  OneTimeLink link() {
    return new OneTimeLink(purpose, Optional.ofNullable(accountId).map(AccountId::new), expiresAt);
  }
}
