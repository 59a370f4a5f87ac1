package org.testimony.web.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Paragraphs;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;

/** The paragraphs of one article for reading. Gone after the request: no session holds a text. */
@Named
@RequestScoped
public class ArticleTextView {

  private final ReadArticles readArticles;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private String article = "";
  private List<String> paragraphs = List.of();

  @Inject
  ArticleTextView(ReadArticles readArticles, ProjectLookup projects, Pages pages) {
    this.readArticles = readArticles;
    this.projects = projects;
    this.pages = pages;
  }

  /** Reads the text. */
  public void load() {
    paragraphs = pages.load(this::read, List.of());
  }

  private List<String> read() {
    ArticleText text =
        readArticles.open(pages.actor(), projects.of(project), ArticleView.id(article)).text();
    return Paragraphs.of(text).stream().map(p -> text.slice(p.begin(), p.end())).toList();
  }

  /** The lines with words, in order. */
  public List<String> getParagraphs() {
    return paragraphs;
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
}
