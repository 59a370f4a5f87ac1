package org.testimony.web.codebook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;

/** The page that compares two versions of a codebook. */
@Named
@RequestScoped
public class CodebookDiffView {

  private final ReadCodebook readCodebook;
  private final ProjectLookup projects;
  private final Pages pages;
  private String project = "";
  private String from = "";
  private String to = "";
  private String projectName = "";
  private String menu = "owner";
  private List<ChangeRow> changes = List.of();

  @Inject
  CodebookDiffView(ReadCodebook readCodebook, ProjectLookup projects, Pages pages) {
    this.readCodebook = readCodebook;
    this.projects = projects;
    this.pages = pages;
  }

  /** Compares. */
  public void load() {
    Optional<ReadCodebook.Shown> shown =
        pages.load(
            () -> Optional.of(readCodebook.numbered(pages.actor(), projects.of(project), to)),
            Optional.empty());
    if (shown.isEmpty()) {
      return;
    }
    projectName = shown.get().project().name();
    menu = shown.get().isOnlyAnnotated() ? "annotator" : "owner";
    changes = pages.load(this::compare, List.of());
  }

  private List<ChangeRow> compare() {
    return ChangeRow.of(
        readCodebook.difference(pages.actor(), projects.of(project), from, to).changes());
  }

  public List<ChangeRow> getChanges() {
    return changes;
  }

  public String getProjectName() {
    return projectName;
  }

  /** Which menu stands beside the page. */
  public String getMenu() {
    return menu;
  }

  public String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project == null ? "" : project;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from == null ? "" : from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(@Nullable String to) {
    this.to = to == null ? "" : to;
  }
}
