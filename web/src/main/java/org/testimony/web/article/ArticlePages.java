package org.testimony.web.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.testimony.core.article.ArticleId;
import org.testimony.db.article.ArticleSearch;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Pages;

/**
 * The list of articles a page at a time. Each page begins after the last article of the page
 * before, which is remembered; a page further on is reached through those between.
 */
final class ArticlePages extends LazyDataModel<ArticleLine> {

  private static final long serialVersionUID = 1L;

  private final ReadArticles readArticles;
  private final Pages pages;
  private final UUID project;
  private final String words;
  private final ArticleSearch.Order order;

  /** The last article of each page that was read, in the order of the pages. */
  private final List<UUID> ends = new ArrayList<>();

  ArticlePages(ReadArticles readArticles, Pages pages, ProjectId project, ArticleSearch search) {
    this.readArticles = readArticles;
    this.pages = pages;
    this.project = project.value();
    this.words = search.words();
    this.order = search.order();
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return Math.toIntExact(
        readArticles.count(pages.actor(), new ProjectId(project), new ArticleSearch(words, order)));
  }

  @Override
  public List<ArticleLine> load(
      int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
    int page = first / size;
    while (ends.size() < page) {
      if (read(ends.size(), size).size() < size) {
        return List.of();
      }
    }
    return read(page, size);
  }

  /** Reads a page whose predecessor's end is known. */
  private List<ArticleLine> read(int page, int size) {
    Optional<ArticleId> after =
        page == 0 ? Optional.empty() : Optional.of(new ArticleId(ends.get(page - 1)));
    List<ArticleLine> lines =
        readArticles
            .page(
                pages.actor(), new ProjectId(project), new ArticleSearch(words, order), after, size)
            .stream()
            .map(ArticleLine::of)
            .toList();
    ends.subList(page, ends.size()).clear();
    if (lines.size() == size) {
      ends.add(lines.get(size - 1).id());
    }
    return lines;
  }

  @Override
  public String getRowKey(ArticleLine line) {
    return line.id().toString();
  }
}
