package org.testimony.web.article;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.file.UploadedFile;
import org.testimony.core.article.FileNames;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.TemporaryFile;

/** Takes uploads of the list's page and tells what became of their files. */
@Named
@ViewScoped
public class ImportView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ImportBatch importBatch;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private ImportSummary summary = new ImportSummary();

  @Inject
  ImportView(ImportBatch importBatch, ProjectLookup projects, Pages pages) {
    this.importBatch = importBatch;
    this.projects = projects;
    this.pages = pages;
  }

  /** Imports a file that has arrived; the page sends one after another. */
  public void take(FileUploadEvent event) {
    pages.act(() -> read(event.getFile()));
  }

  private void read(UploadedFile file) {
    try (InputStream in = file.getInputStream();
        TemporaryFile content = TemporaryFile.of(in)) {
      ImportBatch.Upload upload =
          new ImportBatch.Upload(
              FileNames.last(file.getFileName()),
              content.path(),
              ImportBatch.Form.AS_NAMED,
              Optional.empty());
      importBatch.run(pages.actor(), projects.of(project), upload, DetailsForm.BLANK, summary::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the report away. */
  public void close() {
    summary = new ImportSummary();
  }

  public ImportSummary getSummary() {
    return summary;
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }
}
