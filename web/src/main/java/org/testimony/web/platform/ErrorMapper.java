package org.testimony.web.platform;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testimony.core.text.StrictJson;

/** Turns what a REST call runs into into a problem document; never shows a trace. */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(ErrorMapper.class.getName());

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof Refused refused) {
      return ofRefusal(refused);
    }
    if (thrown instanceof StrictJson.Malformed malformed) {
      List<Refused.Fault> faults =
          List.of(new Refused.Fault(malformed.pointer(), String.valueOf(malformed.getMessage())));
      return Problems.response(422, "refused.invalid", Texts.of("refused.invalid", 1), faults);
    }
    if (thrown instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      if (status < 400) {
        return web.getResponse();
      }
      String key = Texts.has("status." + status) ? "status." + status : "status.500";
      Response problem = Problems.response(status, key, Texts.of(key), List.of());
      String allow = web.getResponse().getHeaderString("Allow");
      return allow == null
          ? problem
          : Response.fromResponse(problem).header("Allow", allow).build();
    }
    UUID id = UUID.randomUUID();
    LOG.log(Level.SEVERE, thrown, () -> "error " + id);
    return Problems.response(500, "refused.error", Texts.of("refused.error", id), List.of());
  }

  private static Response ofRefusal(Refused refused) {
    if (refused instanceof Refused.TooMany tooMany) {
      return Response.fromResponse(problem(429, refused, List.of()))
          .header("Retry-After", tooMany.retryAfterSeconds())
          .build();
    }
    if (refused instanceof Refused.Stale stale) {
      return Response.fromResponse(problem(412, refused, List.of()))
          .tag(new EntityTag(stale.currentVersion()))
          .build();
    }
    if (refused instanceof Refused.Invalid invalid) {
      return problem(422, refused, invalid.faults());
    }
    return problem(status(refused), refused, List.of());
  }

  private static int status(Refused refused) {
    if (refused instanceof Refused.NotSignedIn) {
      return 401;
    }
    if (refused instanceof Refused.NotAllowed) {
      return 403;
    }
    if (refused instanceof Refused.NotFound) {
      return 404;
    }
    return 409;
  }

  private static Response problem(int status, Refused refused, List<Refused.Fault> faults) {
    return Problems.response(status, refused.key(), refused.message(), faults);
  }
}
