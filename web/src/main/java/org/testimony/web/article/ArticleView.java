package org.testimony.web.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testimony.core.article.ArticleId;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Paragraphs;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** One article for reading: its paragraphs and what is known about it. Kept for one request. */
@Named
@RequestScoped
public class ArticleView {

  private final ReadArticles readArticles;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private String article = "";
  private ReadArticles.@Nullable Opened opened;
  private List<String> paragraphs = List.of();
  private String projectName = "";
  private boolean mayChange;

  @Inject
  ArticleView(ReadArticles readArticles, ProjectLookup projects, Pages pages) {
    this.readArticles = readArticles;
    this.projects = projects;
    this.pages = pages;
  }

  /** Reads the article. */
  public void load() {
    pages.load(this::open, false);
  }

  private boolean open() {
    ProjectId id = projects.of(project);
    ReadArticles.Shelf shelf = readArticles.shelf(pages.actor(), id);
    projectName = shelf.name();
    mayChange = shelf.mayChange();
    ReadArticles.Opened found = readArticles.open(pages.actor(), id, articleId());
    ArticleText text = found.text();
    paragraphs = Paragraphs.of(text).stream().map(p -> text.slice(p.begin(), p.end())).toList();
    opened = found;
    return true;
  }

  private ArticleId articleId() {
    try {
      return new ArticleId(UUID.fromString(article));
    } catch (IllegalArgumentException e) {
      throw new Refused.NotFound("article.unknown");
    }
  }

  /** The article with its details; nothing where the page was refused. */
  public ReadArticles.@Nullable Opened getOpened() {
    return opened;
  }

  public List<String> getParagraphs() {
    return paragraphs;
  }

  public String getTitle() {
    return opened == null ? "" : opened.article().details().title();
  }

  public String getOutlet() {
    return opened == null ? "" : opened.article().details().outlet().orElse("");
  }

  public String getUrl() {
    return opened == null ? "" : opened.article().details().url().orElse("");
  }

  public @Nullable LocalDate getPublished() {
    return opened == null ? null : opened.article().details().published().orElse(null);
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getArticle() {
    return article;
  }

  public void setArticle(String article) {
    this.article = article;
  }

  public String getProjectName() {
    return projectName;
  }

  public boolean isMayChange() {
    return mayChange;
  }
}
