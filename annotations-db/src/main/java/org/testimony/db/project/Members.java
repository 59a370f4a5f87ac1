package org.testimony.db.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.testimony.db.account.AccountId;

/** The people of projects. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Members {

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public Members(EntityManager entities) {
    this.entities = entities;
  }

  /** The person's place in the project. */
  public Optional<Member> find(ProjectId project, AccountId account) {
    return row(project, account).map(MemberRow::member);
  }

  /** Everybody in the project, by pseudonym. */
  public List<Member> of(ProjectId project) {
    return entities
        .createQuery(
            "select m from MemberRow m where m.projectId = :project order by m.pseudonym",
            MemberRow.class)
        .setParameter("project", project.value())
        .getResultStream()
        .map(MemberRow::member)
        .toList();
  }

  /** Gives a person these roles; a new person gets the next free pseudonym. */
  public Member put(ProjectId project, AccountId account, Set<Role> roles, Instant now) {
    MemberRow row = row(project, account).orElseGet(() -> add(project, account, now));
    row.set(roles);
    return row.member();
  }

  /** Adds a person under a pseudonym that is still free in the project. */
  public void add(
      ProjectId project, AccountId account, String pseudonym, Set<Role> roles, Instant now) {
    MemberRow row = new MemberRow(project, account, pseudonym, now);
    row.set(roles);
    entities.persist(row);
  }

  private MemberRow add(ProjectId project, AccountId account, Instant now) {
    Set<String> taken = new HashSet<>();
    of(project).forEach(member -> taken.add(member.pseudonym()));
    int number = 1;
    while (taken.contains(pseudonym(number))) {
      number++;
    }
    MemberRow row = new MemberRow(project, account, pseudonym(number), now);
    entities.persist(row);
    return row;
  }

  /** In plain digits, whatever the language of the machine. */
  private static String pseudonym(int number) {
    return String.format(Locale.ROOT, "P%02d", number);
  }

  private Optional<MemberRow> row(ProjectId project, AccountId account) {
    return Optional.ofNullable(entities.find(MemberRow.class, new MemberRow.Key(project, account)));
  }
}
