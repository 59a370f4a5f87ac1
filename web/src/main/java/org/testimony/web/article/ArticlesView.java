package org.testimony.web.article;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;
import org.testimony.db.article.ArticleSearch;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.KeysetPages;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;

/** The articles of a project: found by title and outlet, fifty at a time. */
@Named
@ViewScoped
public class ArticlesView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ReadArticles readArticles;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private String words = "";
  private ArticleSearch.Order order = ArticleSearch.Order.NEWEST;

  private String projectName = "";
  private long count;
  private boolean mayChange;
  private @Nullable KeysetPages<ArticleLine> table;

  @Inject
  ArticlesView(ReadArticles readArticles, ProjectLookup projects, Pages pages) {
    this.readArticles = readArticles;
    this.projects = projects;
    this.pages = pages;
  }

  /** Opens the list. */
  public void load() {
    pages.load(this::open, false);
  }

  private boolean open() {
    ProjectId id = projects.of(project);
    ReadArticles.Shelf shelf = readArticles.shelf(pages.actor(), id);
    projectName = shelf.name();
    count = shelf.articles();
    mayChange = shelf.mayChange();
    ArticleSearch search = new ArticleSearch(words, order);
    table = new KeysetPages<>(new ArticleLines(readArticles, pages, id, search));
    return true;
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public ArticleSearch.Order getOrder() {
    return order;
  }

  /** Takes an order by its name; an unknown one leaves the newest first. */
  public void setOrderName(@Nullable String name) {
    for (ArticleSearch.Order known : ArticleSearch.Order.values()) {
      if (known.name().equalsIgnoreCase(name)) {
        order = known;
      }
    }
  }

  public String getOrderName() {
    return order.name();
  }

  public ArticleSearch.Order[] getOrders() {
    return ArticleSearch.Order.values();
  }

  public String getProjectName() {
    return projectName;
  }

  public long getCount() {
    return count;
  }

  public boolean isMayChange() {
    return mayChange;
  }

  public @Nullable LazyDataModel<ArticleLine> getTable() {
    return table;
  }
}
