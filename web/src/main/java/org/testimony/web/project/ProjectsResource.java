package org.testimony.web.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.db.project.Project;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.CodebookDocument;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;

/** Projects. Addresses name them by their key. */
@Path("projects")
public class ProjectsResource {

  private static final int LIMIT = CodebookDocument.LARGEST + 4096;

  private final CreateProject createProject;
  private final ListProjects listProjects;
  private final ReadProject readProject;
  private final RenameProject renameProject;
  private final ProjectLookup projects;
  private final CurrentActor current;

  @Inject
  ProjectsResource(
      CreateProject createProject,
      ListProjects listProjects,
      ReadProject readProject,
      RenameProject renameProject,
      ProjectLookup projects,
      CurrentActor current) {
    this.createProject = createProject;
    this.listProjects = listProjects;
    this.readProject = readProject;
    this.renameProject = renameProject;
    this.projects = projects;
    this.current = current;
  }

  /** The projects that the person may enter, by name. */
  @GET
  public Response list() {
    ObjectNode document = StrictJson.object();
    ArrayNode array = document.putArray("projects");
    listProjects
        .list(current.actor())
        .forEach(entry -> array.add(ProjectJson.project(entry.project(), entry.roles())));
    return Json.ok(document);
  }

  /** Makes a project; without a codebook it gets the default one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream body) throws IOException {
    JsonObject object = Json.read(body, LIMIT).only("name", "key", "codebook");
    Actor actor = current.actor();
    Project made =
        createProject.create(
            actor, object.text("name"), object.optionalText("key"), codebook(object));
    Set<Role> roles = actor.kind() == Actor.Kind.SERVICE ? Set.of() : EnumSet.of(Role.OWNER);
    return Json.answer(201, ProjectJson.project(made, roles));
  }

  private static Codebook codebook(JsonObject object) {
    if (!object.has("codebook")) {
      return DefaultCodebook.newsClaims();
    }
    return CodebookDocument.below(object.at("codebook"), StrictJson.write(object.any("codebook")));
  }

  /** A project, for everybody in it. */
  @GET
  @Path("{project}")
  public Response read(@PathParam("project") String project) {
    ReadProject.Summary summary = readProject.summary(current.actor(), projects.of(project));
    ObjectNode node = ProjectJson.project(summary.project(), summary.roles());
    node.putObject("codebook")
        .put("id", summary.codebook().id())
        .put("version", summary.codebook().version().toString());
    return Json.ok(node);
  }

  /** Gives a project another name; refused where the given version is not the current one. */
  @PATCH
  @Path("{project}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response rename(@PathParam("project") String project, InputStream body)
      throws IOException {
    JsonObject object = Json.read(body, LIMIT).only("name", "version");
    Optional<Integer> version =
        object.has("version") ? Optional.of(object.integer("version")) : Optional.empty();
    Actor actor = current.actor();
    renameProject.rename(actor, projects.of(project), object.text("name"), version);
    return read(project);
  }
}
