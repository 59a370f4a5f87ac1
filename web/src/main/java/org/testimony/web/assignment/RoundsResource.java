package org.testimony.web.assignment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.core.text.StrictJson.Malformed;
import org.testimony.db.account.AccountId;
import org.testimony.db.assignment.Round;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** The rounds of a project. */
@Path("projects/{project}/rounds")
@Produces(MediaType.APPLICATION_JSON)
public class RoundsResource {

  private static final int BODY = 4 * 1024 * 1024;

  private final CurrentActor current;
  private final ProjectLookup projects;
  private final ListAssignments listAssignments;
  private final PlanAssignments planAssignments;
  private final LockRound lockRound;

  @Inject
  RoundsResource(
      CurrentActor current,
      ProjectLookup projects,
      ListAssignments listAssignments,
      PlanAssignments planAssignments,
      LockRound lockRound) {
    this.current = current;
    this.projects = projects;
    this.listAssignments = listAssignments;
    this.planAssignments = planAssignments;
    this.lockRound = lockRound;
  }

  /** The rounds of a project. */
  @GET
  public Response rounds(@PathParam("project") String project) {
    ObjectNode node = StrictJson.object();
    ArrayNode rounds = node.putArray("rounds");
    listAssignments
        .rounds(current.actor(), projects.of(project))
        .forEach(round -> rounds.add(json(round)));
    return Json.ok(node);
  }

  /** Makes a round and its assignments. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(@PathParam("project") String project, InputStream body) throws IOException {
    PlanAssignments.Plan plan = plan(Json.read(body, BODY));
    Round round = planAssignments.make(current.actor(), projects.of(project), plan);
    return Json.answer(201, json(round));
  }

  private static PlanAssignments.Plan plan(JsonObject object) {
    object.only("name", "purpose", "phase", "overlap", "seed", "annotators", "articles");
    List<AccountId> annotators = new ArrayList<>();
    uuids(object, "annotators").forEach(id -> annotators.add(new AccountId(id)));
    List<ArticleId> articles = new ArrayList<>();
    uuids(object, "articles").forEach(id -> articles.add(new ArticleId(id)));
    return new PlanAssignments.Plan(
        object.optionalText("name"),
        object.has("purpose") ? object.constant("purpose", Purpose.class) : Purpose.PRODUCTION,
        object.has("phase") ? object.constant("phase", Phase.class) : Phase.MARK,
        object.integer("overlap"),
        object.has("seed") ? object.longInteger("seed") : 1,
        annotators,
        articles);
  }

  private static List<UUID> uuids(JsonObject object, String name) {
    List<UUID> uuids = new ArrayList<>();
    if (object.has(name)) {
      List<String> texts = object.texts(name);
      for (int i = 0; i < texts.size(); i++) {
        uuids.add(uuid(texts.get(i), object.at(name) + "/" + i));
      }
    }
    return uuids;
  }

  private static UUID uuid(String text, String at) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed(at, "a UUID was expected");
    }
  }

  /** Locks a round. */
  @POST
  @Path("{round}/lock")
  public Response lock(@PathParam("project") String project, @PathParam("round") String round) {
    return Json.ok(json(lockRound.lock(current.actor(), projects.of(project), roundId(round))));
  }

  private static UUID roundId(String round) {
    try {
      return UUID.fromString(round);
    } catch (IllegalArgumentException e) {
      throw new Refused.NotFound("round.unknown");
    }
  }

  private static ObjectNode json(Round round) {
    ObjectNode node = StrictJson.object();
    node.put("id", round.id().toString());
    node.put("number", round.number());
    node.put("name", round.name());
    node.put("purpose", round.purpose().name());
    node.put("phase", round.phase().name());
    node.put("overlap", round.overlap());
    node.put("seed", round.seed());
    round.locked().ifPresent(at -> node.put("locked", at.toString()));
    return node;
  }
}
