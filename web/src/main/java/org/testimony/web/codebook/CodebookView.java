package org.testimony.web.codebook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.core.codebook.Codebook;
import org.testimony.db.project.CodebookVersion;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;

/** The page of a project's codebook, and its guideline; both only show. */
@Named
@RequestScoped
public class CodebookView {

  private final ReadCodebook readCodebook;
  private final ProjectLookup projects;
  private final Pages pages;
  private String project = "";
  private @Nullable String version;
  private List<Version> versions = List.of();
  private Optional<ReadCodebook.Shown> shown = Optional.empty();

  /**
   * A version in the list.
   *
   * @param number such as 1.2.0
   * @param day when it was stored
   * @param sha256 of its document
   * @param previous the number before it; empty for the first
   */
  public record Version(String number, String day, String sha256, String previous) {}

  @Inject
  CodebookView(ReadCodebook readCodebook, ProjectLookup projects, Pages pages) {
    this.readCodebook = readCodebook;
    this.projects = projects;
    this.pages = pages;
  }

  /** Reads the version that the address names, without one that in force, and the list of all. */
  public void load() {
    shown = pages.load(() -> Optional.of(read()), Optional.empty());
    if (shown.isPresent()) {
      versions = rows(readCodebook.versions(pages.actor(), projects.of(project)));
    }
  }

  private ReadCodebook.Shown read() {
    return version == null || version.isEmpty()
        ? readCodebook.current(pages.actor(), projects.of(project))
        : readCodebook.numbered(pages.actor(), projects.of(project), version);
  }

  private static List<Version> rows(List<CodebookVersion> newestFirst) {
    List<Version> rows = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      String previous = i + 1 < newestFirst.size() ? number(newestFirst.get(i + 1)) : "";
      CodebookVersion each = newestFirst.get(i);
      String day = Pages.day(LocalDate.ofInstant(each.created(), ZoneOffset.UTC));
      rows.add(new Version(number(each), day, each.sha256(), previous));
    }
    return rows;
  }

  private static String number(CodebookVersion version) {
    return version.codebook().version().toString();
  }

  /** What is shown. */
  public Codebook getBook() {
    return shown.orElseThrow().version().codebook();
  }

  /** SHA-256 of what is shown. */
  public String getSha256() {
    return shown.orElseThrow().version().sha256();
  }

  /** Whether what is shown is in force. */
  public boolean isInForce() {
    return !versions.isEmpty() && versions.get(0).number().equals(getBook().version().toString());
  }

  /** All versions, newest first. */
  public List<Version> getVersions() {
    return versions;
  }

  /** Whether the person may change the codebook. */
  public boolean isOwner() {
    return shown.filter(s -> s.roles().contains(Role.OWNER)).isPresent()
        || pages.actor().isAdministrator();
  }

  /** Which menu stands beside the page: who only labels has a menu without results. */
  public String getMenu() {
    return shown.filter(ReadCodebook.Shown::isOnlyAnnotated).isPresent() ? "annotator" : "owner";
  }

  public String getProjectName() {
    return shown.map(s -> s.project().name()).orElse("");
  }

  public String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project == null ? "" : project;
  }

  public @Nullable String getVersion() {
    return version;
  }

  public void setVersion(@Nullable String version) {
    this.version = version;
  }
}
