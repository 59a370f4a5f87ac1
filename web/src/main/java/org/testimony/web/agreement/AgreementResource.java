package org.testimony.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** The agreement report of a project, and the passages behind its numbers. */
@Path("projects/{project}/agreement")
public class AgreementResource {

  private final CurrentActor current;
  private final ProjectLookup projects;
  private final MeasureAgreement measureAgreement;
  private final ReadPassages readPassages;

  @Inject
  AgreementResource(
      CurrentActor current,
      ProjectLookup projects,
      MeasureAgreement measureAgreement,
      ReadPassages readPassages) {
    this.current = current;
    this.projects = projects;
    this.measureAgreement = measureAgreement;
    this.readPassages = readPassages;
  }

  /**
   * The report as JSON, or as one long table where {@code format=csv}; with gamma where {@code
   * gamma=true}.
   */
  @GET
  public Response report(
      @PathParam("project") String project,
      @QueryParam("purpose") @Nullable String purpose,
      @QueryParam("gamma") @Nullable String gamma,
      @QueryParam("format") @Nullable String format) {
    boolean csv = isCsv(format);
    AgreementReport report =
        measureAgreement.measure(
            current.actor(),
            projects.of(project),
            PassageAddress.purpose(text(purpose)),
            PassageAddress.flag("gamma", text(gamma)));
    String name = project + "-agreement";
    if (!csv) {
      return named(Json.ok(ReportDocument.of(report)), name + ".json");
    }
    Response table =
        Response.ok(AgreementCsv.of(report.measured()), "text/csv; charset=utf-8").build();
    return named(table, name + ".csv");
  }

  private static boolean isCsv(@Nullable String format) {
    if (format == null || format.equals("json")) {
      return false;
    }
    if (format.equals("csv")) {
      return true;
    }
    throw new Refused.Invalid(
        List.of(new Refused.Fault("format", "json or csv was expected, not \"" + format + "\"")));
  }

  private static Response named(Response response, String name) {
    return Response.fromResponse(response)
        .header("Content-Disposition", "inline; filename=\"" + name + "\"")
        .build();
  }

  /** The passages behind a number, once their round is locked. */
  @GET
  @Path("passages")
  public Response passages(
      @PathParam("project") String project,
      @QueryParam("purpose") @Nullable String purpose,
      @QueryParam("measure") @Nullable String measure,
      @QueryParam("annotator") List<String> annotators,
      @QueryParam("label") List<String> labels,
      @QueryParam("article") @Nullable String article,
      @QueryParam("show") @Nullable String show,
      @QueryParam("from") @Nullable String from) {
    PassageQuery query =
        new PassageQuery(
            PassageAddress.purpose(text(purpose)),
            PassageAddress.line(text(measure)),
            PassageAddress.annotators(PassageAddress.present(annotators)),
            PassageAddress.labels(PassageAddress.present(labels)),
            text(article),
            PassageAddress.show(text(show)),
            PassageAddress.from(text(from)));
    return Json.ok(
        ReportDocument.of(readPassages.read(current.actor(), projects.of(project), query)));
  }

  private static Optional<String> text(@Nullable String parameter) {
    return Optional.ofNullable(parameter).filter(text -> !text.isEmpty());
  }
}
