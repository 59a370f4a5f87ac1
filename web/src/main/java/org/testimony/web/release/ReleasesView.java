package org.testimony.web.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.core.release.Format;
import org.testimony.core.release.Manifest;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** What an export of the project holds and what each format loses; the form sends it. */
@Named
@RequestScoped
public class ReleasesView {

  private final ExportCorpus exportCorpus;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private String name = "";
  private String refusal = "";
  private Optional<Manifest> manifest = Optional.empty();

  @Inject
  ReleasesView(ExportCorpus exportCorpus, ProjectLookup projects, Pages pages) {
    this.exportCorpus = exportCorpus;
    this.projects = projects;
    this.pages = pages;
  }

  /** Writes everything once to see what it would be. */
  public void load() {
    manifest =
        pages.load(
            () -> {
              ProjectId id = projects.of(project);
              name = exportCorpus.name(pages.actor(), id);
              return preview(id);
            },
            Optional.<Manifest>empty());
  }

  private Optional<Manifest> preview(ProjectId id) {
    try {
      return Optional.of(exportCorpus.preview(pages.actor(), id));
    } catch (Refused.Conflict conflict) {
      refusal = conflict.message();
      return Optional.empty();
    }
  }

  /** Why there is nothing to export; empty where there is. */
  public String getRefusal() {
    return refusal;
  }

  /** Whether there is a corpus to take away. */
  public boolean isReady() {
    return manifest.isPresent();
  }

  /** What tables lose. */
  public List<String> getCsvLosses() {
    return losses(Format.CSV);
  }

  /** What brat files lose. */
  public List<String> getBratLosses() {
    return losses(Format.BRAT);
  }

  private List<String> losses(Format format) {
    return manifest.stream()
        .flatMap(m -> m.formats().stream())
        .filter(written -> written.format() == format)
        .flatMap(written -> written.losses().stream())
        .map(FileLine::words)
        .toList();
  }

  /** How many spans of all sets were read back. */
  public int getSpans() {
    return manifest.map(m -> m.formats().get(0).spans()).orElse(0);
  }

  /** The files, those of brat as one line. */
  public List<FileLine> getFiles() {
    List<FileLine> lines = new ArrayList<>();
    List<Manifest.Entry> brat = new ArrayList<>();
    for (Manifest.Entry entry : manifest.map(Manifest::files).orElse(List.of())) {
      if (entry.path().startsWith("brat/")) {
        brat.add(entry);
      } else {
        lines.add(FileLine.of(entry));
      }
    }
    if (!brat.isEmpty()) {
      lines.add(FileLine.ofFolder("brat/", brat));
    }
    return lines;
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getName() {
    return name;
  }
}
