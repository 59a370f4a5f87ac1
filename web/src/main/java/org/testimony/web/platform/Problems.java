package org.testimony.web.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.testimony.core.text.StrictJson;

/** Errors as RFC 9457 problem documents. */
final class Problems {

  static final String MEDIA_TYPE = "application/problem+json";

  private Problems() {}

  static ObjectNode problem(int status, String key, String detail, List<Refused.Fault> faults) {
    ObjectNode problem = StrictJson.object();
    problem.put("type", "urn:testimony:problem:" + key);
    problem.put("title", Texts.of("status." + (Texts.has("status." + status) ? status : 500)));
    problem.put("status", status);
    problem.put("detail", detail);
    if (!faults.isEmpty()) {
      ArrayNode errors = problem.putArray("errors");
      for (Refused.Fault fault : faults) {
        errors.addObject().put("pointer", fault.pointer()).put("detail", fault.detail());
      }
    }
    return problem;
  }

  static Response response(int status, String key, String detail, List<Refused.Fault> faults) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(StrictJson.write(problem(status, key, detail, faults)))
        .build();
  }

  static void write(HttpServletResponse response, int status, String key, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    response
        .getOutputStream()
        .write(
            StrictJson.write(problem(status, key, detail, List.of()))
                .getBytes(StandardCharsets.UTF_8));
  }
}
