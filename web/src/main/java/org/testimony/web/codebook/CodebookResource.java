package org.testimony.web.codebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.core.codebook.Change;
import org.testimony.core.codebook.CodebookDiff;
import org.testimony.core.codebook.CodebookWriter;
import org.testimony.core.text.StrictJson;
import org.testimony.db.project.CodebookVersion;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.CodebookDocument;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;

/** The versions of a project's codebook. */
@Path("projects/{project}/codebook")
public class CodebookResource {

  private final ReadCodebook readCodebook;
  private final ChangeCodebook changeCodebook;
  private final ProjectLookup projects;
  private final CurrentActor current;

  @Inject
  CodebookResource(
      ReadCodebook readCodebook,
      ChangeCodebook changeCodebook,
      ProjectLookup projects,
      CurrentActor current) {
    this.readCodebook = readCodebook;
    this.changeCodebook = changeCodebook;
    this.projects = projects;
    this.current = current;
  }

  /** The document of a version, without one of that in force, in its canonical form. */
  @GET
  public Response read(
      @PathParam("project") String project, @QueryParam("version") @Nullable String version) {
    Actor actor = current.actor();
    ProjectId id = projects.of(project);
    ReadCodebook.Shown shown =
        version == null
            ? readCodebook.current(actor, id)
            : readCodebook.numbered(actor, id, version);
    return Response.ok(CodebookWriter.write(shown.version().codebook()), "application/json")
        .tag(shown.version().codebook().version().toString())
        .build();
  }

  /** Stores a new version; answers its number and what changed. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response store(
      @PathParam("project") String project,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    ProjectId id = projects.of(project);
    byte[] document = body.readNBytes(CodebookDocument.LARGEST + 1);
    if (document.length > CodebookDocument.LARGEST) {
      throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    Actor actor = current.actor();
    CodebookVersion before = readCodebook.current(actor, id).version();
    CodebookVersion stored =
        changeCodebook.store(actor, id, CodebookDocument.of(document), seen(ifMatch));
    return difference(before, stored, CodebookDiff.between(before.codebook(), stored.codebook()));
  }

  private static Optional<String> seen(@Nullable String ifMatch) {
    return ifMatch == null || ifMatch.equals("*")
        ? Optional.empty()
        : Optional.of(ifMatch.strip().replaceAll("^\"|\"$", ""));
  }

  /** All versions, newest first. */
  @GET
  @Path("versions")
  public Response versions(@PathParam("project") String project) {
    ObjectNode document = StrictJson.object();
    ArrayNode versions = document.putArray("versions");
    for (CodebookVersion version : readCodebook.versions(current.actor(), projects.of(project))) {
      versions
          .addObject()
          .put("version", version.codebook().version().toString())
          .put("sha256", version.sha256())
          .put("created", version.created().toString());
    }
    return Json.ok(document);
  }

  /** What changed from one version to another. */
  @GET
  @Path("diff")
  public Response diff(
      @PathParam("project") String project,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    ReadCodebook.Difference difference =
        readCodebook.difference(
            current.actor(), projects.of(project), required("from", from), required("to", to));
    return difference(difference.before(), difference.after(), difference.changes());
  }

  private static String required(String name, @Nullable String value) {
    if (value == null) {
      throw new StrictJson.Malformed("/" + name, "this parameter is required");
    }
    return value;
  }

  private static Response difference(
      CodebookVersion before, CodebookVersion after, List<Change> changes) {
    ObjectNode document = StrictJson.object();
    document.put("from", before.codebook().version().toString());
    document.put("to", after.codebook().version().toString());
    document.put("sha256", after.sha256());
    document.put("major", CodebookDiff.isMajor(changes));
    ArrayNode array = document.putArray("changes");
    changes.forEach(change -> array.add(change(change)));
    return Json.ok(document);
  }

  private static ObjectNode change(Change change) {
    ObjectNode node = StrictJson.object();
    node.put("weight", change.weight().name());
    node.put("code", change.code());
    node.put("subject", change.subject());
    node.put("name", change.name());
    change.before().ifPresent(before -> node.put("before", before));
    change.after().ifPresent(after -> node.put("after", after));
    return node;
  }
}
