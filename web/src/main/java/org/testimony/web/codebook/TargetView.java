package org.testimony.web.codebook;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.core.codebook.Target;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** The page that adds a target or changes one. */
@Named
@ViewScoped
public class TargetView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ReadCodebook readCodebook;
  private final ChangeCodebook changeCodebook;
  private final ProjectLookup projects;
  private final Pages pages;
  private String project = "";
  private String projectName = "";
  private String target = "";
  private String title = "";
  private String definition = "";

  @Inject
  TargetView(
      ReadCodebook readCodebook,
      ChangeCodebook changeCodebook,
      ProjectLookup projects,
      Pages pages) {
    this.readCodebook = readCodebook;
    this.changeCodebook = changeCodebook;
    this.projects = projects;
    this.pages = pages;
  }

  /** Reads the target that the address names; only owners get the page. */
  public void load() {
    pages.load(
        () -> {
          read();
          return true;
        },
        false);
  }

  private void read() {
    ReadCodebook.Shown shown = readCodebook.toChange(pages.actor(), projects.of(project));
    projectName = shown.project().name();
    if (!target.isEmpty()) {
      Target found =
          shown
              .version()
              .codebook()
              .target(target)
              .orElseThrow(() -> new Refused.NotFound("codebook.noTarget", target));
      title = found.title();
      definition = found.definition();
    }
  }

  /** Stores the target and goes back to the codebook. */
  public String store() {
    Optional<String> id = Optional.of(target).filter(t -> !t.isEmpty());
    boolean stored =
        pages.act(
            () ->
                changeCodebook.putTarget(
                    pages.actor(), projects.of(project), id, title, definition));
    if (!stored) {
      return "";
    }
    pages.doneBeforeRedirect("codebook.targetStored");
    return "/codebook?faces-redirect=true&project=" + project;
  }

  public String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project == null ? "" : project;
  }

  public String getProjectName() {
    return projectName;
  }

  public String getTarget() {
    return target;
  }

  public void setTarget(@Nullable String target) {
    this.target = target == null ? "" : target;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title == null ? "" : title;
  }

  public String getDefinition() {
    return definition;
  }

  public void setDefinition(@Nullable String definition) {
    this.definition = definition == null ? "" : definition;
  }
}
