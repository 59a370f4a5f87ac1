package org.testimony.web.platform;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.testimony.core.text.StrictJson;

/** Tells the supervisor and load balancers whether the application answers. */
@Path("ready")
public class ReadyResource {

  private final Readiness readiness;
  private final Settings settings;

  @Inject
  ReadyResource(Readiness readiness, Settings settings) {
    this.readiness = readiness;
    this.settings = settings;
  }

  /** 200 once requests can be answered, 503 before. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response ready() {
    boolean ready = readiness.isReady();
    String body =
        StrictJson.write(
            StrictJson.object()
                .put("status", ready ? "ready" : "starting")
                .put("version", settings.version()));
    return Response.status(ready ? 200 : 503).entity(body).build();
  }
}
