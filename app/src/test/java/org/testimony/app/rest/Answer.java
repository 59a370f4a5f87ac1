package org.testimony.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.testimony.core.text.StrictJson;

/** An answer of the product: status, headers with names in lower case, and bytes. */
public final class Answer {

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private Answer(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response.headers().map(), response.body());
  }

  /** Itself, where the status is the expected one. */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("%d was expected: %d %s".formatted(expected, status, text()));
    }
    return this;
  }

  public int status() {
    return status;
  }

  public Map<String, List<String>> headers() {
    return headers;
  }

  public byte[] body() {
    return body.clone();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return StrictJson.read(text());
  }
}
