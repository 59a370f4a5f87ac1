package org.testimony.web.assignment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;

/** One's own list of assignments. */
@Path("assignments")
@Produces(MediaType.APPLICATION_JSON)
public class AssignmentsResource {

  private final CurrentActor current;
  private final ListAssignments listAssignments;

  @Inject
  AssignmentsResource(CurrentActor current, ListAssignments listAssignments) {
    this.current = current;
    this.listAssignments = listAssignments;
  }

  /** One's own assignments. */
  @GET
  public Response own() {
    return Json.ok(AssignmentJson.list(listAssignments.own(current.actor())));
  }
}
