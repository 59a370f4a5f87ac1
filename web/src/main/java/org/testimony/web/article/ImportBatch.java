package org.testimony.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.testimony.core.article.TextFiles;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.AskPermission;

/**
 * Imports the files of an upload one after another, each in a transaction of its own: a broken file
 * keeps no other out, and an import that is interrupted or repeated stores nothing twice.
 */
@ApplicationScoped
public class ImportBatch {

  private final AskPermission permission;
  private final ImportArticle importArticle;

  @Inject
  ImportBatch(AskPermission permission, ImportArticle importArticle) {
    this.permission = permission;
    this.importArticle = importArticle;
  }

  /**
   * An upload on this machine.
   *
   * @param name of the file, as its sender called it
   * @param content where its bytes lie
   * @param form what its sender says it is
   * @param declaredEncoding what its sender said of its encoding
   */
  public record Upload(String name, Path content, Form form, Optional<String> declaredEncoding) {}

  /** What an upload is. */
  public enum Form {
    /** What the end of its name says. */
    AS_NAMED,
    /** One text. */
    TEXT,
    /** A zip archive of texts. */
    ARCHIVE
  }

  /**
   * Imports all texts of an upload.
   *
   * @param known about each of its articles
   * @param report told of each file as soon as it is stored or refused
   */
  public void run(
      Actor actor, ProjectId project, Upload upload, DetailsForm known, Consumer<FileReport> report)
      throws IOException {
    permission.owner(actor, project);
    Importing importing = new Importing(actor, project, upload, known, report);
    switch (upload.form()) {
      case AS_NAMED ->
          TextFiles.read(upload.name(), upload.content(), TextFiles.Limits.STANDARD, importing);
      case TEXT ->
          TextFiles.text(upload.name(), upload.content(), TextFiles.Limits.STANDARD, importing);
      case ARCHIVE ->
          TextFiles.archive(upload.name(), upload.content(), TextFiles.Limits.STANDARD, importing);
    }
  }

  /** Stores each text as it comes. */
  private final class Importing implements TextFiles.Receiver {

    private final Actor actor;
    private final ProjectId project;
    private final Upload upload;
    private final DetailsForm known;
    private final Consumer<FileReport> report;

    Importing(
        Actor actor,
        ProjectId project,
        Upload upload,
        DetailsForm known,
        Consumer<FileReport> report) {
      this.actor = actor;
      this.project = project;
      this.upload = upload;
      this.known = known;
      this.report = report;
    }

    @Override
    public void text(String name, byte[] bytes) {
      report.accept(importArticle.importText(actor, project, file(name), bytes));
    }

    @Override
    public void refused(String name, TextFiles.Reason reason) {
      report.accept(FileReport.refused(file(name), reason, TextFiles.Limits.STANDARD));
    }

    private IncomingFile file(String name) {
      Optional<String> archive =
          name.equals(upload.name()) ? Optional.empty() : Optional.of(upload.name());
      return new IncomingFile(name, archive, upload.declaredEncoding(), known);
    }
  }
}
