package org.testimony.web.claims;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.core.article.FileNames;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** The page of the claims that are fixed: which articles have some, and a file of more. */
@Named
@ViewScoped
public class ClaimsView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ListClaims listClaims;
  private final ImportClaims importClaims;
  private final ProjectLookup projects;
  private final Pages pages;
  private String project = "";
  private transient @Nullable Part file;
  private transient List<ArticleClaims> articles = List.of();
  private transient List<Refused.Fault> faults = List.of();
  private transient @Nullable ClaimsReport report;

  @Inject
  ClaimsView(
      ListClaims listClaims, ImportClaims importClaims, ProjectLookup projects, Pages pages) {
    this.listClaims = listClaims;
    this.importClaims = importClaims;
    this.projects = projects;
    this.pages = pages;
  }

  /** Reads the list; only owners get the page. */
  public void load() {
    articles =
        pages.load(
            () -> listClaims.of(pages.actor(), projects.of(project)), List.<ArticleClaims>of());
  }

  /** Takes the file, and tells what became of the claims of each article. */
  public void take() {
    faults = List.of();
    report = null;
    pages.act(() -> report = read());
    load();
  }

  private ClaimsReport read() {
    Part part = file;
    if (part == null || part.getSize() == 0) {
      throw new Refused.Invalid("claims.noFile");
    }
    String name =
        FileNames.last(
            Optional.ofNullable(part.getSubmittedFileName()).orElse(ClaimsUpload.NAMELESS));
    try (InputStream in = part.getInputStream()) {
      return importClaims.take(pages.actor(), projects.of(project), name, ClaimsUpload.text(in));
    } catch (IOException e) {
      throw new UncheckedIOException("the uploaded file cannot be read", e);
    } catch (Refused.Invalid refused) {
      faults = refused.faults();
      throw faults.isEmpty() ? refused : new Refused.Invalid("claims.refused", name);
    }
  }

  public List<ArticleClaims> getArticles() {
    return articles == null ? List.of() : articles;
  }

  public List<Refused.Fault> getFaults() {
    return faults == null ? List.of() : faults;
  }

  /** What became of the file; empty before there was one. */
  public List<ClaimsReport.OfArticle> getReport() {
    return report == null ? List.of() : report.articles();
  }

  public String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project == null ? "" : project;
  }

  public @Nullable Part getFile() {
    return null;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }
}
