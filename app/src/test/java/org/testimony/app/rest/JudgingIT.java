package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;
import org.testimony.app.SharedProduct;
import org.testimony.core.text.StrictJson;

/** A project that only judges, over REST: fixed claims in, stances, agreement, out and in again. */
class JudgingIT {

  private static final String TEXT = "Holt said the plan is dear.\n\nDravik said it pays.\n";
  private static final String CLAIMS =
      """
      {"article":"Holt said the plan is dear.","span":[[10,26]],"features":{"form":"INDIRECT","kind":"VALUE"},"speakers":[{"span":[[0,4]],"features":{"type":"PERSON"}}]}
      {"article":"Holt said the plan is dear.","span":[[41,48]],"features":{"form":"INDIRECT","kind":"FACT"}}
      """;

  private final Product product = SharedProduct.get();
  private final Rest owner;

  JudgingIT() throws Exception {
    owner = Rest.service(product);
  }

  @Test
  void fixed_claims_are_judged_measured_exported_and_imported_again() throws Exception {
    String project = owner.project("Judging over REST");
    String target =
        Rest.text(
            owner
                .post(
                    "/projects/" + project + "/targets",
                    StrictJson.object().put("title", "The plan").put("definition", "It is good."))
                .expect(200)
                .json(),
            "id");
    owner.article(project, "plan.txt", TEXT);
    ObjectNode round = StrictJson.object().put("overlap", 2).put("phase", "JUDGE");
    List<Person> people =
        List.of(Person.invited(product, "first"), Person.invited(product, "second"));
    for (Person person : people) {
      owner.join(project, person, "ANNOTATOR");
    }
    String rounds = "/projects/" + project + "/rounds";
    assertThat(owner.post(rounds, round).expect(422).text())
        .contains("No article has fixed claims");

    assertThat(claims(project, CLAIMS).path("articles").path(0).path("outcome").asText())
        .isEqualTo("STORED");
    assertThat(claims(project, CLAIMS).path("articles").path(0).path("outcome").asText())
        .isEqualTo("UNCHANGED");
    String wrong = CLAIMS.replace("[10,26]", "[10,2600]");
    assertThat(claims(project, wrong).path("articles").path(0).path("detail").asText())
        .isEqualTo("line 1: span [10, 2600) leaves a text of 50 characters");
    owner.post(rounds, round).expect(201);
    // What comes later reaches no set that was begun.
    claims(project, CLAIMS.lines().findFirst().orElseThrow() + "\n");

    List<JsonNode> sets = new ArrayList<>();
    for (Person person : people) {
      sets.add(judge(person, project, target));
    }
    assertThat(sets.get(0).path("spans")).isEqualTo(sets.get(1).path("spans")).hasSize(3);

    JsonNode report = owner.get("/projects/" + project + "/agreement").expect(200).json();
    assertThat(report.toString()).contains("fixed claim");

    byte[] released =
        owner.get("/projects/" + project + "/export?formats=jsonl").expect(200).body();
    JsonNode again =
        owner
            .send("POST", "/projects/imports/release", "application/zip", released)
            .expect(201)
            .json();
    JsonNode same =
        owner.get("/projects/" + Rest.text(again, "id") + "/agreement").expect(200).json();
    assertThat(value(same)).isEqualTo(value(report));
  }

  private static String value(JsonNode report) {
    List<String> values = new ArrayList<>();
    report.findValues("value").forEach(value -> values.add(value.toString()));
    return values.toString();
  }

  private JsonNode claims(String project, String lines) throws Exception {
    return owner
        .send(
            "POST",
            "/projects/" + project + "/claims",
            "application/x-ndjson",
            lines.getBytes(StandardCharsets.UTF_8))
        .expect(200)
        .json();
  }

  /** Judges both claims, tries what is not allowed, submits; answers the set. */
  private JsonNode judge(Person person, String project, String target) throws Exception {
    Rest rest = person.rest(product);
    String path = "/assignments/" + rest.assignment(project);
    JsonNode begun = rest.get(path).expect(200).json();
    assertThat(begun.path("phase").asText()).isEqualTo("JUDGE");
    assertThat(begun.path("state").asText()).isEqualTo("NEW");
    Labels labels = new Labels(TEXT);
    List<ObjectNode> stances = new ArrayList<>();
    for (JsonNode span : begun.path("set").path("spans")) {
      if (span.path("layer").asText().equals("Claim")) {
        stances.add(labels.stance(Rest.text(span, "id"), target, "FAVOR"));
      }
    }
    assertThat(stances).hasSize(2);
    ObjectNode claim = labels.claim(UUID.randomUUID().toString(), 0, 4);
    JsonNode refused =
        rest.post(path + "/operations", labels.batch(0, List.of(claim))).expect(200).json();
    assertThat(refused.path("rejected").path(0).path("code").asText()).isEqualTo("FIXED");
    ObjectNode forged = labels.claim(UUID.randomUUID().toString(), 0, 4).put("input", "SERVER");
    rest.post(path + "/operations", labels.batch(0, List.of(forged))).expect(422);

    JsonNode done = rest.post(path + "/operations", labels.batch(0, stances)).expect(200).json();
    assertThat(done.path("rejected")).isEmpty();
    assertThat(
            rest.post(path + "/operations", labels.batch(0, List.of(labels.submit())))
                .expect(200)
                .json()
                .path("state")
                .asText())
        .isEqualTo("SUBMITTED");
    return rest.get(path).expect(200).json().path("set");
  }
}
