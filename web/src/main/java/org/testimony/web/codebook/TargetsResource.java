package org.testimony.web.codebook;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.testimony.core.codebook.Target;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;

/** The targets of a project; each change is a new version of its codebook. */
@Path("projects/{project}/targets")
public class TargetsResource {

  private static final int LIMIT = 65_536;

  private final ChangeCodebook changeCodebook;
  private final ProjectLookup projects;
  private final CurrentActor current;

  @Inject
  TargetsResource(ChangeCodebook changeCodebook, ProjectLookup projects, CurrentActor current) {
    this.changeCodebook = changeCodebook;
    this.projects = projects;
    this.current = current;
  }

  /** Adds a target, or changes the one of the given id. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("project") String project, InputStream body) throws IOException {
    JsonObject object = Json.read(body, LIMIT).only("id", "title", "definition");
    Target target =
        changeCodebook.putTarget(
            current.actor(),
            projects.of(project),
            object.optionalText("id"),
            object.text("title"),
            object.text("definition"));
    return Json.ok(
        StrictJson.object()
            .put("id", target.id())
            .put("title", target.title())
            .put("definition", target.definition()));
  }
}
