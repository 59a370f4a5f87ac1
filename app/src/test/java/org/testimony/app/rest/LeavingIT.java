package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;
import org.testimony.app.SharedProduct;
import org.testimony.core.text.StrictJson;

/** People leave while a round is under way, and nobody who still labels gets everybody's labels. */
class LeavingIT {

  private static final String TEXT = "The ferry moves to Akselby.\n\nThe council said so.\n";

  private final Product product = SharedProduct.get();

  @Test
  void who_left_cannot_label_and_does_not_hold_the_round_up() throws Exception {
    Rest owner = Rest.service(product);
    String project = owner.project("Leaving");
    owner.article(project, "ferry.txt", TEXT);
    Person stays = Person.invited(product, "stays");
    Person leaves = Person.invited(product, "leaves");
    owner.join(project, stays, "ANNOTATOR");
    owner.join(project, leaves, "ANNOTATOR");
    String round = owner.round(project, 2);
    String left = leaves.rest(product).assignment(project);
    submit(stays, project);
    label(leaves, left).expect(200);

    owner
        .send(
            "DELETE",
            "/projects/" + project + "/people/" + leaves.name(),
            "text/plain",
            new byte[0])
        .expect(204);

    assertThat(label(leaves, left).expect(403).text()).contains("no longer an annotator");
    assertThat(leaves.rest(product).get("/assignments").expect(200).text()).doesNotContain(left);
    String lock = "/projects/" + project + "/rounds/" + round + "/lock";
    ObjectNode nothing = StrictJson.object();
    assertThat(owner.post(lock, nothing).expect(409).text()).contains("not submitted");

    String skip = "/assignments/" + left + "/skip";
    stays.rest(product).post(skip, reason("I would like to")).expect(404);
    owner.post(skip, reason(" ")).expect(422);
    owner.post(skip, reason("Left the team in March.")).expect(204);
    owner.post(skip, reason("Once more.")).expect(409);

    assertThat(owner.get("/projects/" + project + "/assignments").expect(200).text())
        .contains("SKIPPED", "Left the team in March.");
    owner.post(lock, nothing).expect(200);
  }

  @Test
  void an_administrator_who_still_labels_gets_no_export() throws Exception {
    Rest service = Rest.service(product);
    String project = service.project("Still labelling");
    service.article(project, "ferry.txt", TEXT);
    Person chief = Person.administrator(product, "chief");
    service.join(project, chief, "ANNOTATOR");
    service.round(project, 1);
    String export = "/projects/" + project + "/export?formats=jsonl";
    Rest own = chief.rest(product);
    assertThat(own.get(export).expect(409).text()).contains("submit your own work first");

    submit(chief, project);

    assertThat(own.get(export).expect(200).body()).startsWith('P', 'K');
  }

  private static ObjectNode reason(String words) {
    return StrictJson.object().put("reason", words);
  }

  private Answer label(Person person, String assignment) throws Exception {
    Labels labels = new Labels(TEXT);
    JsonNode claim = labels.claim(UUID.randomUUID().toString(), 0, 26);
    return person
        .rest(product)
        .post("/assignments/" + assignment + "/operations", labels.batch(0, List.of(claim)));
  }

  private void submit(Person person, String project) throws Exception {
    Labels labels = new Labels(TEXT);
    Rest rest = person.rest(product);
    String path = "/assignments/" + rest.assignment(project) + "/operations";
    JsonNode done = rest.post(path, labels.batch(0, List.of(labels.submit()))).expect(200).json();
    assertThat(done.path("rejected")).isEmpty();
  }
}
