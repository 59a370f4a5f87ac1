package org.testimony.web.claims;

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
import org.testimony.core.text.StrictJson;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.UploadDoor;

/** Claims that are fixed before they are judged. */
@Path("projects/{project}/claims")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimsResource {

  private final ListClaims listClaims;
  private final ImportClaims importClaims;
  private final ProjectLookup projects;
  private final CurrentActor current;

  @Inject
  ClaimsResource(
      ListClaims listClaims,
      ImportClaims importClaims,
      ProjectLookup projects,
      CurrentActor current) {
    this.listClaims = listClaims;
    this.importClaims = importClaims;
    this.projects = projects;
    this.current = current;
  }

  /** The articles that have fixed claims. */
  @GET
  public Response list(@PathParam("project") String project) {
    ObjectNode node = StrictJson.object();
    ArrayNode articles = node.putArray("articles");
    for (ArticleClaims one : listClaims.of(current.actor(), projects.of(project))) {
      articles
          .addObject()
          .put("article", one.article().toString())
          .put("title", one.title())
          .put("version", one.version())
          .put("claims", one.claims())
          .put("created", one.created().toString());
    }
    return Json.ok(node);
  }

  /** Takes a file of claims, as CSV or as JSON lines. */
  @POST
  @Consumes({"text/csv", "application/x-ndjson"})
  @UploadDoor.Guarded
  public Response take(@PathParam("project") String project, InputStream body) throws IOException {
    ClaimsReport report =
        importClaims.take(
            current.actor(), projects.of(project), ClaimsUpload.NAMELESS, ClaimsUpload.text(body));
    ObjectNode node = StrictJson.object();
    ArrayNode articles = node.putArray("articles");
    for (ClaimsReport.OfArticle one : report.articles()) {
      ObjectNode entry =
          articles
              .addObject()
              .put("article", one.name())
              .put("title", one.title())
              .put("outcome", one.outcome().name())
              .put("claims", one.claims());
      if (!one.detail().isEmpty()) {
        entry.put("detail", one.detail());
      }
    }
    return Json.ok(node);
  }
}
