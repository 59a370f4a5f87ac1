package org.testimony.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.testimony.app.Product;
import org.testimony.core.text.StrictJson;

/**
 * Somebody with an account of their own, a session at the pages, and a token.
 *
 * <p>The account is made on the way that people go, without a back door into the database: an
 * invitation over REST, its link opened as a browser opens it, the form with the password sent, and
 * a token asked for in the session that this begins.
 */
final class Person {

  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]*)\"");
  private static final Pattern SESSION_TOKEN =
      Pattern.compile("<meta name=\"testimony-token\" content=\"([^\"]+)\"");

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI root;
  private final String name;
  private final String id;
  private String token = "";

  private Person(Product product, String name, String id) {
    this.root = URI.create(product.address());
    this.name = name;
    this.id = id;
  }

  /** Invites somebody whose name begins so, and lets them in. */
  static Person invited(Product product, String nameBegins)
      throws IOException, InterruptedException {
    return invited(product, StrictJson.object().put("administrator", false), nameBegins);
  }

  /** Invites somebody to administer, and lets them in. */
  static Person administrator(Product product, String nameBegins)
      throws IOException, InterruptedException {
    return invited(product, StrictJson.object().put("administrator", true), nameBegins);
  }

  private static Person invited(Product product, ObjectNode invitation, String nameBegins)
      throws IOException, InterruptedException {
    String name = nameBegins + "-" + UUID.randomUUID().toString().substring(0, 8);
    invitation.put("name", name).put("displayName", name);
    JsonNode made = Rest.service(product).post("/accounts", invitation).expect(201).json();
    Person person = new Person(product, name, Rest.text(made, "id"));
    person.enter(Rest.text(made, "link"));
    return person;
  }

  private void enter(String link) throws IOException, InterruptedException {
    String page = page(link).expect(200).text();
    String password = UUID.randomUUID() + " " + UUID.randomUUID();
    Map<String, String> form = new TreeMap<>();
    form.put("welcome", "welcome");
    form.put("token", link.substring(link.indexOf("token=") + "token=".length()));
    form.put("welcome:password", password);
    form.put("welcome:again", password);
    form.put("welcome:submit", "welcome:submit");
    form.put("jakarta.faces.ViewState", only(VIEW_STATE, page));
    String body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    Answer sent =
        send(
            HttpRequest.newBuilder(root.resolve(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    sent.expect(302);
    String session = only(SESSION_TOKEN, page("/").expect(200).text());
    Answer made =
        send(
            HttpRequest.newBuilder(root.resolve("/api/v1/me/tokens"))
                .header("Content-Type", "application/json")
                .header("Origin", origin())
                .header("X-Testimony-Token", session)
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"test\"}")));
    token = Rest.text(made.expect(201).json(), "token");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String origin() {
    return "http://" + root.getAuthority();
  }

  private static String only(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + page);
    }
    return matcher.group(1);
  }

  /** The sign-in name. */
  String name() {
    return name;
  }

  /** The account's id. */
  String id() {
    return id;
  }

  /** REST with this person's token; the product may be another run on the same data. */
  Rest rest(Product product) {
    return new Rest(product, token);
  }

  /** The same by way of another address. */
  Rest rest(String root) {
    return new Rest(root, token);
  }

  /** What a path answers in this person's session; redirects are not followed. */
  Answer page(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(root.resolve(path)));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Answer.of(
        browser.send(
            request.version(HttpClient.Version.HTTP_1_1).build(),
            HttpResponse.BodyHandlers.ofByteArray()));
  }
}
