package org.testimony.db.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;
import org.testimony.db.project.ProjectId;
import org.testimony.db.shared.Ids;

/** The articles of projects, with their texts. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Articles {

  private static final String WITH_NEWEST_TEXT =
      "select a, t from ArticleRow a, TextRow t where a.projectId = :project"
          + " and t.articleId = a.id and t.number ="
          + " (select max(u.number) from TextRow u where u.articleId = a.id)";

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public Articles(EntityManager entities) {
    this.entities = entities;
  }

  /** The article of this id in the project. */
  public Optional<Article> find(ProjectId project, ArticleId id) {
    return entities
        .createQuery(WITH_NEWEST_TEXT + " and a.id = :id", Object[].class)
        .setParameter("project", project.value())
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .map(Articles::article);
  }

  /**
   * A page of the project's articles in the order of their import.
   *
   * @param after the last article of the page before; empty for the first page
   * @param limit at most so many
   */
  public List<Article> page(ProjectId project, Optional<ArticleId> after, int limit) {
    String condition = after.isPresent() ? " and a.id > :after" : "";
    TypedQuery<Object[]> query =
        entities.createQuery(WITH_NEWEST_TEXT + condition + " order by a.id", Object[].class);
    query.setParameter("project", project.value()).setMaxResults(limit);
    after.ifPresent(id -> query.setParameter("after", id.value()));
    return query.getResultStream().map(Articles::article).toList();
  }

  /** All articles of the project in the order of their import. */
  public List<Article> all(ProjectId project) {
    return page(project, Optional.empty(), Integer.MAX_VALUE);
  }

  /** How many articles the project has. */
  public long count(ProjectId project) {
    return entities
        .createQuery("select count(a) from ArticleRow a where a.projectId = :p", Long.class)
        .setParameter("p", project.value())
        .getSingleResult();
  }

  /** The project's articles of which one text version is exactly this text, oldest first. */
  public List<Article> withText(ProjectId project, Hash sha256) {
    return entities
        .createQuery(
            "select a, t from ArticleRow a, TextRow t where a.projectId = :project"
                + " and t.articleId = a.id and t.projectId = :project and t.sha256 = :sha256"
                + " order by a.id",
            Object[].class)
        .setParameter("project", project.value())
        .setParameter("sha256", sha256.hex())
        .getResultStream()
        .map(Articles::article)
        .toList();
  }

  /** A text version's characters, checked against their hash. */
  public Optional<ArticleText> text(TextId id) {
    return Optional.ofNullable(entities.find(TextRow.class, id.value())).map(TextRow::text);
  }

  /** Where a text version came from and how it was read. */
  public Optional<TextSource> source(TextId id) {
    return Optional.ofNullable(entities.find(TextRow.class, id.value())).map(TextRow::source);
  }

  /** Adds an article with its first text. */
  public ArticleId add(
      ProjectId project, ArticleDetails details, ArticleText text, TextSource source, Instant now) {
    ArticleId id = new ArticleId(Ids.next(now));
    entities.persist(new ArticleRow(project, id, details, now));
    entities.flush();
    TextId textId = new TextId(Ids.next(now));
    entities.persist(new TextRow(project, textId, id, 1, text, source, now));
    entities.flush();
    return id;
  }

  /**
   * Writes the details of an article, if it still has this version.
   *
   * @return false where it has another one by now
   */
  public boolean change(ProjectId project, ArticleId id, ArticleDetails details, int version) {
    ArticleRow row = entities.find(ArticleRow.class, id.value());
    if (row == null || !row.project().equals(project) || row.version() != version) {
      return false;
    }
    row.set(details);
    entities.flush();
    return true;
  }

  private static Article article(Object[] row) {
    return ((ArticleRow) row[0]).article((TextRow) row[1]);
  }
}
