package org.testimony.web.annotation;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.testimony.web.platform.AssignmentAddress;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;

/** One assignment: what the workbench shows, and the operations it sends. */
@Path("assignments/{assignment}")
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {

  private static final int NOTE_BYTES = 16 * 1024;

  private final CurrentActor current;
  private final ReadAssignment readAssignment;
  private final RecordOperations recordOperations;
  private final ReturnSet returnSet;

  @Inject
  OperationsResource(
      CurrentActor current,
      ReadAssignment readAssignment,
      RecordOperations recordOperations,
      ReturnSet returnSet) {
    this.current = current;
    this.readAssignment = readAssignment;
    this.recordOperations = recordOperations;
    this.returnSet = returnSet;
  }

  /** Text, codebook, set and state. */
  @GET
  public Response read(@PathParam("assignment") String assignment) {
    return Json.ok(readAssignment.read(current.actor(), AssignmentAddress.id(assignment)));
  }

  /** The operations after a revision. */
  @GET
  @Path("operations")
  public Response since(
      @PathParam("assignment") String assignment,
      @QueryParam("since") @DefaultValue("0") long since) {
    return Json.ok(readAssignment.since(current.actor(), AssignmentAddress.id(assignment), since));
  }

  /** Stores operations. */
  @POST
  @Path("operations")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response record(@PathParam("assignment") String assignment, InputStream body)
      throws IOException {
    Batch batch = Batch.read(Json.read(body, Batch.MOST_BYTES));
    return Json.ok(
        recordOperations.record(current.actor(), AssignmentAddress.id(assignment), batch).json());
  }

  /** Gives a submitted set back with a note. */
  @POST
  @Path("return")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response giveBack(@PathParam("assignment") String assignment, InputStream body)
      throws IOException {
    String note = Json.read(body, NOTE_BYTES).only("note").text("note");
    returnSet.giveBack(current.actor(), AssignmentAddress.id(assignment), note);
    return Response.noContent().build();
  }
}
