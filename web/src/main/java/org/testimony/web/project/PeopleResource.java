package org.testimony.web.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.db.project.Role;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;

/** The people of a project, for its owners. */
@Path("projects/{project}/people")
public class PeopleResource {

  private static final int LIMIT = 4096;

  private final ManagePeople managePeople;
  private final ProjectLookup projects;
  private final CurrentActor current;

  @Inject
  PeopleResource(ManagePeople managePeople, ProjectLookup projects, CurrentActor current) {
    this.managePeople = managePeople;
    this.projects = projects;
    this.current = current;
  }

  /** Everybody with a role, by pseudonym. */
  @GET
  public Response list(@PathParam("project") String project) {
    ObjectNode document = StrictJson.object();
    ArrayNode people = document.putArray("people");
    managePeople
        .list(current.actor(), projects.of(project))
        .forEach(person -> people.add(ProjectJson.person(person)));
    return Json.ok(document);
  }

  /** Gives an account exactly these roles. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("project") String project, InputStream body) throws IOException {
    JsonObject object = Json.read(body, LIMIT).only("account", "roles");
    ManagePeople.Person person =
        managePeople.put(
            current.actor(), projects.of(project), object.text("account"), roles(object));
    return Json.ok(ProjectJson.person(person));
  }

  private static Set<Role> roles(JsonObject object) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<String> names = object.texts("roles");
    for (int i = 0; i < names.size(); i++) {
      roles.add(role(names.get(i), object.at("roles") + "/" + i));
    }
    return roles;
  }

  private static Role role(String name, String at) {
    for (Role role : Role.values()) {
      if (role.name().equals(name)) {
        return role;
      }
    }
    throw new StrictJson.Malformed(at, "one of %s was expected".formatted(List.of(Role.values())));
  }

  /** Takes all roles away from somebody. */
  @DELETE
  @Path("{account}")
  public Response remove(
      @PathParam("project") String project, @PathParam("account") String account) {
    managePeople.remove(current.actor(), projects.of(project), account);
    return Response.noContent().build();
  }
}
