package org.testimony.db.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code account}. */
@Entity
@Table(name = "account")
@NullUnmarked
class AccountRow {

  @Id private UUID id;
  private String name;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "password_hash")
  private String passwordHash;

  private boolean administrator;
  private boolean active;
  private int generation;
  private String salt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  AccountRow() {}

  AccountRow(Account account, String salt, Instant createdAt) {
    this.id = account.id().value();
    this.name = account.name();
    this.salt = salt;
    this.createdAt = createdAt;
    set(account);
  }

  void set(Account account) {
    displayName = account.displayName();
    passwordHash = account.passwordHash().orElse(null);
    administrator = account.administrator();
    active = account.active();
    generation = account.generation();
  }

  String salt() {
    return salt;
  }

  Account account() {
    return new Account(
        new AccountId(id),
        name,
        displayName,
        Optional.ofNullable(passwordHash),
        administrator,
        active,
        generation);
  }
}
