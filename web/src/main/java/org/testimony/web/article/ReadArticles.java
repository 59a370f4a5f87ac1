package org.testimony.web.article;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.testimony.core.article.ArticleId;
import org.testimony.core.text.ArticleText;
import org.testimony.db.article.Article;
import org.testimony.db.article.ArticleSearch;
import org.testimony.db.article.Articles;
import org.testimony.db.project.Member;
import org.testimony.db.project.Members;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/**
 * Finds and reads the articles of a project, for those who run it or read its reports. Annotators
 * get a text with their assignment.
 */
@UseCase
public class ReadArticles {

  private final Projects projects;
  private final Members members;
  private final Articles articles;

  @Inject
  ReadArticles(Projects projects, Members members, Articles articles) {
    this.projects = projects;
    this.members = members;
    this.articles = articles;
  }

  /**
   * The project whose articles are read.
   *
   * @param name of the project
   * @param articles how many it has
   * @param mayChange whether the actor may import and correct
   */
  public record Shelf(String name, long articles, boolean mayChange) {}

  /**
   * An article with its text.
   *
   * @param article what lists show
   * @param text every character
   */
  public record Opened(Article article, ArticleText text) {}

  /** What stands above the list. */
  @Needs(Permission.REPORT_READER)
  public Shelf shelf(Actor actor, ProjectId project) {
    String name =
        projects
            .find(project)
            .map(Project::name)
            .orElseThrow(() -> new Refused.NotFound("refused.noProject"));
    boolean owner =
        members
            .find(project, actor.account())
            .map(Member::roles)
            .filter(roles -> roles.contains(Role.OWNER))
            .isPresent();
    return new Shelf(name, articles.count(project), owner || actor.isAdministrator());
  }

  /**
   * A page of the list.
   *
   * @param after the last article of the page before
   */
  @Needs(Permission.REPORT_READER)
  public List<Article> page(
      Actor actor, ProjectId project, ArticleSearch search, Optional<ArticleId> after, int limit) {
    Optional<Article> last = after.map(id -> require(project, id));
    return articles.page(project, search, last, limit);
  }

  /** How many articles the search finds. */
  @Needs(Permission.REPORT_READER)
  public long count(Actor actor, ProjectId project, ArticleSearch search) {
    return articles.count(project, search);
  }

  /** One article. */
  @Needs(Permission.REPORT_READER)
  public Article find(Actor actor, ProjectId project, ArticleId id) {
    return require(project, id);
  }

  /** One article with its text. */
  @Needs(Permission.REPORT_READER)
  public Opened open(Actor actor, ProjectId project, ArticleId id) {
    Article article = require(project, id);
    return new Opened(article, articles.text(article.text()).orElseThrow());
  }

  private Article require(ProjectId project, ArticleId id) {
    return articles.find(project, id).orElseThrow(() -> new Refused.NotFound("article.unknown"));
  }
}
