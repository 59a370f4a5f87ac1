package org.testimony.web.assignment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;

/** All assignments of a project. */
@Path("projects/{project}/assignments")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectAssignmentsResource {

  private final CurrentActor current;
  private final ProjectLookup projects;
  private final ListAssignments listAssignments;

  @Inject
  ProjectAssignmentsResource(
      CurrentActor current, ProjectLookup projects, ListAssignments listAssignments) {
    this.current = current;
    this.projects = projects;
    this.listAssignments = listAssignments;
  }

  /** All assignments of a project, for its owners. */
  @GET
  public Response of(@PathParam("project") String project) {
    return Json.ok(AssignmentJson.list(listAssignments.of(current.actor(), projects.of(project))));
  }
}
