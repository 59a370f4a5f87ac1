package org.testimony.db.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.testimony.db.account.AccountId;

/** A row of {@code member}. */
@Entity
@Table(name = "member")
@IdClass(MemberRow.Key.class)
@NullUnmarked
class MemberRow {

  @Id
  @Column(name = "project_id")
  private UUID projectId;

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  private String pseudonym;
  private boolean owner;
  private boolean adjudicator;
  private boolean annotator;
  private boolean reviewer;

  @Column(name = "created_at")
  private Instant createdAt;

  MemberRow() {}

  MemberRow(ProjectId project, AccountId account, String pseudonym, Instant createdAt) {
    this.projectId = project.value();
    this.accountId = account.value();
    this.pseudonym = pseudonym;
    this.createdAt = createdAt;
  }

  void set(Set<Role> roles) {
    owner = roles.contains(Role.OWNER);
    adjudicator = roles.contains(Role.ADJUDICATOR);
    annotator = roles.contains(Role.ANNOTATOR);
    reviewer = roles.contains(Role.REVIEWER);
  }

  Member member() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    addIf(owner, Role.OWNER, roles);
    addIf(adjudicator, Role.ADJUDICATOR, roles);
    addIf(annotator, Role.ANNOTATOR, roles);
    addIf(reviewer, Role.REVIEWER, roles);
    return new Member(new AccountId(accountId), pseudonym, roles);
  }

  private static void addIf(boolean has, Role role, Set<Role> roles) {
    if (has) {
      roles.add(role);
    }
  }

  /** The primary key. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID projectId;
    private UUID accountId;

    Key() {}

    Key(ProjectId project, AccountId account) {
      this.projectId = project.value();
      this.accountId = account.value();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.projectId.equals(projectId)
          && key.accountId.equals(accountId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(projectId, accountId);
    }
  }
}
