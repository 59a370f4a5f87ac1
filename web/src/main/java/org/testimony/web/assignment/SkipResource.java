package org.testimony.web.assignment;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.testimony.web.platform.AssignmentAddress;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;

/** One assignment taken out of its round. */
@Path("assignments/{assignment}/skip")
public class SkipResource {

  private static final int BODY = 16 * 1024;

  private final CurrentActor current;
  private final SkipAssignment skipAssignment;

  @Inject
  SkipResource(CurrentActor current, SkipAssignment skipAssignment) {
    this.current = current;
    this.skipAssignment = skipAssignment;
  }

  /** Skips an unfinished assignment for a reason. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response skip(@PathParam("assignment") String assignment, InputStream body)
      throws IOException {
    String reason = Json.read(body, BODY).only("reason").text("reason");
    skipAssignment.skip(current.actor(), AssignmentAddress.id(assignment), reason);
    return Response.noContent().build();
  }
}
