package org.testimony.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.app.DataFolder;
import org.testimony.app.FolderLock;
import org.testimony.app.Problem;
import org.testimony.app.ProgramFolder;
import org.testimony.app.Terminal;
import org.testimony.app.supervisor.Installation;
import org.testimony.app.supervisor.Supervisor;
import org.testimony.core.text.StrictJson;

/** The server of a data folder, spoken to as the installation itself. */
public final class LocalServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String address;
  private final String token;
  private final @Nullable Supervisor started;

  private LocalServer(DataFolder data, String address, @Nullable Supervisor started) {
    this.address = address;
    this.started = started;
    this.token =
        DataFolder.read(data.serviceToken())
            .orElseThrow(() -> new Problem("client.notoken", data.serviceToken()));
  }

  /**
   * The running server of the folder, or one started for this command.
   *
   * @throws Problem when there is none and none can be started
   */
  public static LocalServer of(DataFolder data, Terminal terminal) throws InterruptedException {
    Optional<FolderLock> free = FolderLock.tryTake(data);
    if (free.isEmpty()) {
      String address =
          DataFolder.read(data.serverAddress())
              .orElseThrow(() -> new Problem("client.starting", data.path()));
      return new LocalServer(data, address, null);
    }
    free.get().close();
    Supervisor supervisor =
        new Supervisor(Installation.local(ProgramFolder.ofThisProgram(), data), terminal);
    Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "stop"));
    supervisor.start();
    return new LocalServer(data, supervisor.address(), supervisor);
  }

  /** A part of a path, encoded. */
  public static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A path of the server as people reach it. */
  public String absolute(String path) {
    String known = System.getenv("TESTIMONY_PUBLIC_URL");
    String base = known == null || known.isBlank() ? address : known;
    return base.strip().replaceAll("/+$", "") + path;
  }

  /** What the server answers to a GET. */
  public JsonNode get(String path) throws InterruptedException {
    return json(request(path).GET().build());
  }

  /** What the server answers to a POST of a document. */
  public JsonNode post(String path, JsonNode document) throws InterruptedException {
    return post(path, "application/json", BodyPublishers.ofString(StrictJson.write(document)));
  }

  /** What the server answers to a POST of this content. */
  public JsonNode post(String path, String type, BodyPublisher content)
      throws InterruptedException {
    return json(request(path).header("Content-Type", type).POST(content).build());
  }

  /** The content that the server sends, as a stream. */
  public InputStream download(String path) throws InterruptedException {
    try {
      HttpResponse<InputStream> response =
          client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        try (InputStream body = response.body()) {
          throw refused(
              response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return response.body();
    } catch (IOException e) {
      throw Problem.because(e, "client.failed", address, Problem.reason(e));
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + "api/v1/" + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json, application/problem+json, application/zip");
  }

  private JsonNode json(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> response =
          client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() / 100 != 2) {
        throw refused(response.statusCode(), response.body());
      }
      return response.body().isBlank() ? StrictJson.object() : StrictJson.read(response.body());
    } catch (IOException | UncheckedIOException e) {
      throw Problem.because(e, "client.failed", address, Problem.reason(e));
    }
  }

  private static Problem refused(int status, String body) {
    String said = "";
    try {
      JsonNode problem = StrictJson.read(body);
      said = problem.path("detail").asText(problem.path("title").asText());
      for (JsonNode error : problem.path("errors")) {
        said += "; " + error.path("pointer").asText() + ": " + error.path("detail").asText();
      }
    } catch (StrictJson.Malformed e) {
      said = "HTTP " + status;
    }
    return new Problem("client.refused", said.isBlank() ? "HTTP " + status : said);
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}
