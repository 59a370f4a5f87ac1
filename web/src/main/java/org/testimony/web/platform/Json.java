package org.testimony.web.platform;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;

/** Request bodies and answers of REST as JSON, by the one strict reader of the program. */
public final class Json {

  private Json() {}

  /**
   * The object in a request's body.
   *
   * @param limit most bytes; more is answered with 413
   * @throws StrictJson.Malformed when it is no JSON object
   */
  public static JsonObject read(InputStream body, int limit) throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JsonObject.of(StrictJson.read(text));
    } catch (CharacterCodingException e) {
      throw new StrictJson.Malformed("", "the body is not valid UTF-8");
    }
  }

  /** An answer with this document. */
  public static Response answer(int status, JsonNode document) {
    return Response.status(status)
        .type("application/json")
        .entity(StrictJson.write(document))
        .build();
  }

  /** An answer 200 with this document. */
  public static Response ok(JsonNode document) {
    return answer(200, document);
  }
}
