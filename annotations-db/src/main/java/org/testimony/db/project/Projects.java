package org.testimony.db.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testimony.db.account.AccountId;
import org.testimony.db.shared.Ids;

/** The projects of the installation. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Projects {

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public Projects(EntityManager entities) {
    this.entities = entities;
  }

  /** The project of this id. */
  public Optional<Project> find(ProjectId id) {
    return Optional.ofNullable(entities.find(ProjectRow.class, id.value()))
        .map(ProjectRow::project);
  }

  /** The project of this key. */
  public Optional<Project> keyed(String key) {
    return entities
        .createQuery("select p from ProjectRow p where p.key = :key", ProjectRow.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst()
        .map(ProjectRow::project);
  }

  /** All projects by name. */
  public List<Project> all() {
    return entities
        .createQuery("select p from ProjectRow p order by p.name, p.key", ProjectRow.class)
        .getResultStream()
        .map(ProjectRow::project)
        .toList();
  }

  /** The projects in which an account has a role, by name. */
  public List<Project> of(AccountId account) {
    return entities
        .createQuery(
            "select p from ProjectRow p, MemberRow m"
                + " where m.projectId = p.id and m.accountId = :account order by p.name, p.key",
            ProjectRow.class)
        .setParameter("account", account.value())
        .getResultStream()
        .map(ProjectRow::project)
        .toList();
  }

  /** Adds a project; the key has to be free. */
  public ProjectId add(String key, String name, Instant now) {
    ProjectId id = new ProjectId(Ids.next(now));
    entities.persist(new ProjectRow(id.value(), key, name, now));
    entities.flush();
    return id;
  }

  /** Gives a project another name. */
  public void rename(ProjectId id, String name) {
    entities.find(ProjectRow.class, id.value()).rename(name);
    entities.flush();
  }

  /** Makes transactions that add to this project one after another until this one ends. */
  public void serialise(ProjectId id) {
    entities
        .createNativeQuery("select 1 from project where id = ?1 for no key update")
        .setParameter(1, id.value())
        .getSingleResult();
  }
}
