package org.testimony.db.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;
import org.testimony.db.article.ArticleSearch.Order;
import org.testimony.db.project.ProjectId;
import org.testimony.db.shared.Ids;

/** The articles of projects, with their texts. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Articles {

  /** Articles with what is known of a text, without its characters. */
  private static final String WITH_TEXT =
      "select a, t.id, t.length, t.sha256 from ArticleRow a, TextRow t"
          + " where a.projectId = :project and t.projectId = :project and t.articleId = a.id";

  private static final String WITH_NEWEST_TEXT =
      WITH_TEXT
          + " and t.number = (select max(u.number) from TextRow u"
          + " where u.projectId = :project and u.articleId = a.id)";

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
   * A page of the project's articles.
   *
   * @param after the last article of the page before; empty for the first page
   * @param limit at most so many
   */
  public List<Article> page(
      ProjectId project, ArticleSearch search, Optional<Article> after, int limit) {
    String query =
        WITH_NEWEST_TEXT
            + condition(search)
            + (after.isPresent() ? beyond(search.order()) : "")
            + order(search.order());
    TypedQuery<Object[]> page = entities.createQuery(query, Object[].class);
    set(page, project, search);
    after.ifPresent(
        last -> {
          page.setParameter("after", last.id().value());
          if (search.order() == Order.TITLE) {
            page.setParameter("title", last.details().title());
          }
        });
    return page.setMaxResults(limit).getResultStream().map(Articles::article).toList();
  }

  /** All articles of the project in the order of their import. */
  public List<Article> all(ProjectId project) {
    return page(project, ArticleSearch.ALL, Optional.empty(), Integer.MAX_VALUE);
  }

  /** How many articles the project has. */
  public long count(ProjectId project) {
    return count(project, ArticleSearch.ALL);
  }

  /** How many articles of the project the search finds. */
  public long count(ProjectId project, ArticleSearch search) {
    TypedQuery<Long> count =
        entities.createQuery(
            "select count(a) from ArticleRow a where a.projectId = :project" + condition(search),
            Long.class);
    set(count, project, search);
    return count.getSingleResult();
  }

  private static String condition(ArticleSearch search) {
    return search.hasWords()
        ? " and (lower(a.title) like :words escape '!' or lower(a.outlet) like :words escape '!')"
        : "";
  }

  private static String beyond(Order order) {
    return switch (order) {
      case OLDEST -> " and a.id > :after";
      case NEWEST -> " and a.id < :after";
      case TITLE -> " and (a.title > :title or (a.title = :title and a.id > :after))";
    };
  }

  private static String order(Order order) {
    return switch (order) {
      case OLDEST -> " order by a.id";
      case NEWEST -> " order by a.id desc";
      case TITLE -> " order by a.title, a.id";
    };
  }

  private static void set(TypedQuery<?> query, ProjectId project, ArticleSearch search) {
    query.setParameter("project", project.value());
    if (search.hasWords()) {
      query.setParameter("words", search.pattern());
    }
  }

  /** The project's articles of which one text version is exactly this text, oldest first. */
  public List<Article> withText(ProjectId project, Hash sha256) {
    return entities
        .createQuery(WITH_TEXT + " and t.sha256 = :sha256 order by a.id", Object[].class)
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

  /** The characters of several text versions, checked against their hashes, in one query. */
  public Map<TextId, ArticleText> texts(Collection<TextId> ids) {
    Map<TextId, ArticleText> texts = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery(
              "select t.id, t.characters, t.sha256 from TextRow t where t.id in :ids",
              Object[].class)
          .setParameter("ids", ids.stream().map(TextId::value).distinct().toList())
          .getResultStream()
          .forEach(
              row ->
                  texts.put(
                      new TextId((UUID) row[0]),
                      TextRow.checked((UUID) row[0], (String) row[1], (String) row[2])));
    }
    return texts;
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
   * Writes the details of an article, if it still has this version. Who changes it at the same
   * moment waits and then finds another version.
   *
   * @return false where it has another one by now
   */
  public boolean change(ProjectId project, ArticleId id, ArticleDetails details, int version) {
    ArticleRow row = entities.find(ArticleRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (row == null || !row.project().equals(project) || row.version() != version) {
      return false;
    }
    row.set(details);
    entities.flush();
    return true;
  }

  private static Article article(Object[] row) {
    return ((ArticleRow) row[0])
        .article(new TextId((UUID) row[1]), (Integer) row[2], (String) row[3]);
  }
}
