package org.testimony.web.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.article.ArticleId;
import org.testimony.db.article.ArticleSearch;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.KeysetPages;
import org.testimony.web.platform.Pages;

/** The rows of a project's list of articles that a search finds. */
final class ArticleLines implements KeysetPages.Source<ArticleLine> {

  private static final long serialVersionUID = 1L;

  private final ReadArticles readArticles;
  private final Pages pages;
  private final UUID project;
  private final String words;
  private final ArticleSearch.Order order;

  ArticleLines(ReadArticles readArticles, Pages pages, ProjectId project, ArticleSearch search) {
    this.readArticles = readArticles;
    this.pages = pages;
    this.project = project.value();
    this.words = search.words();
    this.order = search.order();
  }

  @Override
  public long count() {
    return readArticles.count(pages.actor(), new ProjectId(project), search());
  }

  @Override
  public List<ArticleLine> page(Optional<UUID> after, int limit) {
    return readArticles
        .page(pages.actor(), new ProjectId(project), search(), after.map(ArticleId::new), limit)
        .stream()
        .map(ArticleLine::of)
        .toList();
  }

  @Override
  public UUID id(ArticleLine line) {
    return line.id();
  }

  private ArticleSearch search() {
    return new ArticleSearch(words, order);
  }
}
