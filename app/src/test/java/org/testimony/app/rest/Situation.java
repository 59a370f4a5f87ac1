package org.testimony.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testimony.app.Product;
import org.testimony.core.text.StrictJson;

/**
 * A project with one article that two annotators label, and every value with which an address about
 * it can be filled.
 */
final class Situation {

  private static final String TEXT =
      "The harbour closes in May.\n\nThe ferry moves to Akselby, the council said.\n";

  private final Product product;
  private final Rest service;
  private final Person self;
  private final Person other;
  private final String project;
  private final String article;
  private final String target;
  private final String round;
  private final String ownAssignment;
  private final String othersAssignment;
  private final String ownToken;
  private final String version;

  Situation(Product product) throws Exception {
    this.product = product;
    service = Rest.service(product);
    self = Person.invited(product, "self");
    other = Person.invited(product, "other");
    project = service.project("Blindness");
    ObjectNode aim = StrictJson.object().put("title", "The plan").put("definition", "To move.");
    target =
        Rest.text(service.post("/projects/" + project + "/targets", aim).expect(200).json(), "id");
    article = service.article(project, "ferry.txt", TEXT);
    service.join(project, self, "ANNOTATOR");
    service.join(project, other, "ANNOTATOR");
    round = service.round(project, 2);
    ownAssignment = self.rest(product).assignment(project);
    othersAssignment = other.rest(product).assignment(project);
    JsonNode tokens = self.rest(product).get("/me/tokens").expect(200).json();
    ownToken = Rest.text(tokens.path("tokens").path(0), "id");
    JsonNode codebook = service.get("/projects/" + project).expect(200).json().path("codebook");
    version = Rest.text(codebook, "version");
  }

  /** The annotator through whose eyes everything is read. */
  Person self() {
    return self;
  }

  /** The annotator of whom nothing may be seen. */
  Person other() {
    return other;
  }

  /** What the owner reads of everybody's work. */
  String ownersView() throws Exception {
    return service.get("/projects/" + project + "/assignments").expect(200).text();
  }

  /** Labels as the annotator who looks. */
  void selfLabels(boolean submits) throws Exception {
    label(self, ownAssignment, 0, 26, "FAVOR");
    if (submits) {
      submit(self, ownAssignment);
    }
  }

  /** Labels as the other annotator. */
  void otherLabels() throws Exception {
    label(other, othersAssignment, 28, 72, "AGAINST");
  }

  /** Submits the other annotator's set. */
  void otherSubmits() throws Exception {
    submit(other, othersAssignment);
  }

  private void label(Person person, String assignment, int begin, int end, String stance)
      throws Exception {
    Labels labels = new Labels(TEXT);
    String claim = UUID.randomUUID().toString();
    record(
        person,
        assignment,
        labels.batch(
            0,
            List.of(
                labels.claim(claim, begin, end),
                labels.stance(claim, target, stance),
                labels.note("seen by nobody else"))));
  }

  private void submit(Person person, String assignment) throws Exception {
    Labels labels = new Labels(TEXT);
    record(person, assignment, labels.batch(0, List.of(labels.submit())));
  }

  private void record(Person person, String assignment, ObjectNode batch) throws Exception {
    JsonNode done =
        person
            .rest(product)
            .post("/assignments/" + assignment + "/operations", batch)
            .expect(200)
            .json();
    if (!done.path("rejected").isEmpty()) {
      throw new AssertionError("rejected: " + done.path("rejected"));
    }
  }

  /**
   * The values of a parameter in a path: one's own first, then the other's, then one that names
   * nothing.
   */
  List<String> inPath(String path, String name) {
    String nothing = "00000000-0000-4000-8000-000000000000";
    return switch (name) {
      case "project" -> List.of(project, "no-such-project");
      case "article" -> List.of(article, nothing);
      case "assignment" -> List.of(ownAssignment, othersAssignment, nothing);
      case "round" -> List.of(round, nothing);
      case "account" -> List.of(self.name(), other.name(), "nobody");
      case "id" -> ids(path, nothing);
      default -> throw unknown(path, name);
    };
  }

  private List<String> ids(String path, String nothing) {
    if (path.startsWith("/accounts/{id}")) {
      return List.of(self.id(), other.id(), nothing);
    }
    if (path.startsWith("/me/tokens/{id}")) {
      return List.of(ownToken, nothing);
    }
    throw unknown(path, "id");
  }

  /** What a parameter in the query of a route or page can be, all of which are sent together. */
  List<String> inQuery(String path, String name) {
    Map<String, String> versions = Map.of("from", "1.0.0", "to", version, "version", version);
    boolean codebook = path.contains("codebook") || path.contains("guideline");
    if (codebook && versions.containsKey(name)) {
      return List.of(String.valueOf(versions.get(name)));
    }
    return switch (name) {
      case "since", "from" -> List.of("0");
      case "limit" -> List.of("1");
      case "after", "article" -> List.of(article);
      case "formats" -> List.of("jsonl", "csv", "brat");
      case "csv" -> List.of("exact");
      case "key" -> List.of("copied");
      case "name" -> List.of("Copied");
      case "q" -> List.of("ferry");
      case "order" -> List.of("TITLE");
      case "purpose" -> List.of("PRODUCTION");
      case "format" -> List.of("csv");
      case "gamma" -> List.of("true");
      case "measure" -> List.of("Claim.alpha");
      case "annotator" -> List.of(self.id(), other.id());
      case "left" -> List.of(self.id());
      case "right" -> List.of(other.id());
      case "label" -> path.endsWith(".xhtml") ? List.of("FACT") : List.of("FACT", "FORECAST");
      case "other" -> List.of("FORECAST");
      case "show" -> List.of("ALL");
      case "target" -> List.of(target);
      default -> throw unknown(path, name);
    };
  }

  private static AssertionError unknown(String path, String name) {
    return new AssertionError(
        "%s takes the parameter \"%s\"; say here what it can be".formatted(path, name));
  }
}
