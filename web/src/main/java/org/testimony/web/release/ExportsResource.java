package org.testimony.web.release;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.testimony.core.release.CsvMode;
import org.testimony.core.release.Format;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Texts;

/** A project's corpus as a zip. */
@Path("projects/{project}/export")
public class ExportsResource {

  private final ExportCorpus exportCorpus;
  private final ProjectLookup projects;
  private final CurrentActor current;

  @Inject
  ExportsResource(ExportCorpus exportCorpus, ProjectLookup projects, CurrentActor current) {
    this.exportCorpus = exportCorpus;
    this.projects = projects;
    this.current = current;
  }

  /**
   * The corpus in the formats asked for.
   *
   * @param formats of {@code jsonl}, {@code csv}, {@code brat}: with commas between them, or given
   *     several times; {@code jsonl} where absent
   * @param csv {@code exact} or {@code spreadsheet}
   */
  @GET
  @Produces({"application/zip", "application/problem+json"})
  public Response export(
      @PathParam("project") String project,
      @QueryParam("formats") List<String> formats,
      @QueryParam("csv") @DefaultValue("exact") String csv)
      throws IOException {
    Set<Format> chosen = formats(formats);
    CsvMode mode =
        CsvMode.of(csv).orElseThrow(() -> unknown("csv", csv, List.of("exact", "spreadsheet")));
    ExportCorpus.Exported exported =
        exportCorpus.export(current.actor(), projects.of(project), chosen, mode);
    long size = Files.size(exported.zip());
    return Response.ok(
            Files.newInputStream(exported.zip(), StandardOpenOption.DELETE_ON_CLOSE),
            "application/zip")
        .header("Content-Length", size)
        .header("Content-Disposition", "attachment; filename=\"" + exported.name() + "\"")
        .build();
  }

  private static Set<Format> formats(List<String> given) {
    Set<Format> formats = EnumSet.noneOf(Format.class);
    for (String list : given) {
      for (String name : list.split(",", -1)) {
        formats.add(
            Format.of(name)
                .orElseThrow(() -> unknown("formats", name, List.of("jsonl", "csv", "brat"))));
      }
    }
    if (formats.isEmpty()) {
      formats.add(Format.JSONL);
    }
    return formats;
  }

  private static Refused.Invalid unknown(String parameter, String value, List<String> known) {
    String detail = Texts.of("release.unknown", value, String.join(", ", known));
    return new Refused.Invalid(List.of(new Refused.Fault(parameter, detail)));
  }
}
