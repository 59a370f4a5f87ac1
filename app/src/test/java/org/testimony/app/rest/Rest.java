package org.testimony.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.testimony.app.Product;
import org.testimony.core.text.StrictJson;

/** REST of a running product with one account's token. */
public final class Rest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String token;

  public Rest(Product product, String token) {
    this(product.address(), token);
  }

  /** At another address than the product's own, such as that of a proxy. */
  Rest(String root, String token) {
    this.address = root + "api/v1";
    this.token = token;
  }

  /** With the rights of the command line on the same machine. */
  public static Rest service(Product product) throws IOException {
    return new Rest(product, Files.readString(product.data().serviceToken()).strip());
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, "application/json", new byte[0]);
  }

  public Answer post(String path, JsonNode body) throws IOException, InterruptedException {
    return send("POST", path, "application/json", bytes(body));
  }

  /** Sends any request; {@code headers} are pairs of name and value. */
  public Answer send(String method, String path, String type, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + token)
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body.length > 0) {
      request.header("Content-Type", type);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return Answer.of(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  public static byte[] bytes(JsonNode body) {
    return StrictJson.write(body).getBytes(StandardCharsets.UTF_8);
  }

  /** The product's own description of its REST. */
  public JsonNode openApi() throws IOException, InterruptedException {
    URI document = URI.create(address).resolve("/openapi");
    HttpRequest request =
        HttpRequest.newBuilder(document).header("Accept", "application/json").build();
    return Answer.of(client.send(request, HttpResponse.BodyHandlers.ofByteArray()))
        .expect(200)
        .json();
  }

  /** Makes a project with the default codebook; answers its key. */
  public String project(String name) throws IOException, InterruptedException {
    ObjectNode body = StrictJson.object().put("name", name);
    return text(post("/projects", body).expect(201).json(), "id");
  }

  /** Imports one text; answers the id of the article. */
  public String article(String project, String file, String text)
      throws IOException, InterruptedException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String path = "/projects/" + project + "/imports";
    JsonNode report =
        send("POST", path, "text/plain", bytes, "X-File-Name", file).expect(200).json();
    return text(report.path("stored").path(0), "article");
  }

  /** Makes somebody a member of a project. */
  public void join(String project, Person person, String role)
      throws IOException, InterruptedException {
    ObjectNode body = StrictJson.object().put("account", person.name());
    body.putArray("roles").add(role);
    post("/projects/" + project + "/people", body).expect(200);
  }

  /** Gives every article of a project to so many of its annotators; answers the round's id. */
  public String round(String project, int overlap) throws IOException, InterruptedException {
    ObjectNode body = StrictJson.object().put("overlap", overlap);
    return text(post("/projects/" + project + "/rounds", body).expect(201).json(), "id");
  }

  /** The account's only assignment in a project. */
  public String assignment(String project) throws IOException, InterruptedException {
    String found = "";
    for (JsonNode entry : get("/assignments").expect(200).json().path("assignments")) {
      if (text(entry, "project").equals(project)) {
        if (!found.isEmpty()) {
          throw new AssertionError("more than one assignment in " + project);
        }
        found = text(entry, "id");
      }
    }
    if (found.isEmpty()) {
      throw new AssertionError("no assignment in " + project);
    }
    return found;
  }

  /** A property that must be there. */
  public static String text(JsonNode node, String name) {
    if (!node.path(name).isTextual()) {
      throw new AssertionError("no " + name + " in " + node);
    }
    return node.path(name).textValue();
  }
}
