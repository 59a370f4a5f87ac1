package org.testimony.db.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.testimony.db.account.AccountId;
import org.testimony.db.article.TextId;
import org.testimony.db.project.ProjectId;
import org.testimony.db.shared.Ids;

/** The lists of fixed claims of projects; a new list of a text stands beside the older ones. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class FixedClaims {

  private static final String NEWEST =
      " from FixedClaimsRow c where c.projectId = :project and c.version ="
          + " (select max(d.version) from FixedClaimsRow d"
          + " where d.projectId = c.projectId and d.textId = c.textId)";

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public FixedClaims(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What a page shows of a list.
   *
   * @param version of the list
   * @param claims how many
   * @param created when it came
   */
  public record Summary(int version, int claims, Instant created) {}

  /** The newest list of each text that has one. */
  public Map<TextId, FixedList> newest(ProjectId project) {
    Map<TextId, FixedList> lists = new HashMap<>();
    entities
        .createQuery("select c" + NEWEST, FixedClaimsRow.class)
        .setParameter("project", project.value())
        .getResultStream()
        .map(FixedClaimsRow::list)
        .forEach(list -> lists.put(list.text(), list));
    return lists;
  }

  /** The same without the claims. */
  public Map<TextId, Summary> summaries(ProjectId project) {
    Map<TextId, Summary> summaries = new HashMap<>();
    entities
        .createQuery("select c.textId, c.version, c.claims, c.createdAt" + NEWEST, Object[].class)
        .setParameter("project", project.value())
        .getResultStream()
        .forEach(
            row ->
                summaries.put(
                    new TextId((UUID) row[0]),
                    new Summary((int) row[1], (int) row[2], (Instant) row[3])));
    return summaries;
  }

  /** Adds a list; its version follows that of the newest. */
  public void add(ProjectId project, FixedList list, AccountId by) {
    entities.persist(new FixedClaimsRow(project, Ids.next(list.created()), list, by));
    entities.flush();
  }
}
