package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;
import org.testimony.app.SharedProduct;
import org.testimony.core.text.StrictJson;

/**
 * An annotator learns nothing of what another one does with the same article.
 *
 * <p>Routes and pages are not listed here: they come from the product's own OpenAPI document and
 * from the WAR. One that takes a parameter which {@link Situation} does not know fails the test, so
 * that a new one cannot be forgotten.
 */
class BlindnessIT {

  /** Addresses whose answers may tell of another's work, each with the reason. There is none. */
  private static final Map<String, String> DECLARED = Map.of();

  /** Routes that an annotator may use; every other one refuses. */
  private static final Set<String> ANNOTATORS =
      Set.of(
          "GET /ready",
          "GET /me",
          "GET /me/tokens",
          "POST /me/tokens",
          "DELETE /me/tokens/{id}",
          "GET /projects",
          "POST /projects",
          "GET /projects/{project}",
          "GET /projects/{project}/codebook",
          "GET /projects/{project}/codebook/versions",
          "GET /projects/{project}/codebook/diff",
          "GET /assignments",
          "GET /assignments/{assignment}",
          "GET /assignments/{assignment}/operations",
          "POST /assignments/{assignment}/operations");

  /** Pages that an annotator may open; every other one refuses or leads elsewhere. */
  private static final Set<String> ANNOTATORS_PAGES =
      Set.of(
          "/account.xhtml",
          "/codebook-diff.xhtml",
          "/codebook.xhtml",
          "/guideline.xhtml",
          "/judge.xhtml",
          "/my-work.xhtml",
          "/new-project.xhtml",
          "/workbench.xhtml");

  private final Product product = SharedProduct.get();
  private final Path war = Product.program().war();

  private List<Routes.Route> routes() throws Exception {
    Rest root = new Rest(product, "none");
    return Routes.ofOpenApi(root.openApi());
  }

  @Test
  void openapi_lists_every_route_of_the_classes() throws Exception {
    Set<String> classes = Routes.ofClasses(war);
    assertThat(classes).contains("GET /ready", "POST /assignments/{assignment}/operations");
    assertThat(routes().stream().map(Routes.Route::name).distinct())
        .containsExactlyInAnyOrderElementsOf(classes);
  }

  @Test
  void shows_nothing_of_anothers_work_while_ones_own_is_open() throws Exception {
    compare(false);
  }

  @Test
  void shows_nothing_of_anothers_work_when_ones_own_is_submitted() throws Exception {
    compare(true);
  }

  private void compare(boolean submitted) throws Exception {
    Situation situation = new Situation(product);
    situation.selfLabels(submitted);
    String ownersView = situation.ownersView();
    Map<String, String> before = answers(situation);
    assertThat(leaks(before, answers(situation)))
        .as("the same question twice has the same answer")
        .isEmpty();

    situation.otherLabels();

    assertThat(situation.ownersView()).as("the owner sees it").isNotEqualTo(ownersView);
    assertThat(leaks(before, answers(situation))).as("after the other has labelled").isEmpty();

    situation.otherSubmits();

    assertThat(leaks(before, answers(situation))).as("after the other has submitted").isEmpty();
  }

  private static List<String> leaks(Map<String, String> before, Map<String, String> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    List<String> leaks = new ArrayList<>();
    before.forEach(
        (address, answer) -> {
          String now = String.valueOf(after.get(address));
          if (!now.equals(answer) && !DECLARED.containsKey(address)) {
            leaks.add(address + difference(answer, now));
          }
        });
    return leaks;
  }

  private static String difference(String before, String after) {
    int at = 0;
    while (at < Math.min(before.length(), after.length())
        && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    return "\n  before: " + excerpt(before, at) + "\n  after:  " + excerpt(after, at);
  }

  private static String excerpt(String text, int at) {
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 120));
  }

  /** What the annotator is told at every address, but for what the masks name. */
  private Map<String, String> answers(Situation situation) throws Exception {
    Map<String, String> answers = new LinkedHashMap<>();
    Rest rest = situation.self().rest(product);
    Set<String> answered = new TreeSet<>();
    List<String> broken = new ArrayList<>();
    for (Routes.Route route : routes()) {
      for (String address : route.method().equals("GET") ? addresses(situation, route) : none()) {
        Answer answer = rest.get(address);
        if (answer.status() >= 500) {
          broken.add(answer.status() + " " + address);
        }
        if (answer.status() == 200) {
          answered.add(route.name());
        }
        answers.put("GET " + address, Masks.of(answer));
      }
    }
    assertThat(answered)
        .as("routes that answer an annotator")
        .isEqualTo(ANNOTATORS.stream().filter(n -> n.startsWith("GET ")).collect(toSet()));
    Set<String> opened = new TreeSet<>();
    for (Map.Entry<String, List<String>> page : Routes.pages(war).entrySet()) {
      for (String address : pageAddresses(situation, page.getKey(), page.getValue())) {
        Answer answer = situation.self().page(address);
        if (answer.status() >= 500) {
          broken.add(answer.status() + " " + address);
        }
        boolean aboutSomething = page.getValue().isEmpty() || address.contains("=");
        if (answer.status() == 200 && aboutSomething) {
          opened.add(page.getKey());
        }
        answers.put(address, Masks.of(answer));
      }
    }
    assertThat(broken).as("addresses that the server fails at").isEmpty();
    assertThat(opened).as("pages that open for an annotator").isEqualTo(ANNOTATORS_PAGES);
    return answers;
  }

  private static Collector<String, ?, Set<String>> toSet() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static List<String> none() {
    return List.of();
  }

  /** A route's addresses: every value of its path, without a query and with all of it. */
  private static List<String> addresses(Situation situation, Routes.Route route) {
    List<String> paths = paths(situation, route);
    if (route.query().isEmpty()) {
      return paths;
    }
    List<String> addresses = new ArrayList<>(paths);
    paths.forEach(path -> addresses.add(path + queryOf(situation, route)));
    return addresses;
  }

  private static String queryOf(Situation situation, Routes.Route route) {
    return route.query().isEmpty()
        ? ""
        : "?" + query(route.query(), name -> situation.inQuery(route.path(), name));
  }

  private static List<String> paths(Situation situation, Routes.Route route) {
    List<String> paths = List.of(route.path());
    for (String name : route.parameters()) {
      paths =
          each(
              paths,
              situation.inPath(route.path(), name),
              (path, value) -> path.replace("{" + name + "}", value));
    }
    return paths;
  }

  private static List<String> each(
      List<String> starts, List<String> values, BiFunction<String, String, String> join) {
    return starts.stream()
        .flatMap(start -> values.stream().map(value -> join.apply(start, value)))
        .toList();
  }

  private static String query(List<String> names, Function<String, List<String>> values) {
    return names.stream()
        .flatMap(name -> values.apply(name).stream().map(value -> name + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** A page's addresses: bare, and for all things that it can be about, bare and with options. */
  private static List<String> pageAddresses(
      Situation situation, String page, List<String> parameters) {
    Set<String> things = Set.of("project", "article", "assignment");
    List<String> about = List.of(page + "?");
    for (String name : parameters.stream().filter(things::contains).toList()) {
      about =
          each(
              about,
              situation.inPath(page, name),
              (address, value) -> address + name + "=" + value + "&");
    }
    List<String> addresses = new ArrayList<>(List.of(page));
    addresses.addAll(about);
    List<String> options = parameters.stream().filter(name -> !things.contains(name)).toList();
    if (!options.isEmpty()) {
      String query = query(options, name -> situation.inQuery(page, name));
      about.forEach(address -> addresses.add(address + query));
    }
    return addresses;
  }

  @Test
  void refuses_an_annotator_everything_that_is_an_owners_or_an_administrators() throws Exception {
    Situation situation = new Situation(product);
    Rest rest = situation.self().rest(product);
    for (Routes.Route route : routes()) {
      if (!ANNOTATORS.contains(route.name())) {
        String address = paths(situation, route).get(0) + queryOf(situation, route);
        Answer answer = send(rest, route, address);
        assertThat(answer.status()).as(route.name() + " " + answer.text()).isIn(403, 404);
      }
    }
  }

  @Test
  void answers_the_same_for_anothers_assignment_as_for_none() throws Exception {
    Situation situation = new Situation(product);
    situation.otherLabels();
    Rest rest = situation.self().rest(product);
    int compared = 0;
    for (Routes.Route route : routes()) {
      if (route.parameters().contains("assignment")) {
        List<String> addresses = paths(situation, route);
        Answer others = send(rest, route, addresses.get(1));
        Answer nobodys = send(rest, route, addresses.get(2));
        assertThat(others.status()).as(route.name()).isEqualTo(404);
        assertThat(Masks.of(others)).as(route.name()).isEqualTo(Masks.of(nobodys));
        compared++;
      }
    }
    assertThat(compared).isPositive();
    List<String> ids = situation.inPath("/workbench.xhtml", "assignment");
    assertThat(workbench(situation, ids.get(1))).isEqualTo(workbench(situation, ids.get(2)));
  }

  /** The page of an assignment, but for the id that was asked for. */
  private static String workbench(Situation situation, String id) throws Exception {
    return Masks.of(situation.self().page("/workbench.xhtml?assignment=" + id))
        .replace(id, "[assignment]");
  }

  /** Sends a request that would be accepted from somebody who may. */
  private static Answer send(Rest rest, Routes.Route route, String address) throws Exception {
    if (route.method().equals("GET") || route.method().equals("DELETE")) {
      return rest.send(route.method(), address, "", new byte[0]);
    }
    if (route.path().endsWith("/imports")) {
      byte[] text = "A text.\n".getBytes(StandardCharsets.UTF_8);
      return rest.send("POST", address, "text/plain", text, "X-File-Name", "a.txt");
    }
    if (route.path().endsWith("/imports/release")) {
      return rest.send("POST", address, "application/zip", new byte[] {'P', 'K'});
    }
    if (route.path().endsWith("/claims")) {
      byte[] table = "article,begin,end\na,0,1\n".getBytes(StandardCharsets.UTF_8);
      return rest.send("POST", address, "text/csv", table);
    }
    byte[] body = body(rest, route, address).getBytes(StandardCharsets.UTF_8);
    return rest.send(route.method(), address, "application/json", body, "If-Match", "\"1\"");
  }

  private static String body(Rest rest, Routes.Route route, String address) throws Exception {
    return switch (route.name()) {
      case "POST /accounts" -> "{\"name\":\"x\",\"displayName\":\"X\",\"administrator\":true}";
      case "PATCH /accounts/{id}" -> "{\"active\":false}";
      case "PATCH /projects/{project}" -> "{\"name\":\"Mine\"}";
      case "PUT /projects/{project}/codebook" -> rest.get(address).expect(200).text();
      case "POST /projects/{project}/targets" -> "{\"title\":\"T\",\"definition\":\"D\"}";
      case "POST /projects/{project}/people" -> "{\"account\":\"x\",\"roles\":[\"OWNER\"]}";
      case "POST /projects/{project}/rounds" -> "{\"overlap\":1}";
      case "POST /assignments/{assignment}/return" -> "{\"note\":\"Again.\"}";
      case "POST /assignments/{assignment}/skip" -> "{\"reason\":\"Left.\"}";
      case "POST /assignments/{assignment}/operations" ->
          StrictJson.write(new Labels("").batch(0, List.of(new Labels("").note("words"))));
      default -> "{}";
    };
  }
}
