package org.testimony.db.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.text.HashChain;
import org.testimony.db.account.AccountId;
import org.testimony.db.article.TextId;
import org.testimony.db.project.ProjectId;
import org.testimony.db.shared.Ids;

/** Who labels what. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Assignments {

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public Assignments(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What a new assignment is about.
   *
   * @param round it belongs to
   * @param article to label
   * @param text its newest text
   * @param annotator who labels
   * @param phase what to do
   * @param position place in the annotator's list, from 1
   */
  public record Planned(
      UUID round, ArticleId article, TextId text, AccountId annotator, Phase phase, int position) {}

  /** Adds an assignment that nobody has opened yet. */
  public AssignmentId add(ProjectId project, Planned planned, Instant now) {
    return repeat(project, planned, 0, now);
  }

  /**
   * Adds an assignment by which the same article comes again to the same person.
   *
   * @param repeat 0 for the first time
   */
  public AssignmentId repeat(ProjectId project, Planned planned, int repeat, Instant now) {
    AssignmentId id = new AssignmentId(Ids.next(now));
    Assignment assignment =
        new Assignment(
            id,
            project,
            planned.round(),
            planned.article(),
            planned.text(),
            planned.annotator(),
            planned.phase(),
            repeat,
            planned.position(),
            AssignmentState.NEW,
            0,
            HashChain.START,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    entities.persist(new AssignmentRow(assignment, now));
    return id;
  }

  /** The assignment of this id. */
  public Optional<Assignment> find(AssignmentId id) {
    return Optional.ofNullable(entities.find(AssignmentRow.class, id.value()))
        .map(AssignmentRow::assignment);
  }

  /** The assignment of this id, locked against others until the transaction ends. */
  public Optional<Assignment> lock(AssignmentId id) {
    return Optional.ofNullable(
            entities.find(AssignmentRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
        .map(AssignmentRow::assignment);
  }

  /** Writes state, revision, head and times of an assignment. */
  public void change(Assignment assignment) {
    entities.find(AssignmentRow.class, assignment.id().value()).set(assignment);
  }

  /** A person's assignments in all projects, in the order of their list. */
  public List<Assignment> of(AccountId annotator) {
    return entities
        .createQuery(
            "select a from AssignmentRow a where a.annotatorId = :annotator"
                + " order by a.projectId, a.position, a.id",
            AssignmentRow.class)
        .setParameter("annotator", annotator.value())
        .getResultStream()
        .map(AssignmentRow::assignment)
        .toList();
  }

  /** All assignments of a project, by annotator and position. */
  public List<Assignment> of(ProjectId project) {
    return entities
        .createQuery(
            "select a from AssignmentRow a where a.projectId = :project"
                + " order by a.annotatorId, a.position, a.id",
            AssignmentRow.class)
        .setParameter("project", project.value())
        .getResultStream()
        .map(AssignmentRow::assignment)
        .toList();
  }
}
