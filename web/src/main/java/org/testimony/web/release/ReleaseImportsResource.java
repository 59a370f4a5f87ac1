package org.testimony.web.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.core.text.StrictJson;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;

/** New projects out of exports. */
@Path("projects/imports/release")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseImportsResource {

  private final ImportRelease importRelease;
  private final CurrentActor current;

  @Inject
  ReleaseImportsResource(ImportRelease importRelease, CurrentActor current) {
    this.importRelease = importRelease;
    this.current = current;
  }

  /**
   * Makes a project of the zip in the body.
   *
   * @param key of the new project; that of the release where absent
   * @param name of the new project; that of the release where absent
   */
  @POST
  @Consumes({"application/zip", "application/octet-stream"})
  public Response make(
      @QueryParam("key") @Nullable String key,
      @QueryParam("name") @Nullable String name,
      InputStream body)
      throws IOException {
    importRelease.allow(current.actor());
    try (ReceivedZip zip = ReceivedZip.of(body, ImportRelease.MOST_BYTES)) {
      ImportRelease.Made made =
          importRelease.make(
              current.actor(), zip.path(), Optional.ofNullable(key), Optional.ofNullable(name));
      ObjectNode node = StrictJson.object();
      node.put("id", made.project().key());
      node.put("name", made.project().name());
      node.put("articles", made.articles());
      node.put("people", made.people());
      node.put("assignments", made.assignments());
      return Json.answer(201, node);
    } catch (ReceivedZip.TooLarge e) {
      throw new WebApplicationException(e, Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
  }
}
