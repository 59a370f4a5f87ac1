package org.testimony.web.article;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.db.article.Article;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/**
 * The dialog in which what is known of an article is corrected. Where somebody was faster, it shows
 * what stands there by now and writes only when asked again.
 */
@Named
@ViewScoped
public class EditArticleView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ReadArticles readArticles;
  private final EditArticle editArticle;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private @Nullable UUID article;
  private int version;
  private String title = "";
  private String outlet = "";
  private String url = "";
  private String published = "";
  private @Nullable DetailsForm current;

  @Inject
  EditArticleView(
      ReadArticles readArticles, EditArticle editArticle, ProjectLookup projects, Pages pages) {
    this.readArticles = readArticles;
    this.editArticle = editArticle;
    this.projects = projects;
    this.pages = pages;
  }

  /** Opens the dialog for an article. */
  public void open(UUID id) {
    pages.act(
        () -> {
          Article found = find(id);
          article = id;
          version = found.version();
          current = null;
          fill(DetailsForm.of(found.details()));
        });
  }

  private Article find(UUID id) {
    return readArticles.find(pages.actor(), projects.of(project), new ArticleId(id));
  }

  private void fill(DetailsForm form) {
    title = form.title();
    outlet = form.outlet();
    url = form.url();
    published = form.published();
  }

  /** Writes the form, unless the article is another one by now. */
  public void save() {
    if (written()) {
      pages.done("article.changed", title);
    }
  }

  /** Writes the form and shows the article anew. */
  public @Nullable String saveAndShow() {
    UUID id = article;
    if (!written()) {
      return null;
    }
    pages.doneBeforeRedirect("article.changed", title);
    return "/article.xhtml?faces-redirect=true&project=" + project + "&article=" + id;
  }

  private boolean written() {
    UUID id = article;
    boolean written = id != null && pages.act(() -> write(id));
    return written && !FacesContext.getCurrentInstance().isValidationFailed();
  }

  private void write(UUID id) {
    try {
      ArticleDetails details = DetailsForm.of(title, outlet, url, published).details();
      editArticle.edit(pages.actor(), projects.of(project), new ArticleId(id), details, version);
      current = null;
    } catch (Refused.Invalid invalid) {
      invalid.faults().forEach(EditArticleView::tell);
      FacesContext.getCurrentInstance().validationFailed();
    } catch (Refused.Stale stale) {
      version = Integer.parseInt(stale.currentVersion());
      current = DetailsForm.of(find(id).details());
      FacesContext.getCurrentInstance().validationFailed();
    }
  }

  /** Shows a fault at its field. */
  private static void tell(Refused.Fault fault) {
    FacesContext context = FacesContext.getCurrentInstance();
    String field = "edit:" + fault.pointer().substring(1);
    context.addMessage(
        field, new FacesMessage(FacesMessage.SEVERITY_ERROR, fault.detail(), fault.detail()));
    if (context.getViewRoot().findComponent(field) instanceof UIInput input) {
      input.setValid(false);
      input.setSubmittedValue(input.getValue());
    }
  }

  /** What somebody else has written in between; nothing where nobody has. */
  public @Nullable DetailsForm getCurrent() {
    return current;
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getOutlet() {
    return outlet;
  }

  public void setOutlet(String outlet) {
    this.outlet = outlet;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public String getPublished() {
    return published;
  }

  public void setPublished(String published) {
    this.published = published;
  }
}
