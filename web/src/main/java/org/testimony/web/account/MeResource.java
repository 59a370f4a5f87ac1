package org.testimony.web.account;

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
import java.util.UUID;
import org.testimony.core.text.StrictJson;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;

/** One's own account: who one is, and tokens for scripts. */
@Path("me")
public class MeResource {

  private static final int LIMIT = 4096;

  private final ReadOwnAccount readOwnAccount;
  private final ManageTokens manageTokens;
  private final CurrentActor current;

  @Inject
  MeResource(ReadOwnAccount readOwnAccount, ManageTokens manageTokens, CurrentActor current) {
    this.readOwnAccount = readOwnAccount;
    this.manageTokens = manageTokens;
    this.current = current;
  }

  /** Who is asking, and their projects. */
  @GET
  public Response me() {
    Actor actor = current.actor();
    String name = readOwnAccount.name(actor);
    ObjectNode me = StrictJson.object();
    me.put("id", actor.account().toString());
    me.put("name", name);
    me.put("displayName", actor.displayName());
    me.put("administrator", actor.isAdministrator());
    ArrayNode projects = me.putArray("projects");
    for (ReadOwnAccount.Place place : readOwnAccount.places(actor)) {
      ObjectNode project = projects.addObject();
      project.put("id", place.project().key());
      project.put("name", place.project().name());
      ArrayNode roles = project.putArray("roles");
      place.roles().forEach(role -> roles.add(role.name()));
    }
    return Json.ok(me);
  }

  /** The tokens in force, without their secrets. */
  @GET
  @Path("tokens")
  public Response tokens() {
    ObjectNode document = StrictJson.object();
    ArrayNode tokens = document.putArray("tokens");
    manageTokens
        .list(current.actor())
        .forEach(
            token ->
                tokens
                    .addObject()
                    .put("id", token.id().toString())
                    .put("name", token.name())
                    .put("created", token.created().toString()));
    return Json.ok(document);
  }

  /** Makes a token; its secret is told this once. */
  @POST
  @Path("tokens")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(InputStream body) throws IOException {
    String name = Json.read(body, LIMIT).only("name").text("name");
    ManageTokens.Made made = manageTokens.make(current.actor(), name);
    return Json.answer(
        201, StrictJson.object().put("id", made.id().toString()).put("token", made.secret()));
  }

  /** Ends a token. */
  @DELETE
  @Path("tokens/{id}")
  public Response revoke(@PathParam("id") UUID id) {
    manageTokens.revoke(current.actor(), id);
    return Response.noContent().build();
  }
}
