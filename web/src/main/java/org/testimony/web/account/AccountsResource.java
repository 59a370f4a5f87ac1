package org.testimony.web.account;

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
import java.util.UUID;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;

/** The accounts of the installation, for its administrators. */
@Path("accounts")
public class AccountsResource {

  private static final int LIMIT = 4096;

  private final ListAccounts listAccounts;
  private final InvitePerson invitePerson;
  private final CurrentActor current;

  @Inject
  AccountsResource(ListAccounts listAccounts, InvitePerson invitePerson, CurrentActor current) {
    this.listAccounts = listAccounts;
    this.invitePerson = invitePerson;
    this.current = current;
  }

  /** All accounts by name. */
  @GET
  public Response list() {
    ObjectNode document = StrictJson.object();
    ArrayNode accounts = document.putArray("accounts");
    for (Account account : listAccounts.list(current.actor())) {
      accounts
          .addObject()
          .put("id", account.id().toString())
          .put("name", account.name())
          .put("displayName", account.displayName())
          .put("administrator", account.administrator())
          .put("active", account.active())
          .put("invited", account.passwordHash().isEmpty());
    }
    return Json.ok(document);
  }

  /** Adds an account; answers the path of its one-time link. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response invite(InputStream body) throws IOException {
    JsonObject object = Json.read(body, LIMIT).only("name", "displayName", "administrator");
    Account.Rank rank =
        object.flag("administrator") ? Account.Rank.ADMINISTRATOR : Account.Rank.PERSON;
    return invitation(
        invitePerson.invite(
            current.actor(), object.text("name"), object.text("displayName"), rank));
  }

  /** Makes another one-time link; earlier ones end. */
  @POST
  @Path("{id}/link")
  public Response reset(@PathParam("id") UUID id) {
    return invitation(invitePerson.reset(current.actor(), new AccountId(id)));
  }

  /** Lets an account in or keeps it out. */
  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@PathParam("id") UUID id, InputStream body) throws IOException {
    JsonObject object = Json.read(body, LIMIT).only("active");
    object.any("active");
    if (object.flag("active")) {
      listAccounts.activate(current.actor(), new AccountId(id));
    } else {
      listAccounts.deactivate(current.actor(), new AccountId(id));
    }
    return Response.noContent().build();
  }

  private static Response invitation(InvitePerson.Invitation invitation) {
    return Json.answer(
        201,
        StrictJson.object()
            .put("id", invitation.account().id().toString())
            .put("link", invitation.path()));
  }
}
