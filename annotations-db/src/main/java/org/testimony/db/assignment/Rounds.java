package org.testimony.db.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testimony.db.project.ProjectId;

/** The rounds of projects. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Rounds {

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public Rounds(EntityManager entities) {
    this.entities = entities;
  }

  /** The round of this id in the project. */
  public Optional<Round> find(ProjectId project, UUID id) {
    return row(project, id).map(RoundRow::round);
  }

  /** All rounds of the project, oldest first. */
  public List<Round> of(ProjectId project) {
    return entities
        .createQuery(
            "select r from RoundRow r where r.projectId = :project order by r.number",
            RoundRow.class)
        .setParameter("project", project.value())
        .getResultStream()
        .map(RoundRow::round)
        .toList();
  }

  /** Adds a round. */
  public void add(ProjectId project, Round round, Instant now) {
    entities.persist(new RoundRow(project, round, now));
    entities.flush();
  }

  /** Marks a round as locked. */
  public void lock(ProjectId project, UUID id, Instant now) {
    row(project, id).orElseThrow().lock(now);
  }

  private Optional<RoundRow> row(ProjectId project, UUID id) {
    return Optional.ofNullable(entities.find(RoundRow.class, id)).filter(r -> r.isIn(project));
  }
}
