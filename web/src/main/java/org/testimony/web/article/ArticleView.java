package org.testimony.web.article;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.testimony.core.article.ArticleId;
import org.testimony.db.article.Article;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** What is known about one article, beside its text. */
@Named
@ViewScoped
public class ArticleView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ReadArticles readArticles;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private String article = "";
  private String projectName = "";
  private boolean mayChange;
  private DetailsForm details = DetailsForm.BLANK;
  private int length;
  private String sha256 = "";
  private String published = "";
  private String imported = "";

  @Inject
  ArticleView(ReadArticles readArticles, ProjectLookup projects, Pages pages) {
    this.readArticles = readArticles;
    this.projects = projects;
    this.pages = pages;
  }

  /** Opens the page. */
  public void load() {
    pages.load(this::open, false);
  }

  private boolean open() {
    ProjectId id = projects.of(project);
    ReadArticles.Shelf shelf = readArticles.shelf(pages.actor(), id);
    projectName = shelf.name();
    mayChange = shelf.mayChange();
    Article found = readArticles.find(pages.actor(), id, id(article));
    details = DetailsForm.of(found.details());
    length = found.length();
    sha256 = found.sha256();
    published = found.details().published().map(Pages::day).orElse("");
    imported = Pages.day(LocalDate.ofInstant(found.created(), ZoneOffset.UTC));
    return true;
  }

  static ArticleId id(String article) {
    try {
      return new ArticleId(UUID.fromString(article));
    } catch (IllegalArgumentException e) {
      throw new Refused.NotFound("article.unknown");
    }
  }

  public UUID getId() {
    return id(article).value();
  }

  public String getTitle() {
    return details.title();
  }

  public String getOutlet() {
    return details.outlet();
  }

  public String getUrl() {
    return details.url();
  }

  public String getPublished() {
    return published;
  }

  public int getLength() {
    return length;
  }

  public String getSha256() {
    return sha256;
  }

  public String getImported() {
    return imported;
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
