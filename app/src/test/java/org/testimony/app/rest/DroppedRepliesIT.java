package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;
import org.testimony.app.SharedProduct;

/** A batch may come again: after a reply that was lost, and while it is being stored. */
class DroppedRepliesIT {

  private static final String TEXT =
      "The harbour closes in May, the council said.\n\nNobody asked the fishermen of 🗼 Akselby.\n";
  private static final long SEED = Long.getLong("testimony.seed", 20_260_502);
  private static final int ONE_IN = 2;

  private final Product product = SharedProduct.get();

  @Test
  void stores_once_what_was_sent_again_because_the_reply_was_lost() throws Exception {
    int drops = Integer.getInteger("testimony.drops", 100);
    Random random = new Random(SEED);
    Person person = Person.invited(product, "drops");
    String assignment = assignment("Dropped replies", person);
    List<Driver> tabs = new ArrayList<>();
    for (int tab = 0; tab < 2; tab++) {
      tabs.add(new Driver(person, assignment, TEXT, random.nextLong()));
    }
    try (DroppingProxy line = new DroppingProxy(product.port(), SEED, ONE_IN)) {
      Rest rest = person.rest(line.address());
      for (int turn = 0; line.dropped() < drops; turn++) {
        useUntilTheLineBreaks(tabs.get(turn % tabs.size()), rest);
      }
      for (Driver tab : tabs) {
        tab.resend(person.rest(product));
      }
      assertThat(line.faults()).as("faults of the line itself").isEmpty();
      System.out.printf("replies dropped: %d%n", line.dropped());
    }
    Reckoning.check(product, tabs, "replies dropped", SEED);
    assertThat(tabs.stream().mapToInt(Driver::resent).sum()).isGreaterThanOrEqualTo(drops);
  }

  /** What got no reply is sent again until one comes, then more is sent, until none comes. */
  private static void useUntilTheLineBreaks(Driver tab, Rest rest) throws Exception {
    tab.against(rest, new AtomicBoolean(true), new AtomicBoolean()).call();
  }

  @Test
  void stores_once_what_comes_many_times_at_once() throws Exception {
    Person person = Person.invited(product, "at-once");
    String assignment = assignment("At once", person);
    Labels labels = new Labels(TEXT);
    List<ObjectNode> operations = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      operations.add(labels.claim(UUID.randomUUID().toString(), i, i + 3));
    }
    ObjectNode batch = labels.batch(0, operations);
    String path = "/assignments/" + assignment + "/operations";
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> person.rest(product).post(path, batch)));
      }
      for (Future<Answer> answer : answers) {
        JsonNode done = answer.get(1, TimeUnit.MINUTES).expect(200).json();
        assertThat(done.path("acknowledged")).hasSize(20);
        assertThat(done.path("rejected")).isEmpty();
        assertThat(done.path("revision").asInt()).isEqualTo(20);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(person.rest(product).get(path + "?since=0").expect(200).json().path("operations"))
        .hasSize(20);
  }

  private String assignment(String name, Person annotator)
      throws IOException, InterruptedException {
    Rest service = Rest.service(product);
    String project = service.project(name);
    service.article(project, "harbour.txt", TEXT);
    service.join(project, annotator, "ANNOTATOR");
    service.round(project, 1);
    return annotator.rest(product).assignment(project);
  }
}
