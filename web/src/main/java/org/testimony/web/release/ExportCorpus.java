package org.testimony.web.release;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.testimony.core.release.Corpus;
import org.testimony.core.release.CsvMode;
import org.testimony.core.release.Format;
import org.testimony.core.release.Manifest;
import org.testimony.core.release.ReleaseOptions;
import org.testimony.core.release.ReleaseWriter;
import org.testimony.core.release.ReleaseZip;
import org.testimony.core.release.SpanCheck;
import org.testimony.core.text.Hash;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Settings;
import org.testimony.web.platform.UseCase;

/**
 * Writes a project's corpus into a zip. It holds every annotator's sets, so that an administrator
 * who still labels in the project gets none.
 */
@UseCase
public class ExportCorpus {

  private final Projects projects;
  private final Assignments assignments;
  private final ReadCorpus readCorpus;
  private final AuditTrail audit;
  private final Settings settings;
  private final Clock clock;

  @Inject
  ExportCorpus(
      Projects projects,
      Assignments assignments,
      ReadCorpus readCorpus,
      AuditTrail audit,
      Settings settings,
      Clock clock) {
    this.projects = projects;
    this.assignments = assignments;
    this.readCorpus = readCorpus;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A written export.
   *
   * @param zip a temporary file, which the caller deletes
   * @param name under which it is sent
   */
  public record Exported(Path zip, String name) {}

  /**
   * Writes the corpus.
   *
   * @throws Refused.Conflict while the actor has unfinished assignments of their own in the
   *     project; or when a span does not fit its text, which it names
   */
  @Needs(Permission.ADMINISTRATOR)
  public Exported export(Actor actor, ProjectId id, Set<Format> formats, CsvMode csv) {
    Project project = find(actor, id);
    Corpus corpus = read(actor, project);
    AtomicReference<Hash> manifest = new AtomicReference<>();
    Path zip = write(corpus, new ReleaseOptions(formats, csv, settings.version()), manifest::set);
    String what =
        "formats %s, csv %s, SHA-256 of the manifest %s"
            .formatted(
                formats.stream().map(Format::id).sorted().collect(Collectors.joining(",")),
                csv.id(),
                manifest);
    audit.append(
        id,
        actor.account(),
        AuditTrail.Act.of("release.export", project.key(), what),
        clock.instant());
    return new Exported(zip, project.key() + ".zip");
  }

  /**
   * What an export in all formats would hold, tables for spreadsheets.
   *
   * @throws Refused.Conflict as {@link #export}
   */
  @Needs(Permission.ADMINISTRATOR)
  public Manifest preview(Actor actor, ProjectId id) {
    Corpus corpus = read(actor, find(actor, id));
    Set<Format> all = EnumSet.allOf(Format.class);
    return ReleaseWriter.write(
        corpus, new ReleaseOptions(all, CsvMode.SPREADSHEET, settings.version()), file -> {});
  }

  /** The project's name. */
  @Needs(Permission.ADMINISTRATOR)
  public String name(Actor actor, ProjectId id) {
    return projects.find(id).orElseThrow().name();
  }

  private Project find(Actor actor, ProjectId id) {
    long open =
        assignments.of(id).stream()
            .filter(assignment -> assignment.annotator().equals(actor.account()))
            .filter(assignment -> assignment.state().isEditable())
            .count();
    if (open > 0) {
      throw new Refused.Conflict("release.stillLabelling", open);
    }
    return projects.find(id).orElseThrow();
  }

  private Corpus read(Actor actor, Project project) {
    Corpus corpus = readCorpus.read(actor, project);
    List<String> faults = SpanCheck.faults(corpus);
    if (!faults.isEmpty()) {
      throw new Refused.Conflict("release.mismatch", faults.size(), faults.get(0));
    }
    return corpus;
  }

  private static Path write(Corpus corpus, ReleaseOptions options, Consumer<Hash> manifest) {
    try {
      Path file = Files.createTempFile("testimony-", ".export");
      try (ReleaseZip zip = new ReleaseZip(Files.newOutputStream(file))) {
        ReleaseWriter.write(
            corpus,
            options,
            part -> {
              zip.accept(part);
              if (part.path().equals(Manifest.PATH)) {
                manifest.accept(part.sha256());
              }
            });
        return file;
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the export could not be written", e);
    }
  }
}
