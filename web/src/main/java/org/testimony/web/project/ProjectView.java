package org.testimony.web.project;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testimony.core.codebook.Codebook;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;

/** The page of a project: what is set up, what comes next, and its name. */
@Named
@ViewScoped
public class ProjectView implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What a project needs before people can label, in order. */
  public enum Step {
    ARTICLES,
    CODEBOOK,
    TARGETS,
    PEOPLE,
    ROUND
  }

  private final ReadProject readProject;
  private final RenameProject renameProject;
  private final ProjectLookup projects;
  private final Pages pages;
  private String project = "";
  private String name = "";
  private String newName = "";
  private int version;
  private boolean owner;
  private long articles;
  private int rounds;
  private int targets;
  private String codebookTitle = "";
  private String codebookVersion = "";
  private boolean judging;
  private final Map<Role, Long> people = new EnumMap<>(Role.class);

  @Inject
  ProjectView(
      ReadProject readProject, RenameProject renameProject, ProjectLookup projects, Pages pages) {
    this.readProject = readProject;
    this.renameProject = renameProject;
    this.projects = projects;
    this.pages = pages;
  }

  /** Reads how far the project is set up. */
  public void load() {
    pages
        .load(
            () -> Optional.of(readProject.overview(pages.actor(), projects.of(project))),
            Optional.<ReadProject.Overview>empty())
        .ifPresent(this::show);
  }

  private void show(ReadProject.Overview overview) {
    ReadProject.Summary summary = overview.summary();
    name = summary.project().name();
    newName = name;
    version = summary.project().version();
    owner = summary.roles().contains(Role.OWNER) || pages.actor().isAdministrator();
    articles = overview.articles();
    rounds = overview.rounds().size();
    Codebook codebook = summary.codebook();
    targets = codebook.targets().size();
    judging = codebook.stance().isPresent();
    codebookTitle = codebook.title();
    codebookVersion = codebook.version().toString();
    for (Role role : Role.values()) {
      people.put(role, overview.with(role));
    }
  }

  /** Gives the project the name that was typed. */
  public void rename() {
    boolean renamed =
        pages.act(
            () ->
                renameProject.rename(
                    pages.actor(), projects.of(project), newName, Optional.of(version)));
    if (renamed) {
      pages.done("project.renamed");
      load();
    }
  }

  /** Whether a step is done. */
  private boolean isDone(Step step) {
    return switch (step) {
      case ARTICLES -> articles > 0;
      case CODEBOOK -> true;
      case TARGETS -> targets > 0 || !judging;
      case PEOPLE -> getAnnotators() >= 2;
      case ROUND -> rounds > 0;
    };
  }

  /** How a step looks: done, the one to do now, or a later one. */
  public String look(Step step) {
    if (isDone(step)) {
      return "done";
    }
    return Stream.of(Step.values()).filter(s -> !isDone(s)).findFirst().orElse(step) == step
        ? "now"
        : "later";
  }

  /** Whether people can label. */
  public boolean isReady() {
    return Stream.of(Step.values()).allMatch(this::isDone);
  }

  public String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project == null ? "" : project;
  }

  public String getName() {
    return name;
  }

  public String getNewName() {
    return newName;
  }

  public void setNewName(@Nullable String newName) {
    this.newName = newName == null ? "" : newName;
  }

  /** Whether the person may change the project. */
  public boolean isOwner() {
    return owner;
  }

  public long getArticles() {
    return articles;
  }

  public int getRounds() {
    return rounds;
  }

  public int getTargets() {
    return targets;
  }

  /** Whether the codebook asks for stance, and so needs targets. */
  public boolean isJudging() {
    return judging;
  }

  public String getCodebookTitle() {
    return codebookTitle;
  }

  public String getCodebookVersion() {
    return codebookVersion;
  }

  public long getAnnotators() {
    return people.getOrDefault(Role.ANNOTATOR, 0L);
  }

  public long getAdjudicators() {
    return people.getOrDefault(Role.ADJUDICATOR, 0L);
  }
}
