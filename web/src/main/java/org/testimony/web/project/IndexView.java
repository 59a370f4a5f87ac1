package org.testimony.web.project;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Pages;

/** The first page: the projects of the person. Who only labels is sent on to their work. */
@Named
@RequestScoped
public class IndexView {

  private final ListProjects listProjects;
  private final Pages pages;
  private List<ListProjects.Entry> entries = List.of();

  @Inject
  IndexView(ListProjects listProjects, Pages pages) {
    this.listProjects = listProjects;
    this.pages = pages;
  }

  /** Reads the projects. */
  public void load() throws IOException {
    entries = listProjects.list(pages.actor());
    boolean onlyLabels =
        !entries.isEmpty() && entries.stream().allMatch(ListProjects.Entry::isOnlyAnnotated);
    if (onlyLabels) {
      ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + "/my-work.xhtml");
    }
  }

  /** The projects by name. */
  public List<ListProjects.Entry> getEntries() {
    return entries;
  }

  /** Whether the person labels in one of them. */
  public boolean isAnnotator() {
    return entries.stream().anyMatch(entry -> entry.roles().contains(Role.ANNOTATOR));
  }
}
