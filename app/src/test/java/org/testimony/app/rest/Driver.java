package org.testimony.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.testimony.core.text.StrictJson;

/**
 * A tab that labels without a pause and remembers, outside of the product, what was acknowledged.
 *
 * <p>It behaves as the workbench: a batch that got no answer is sent again, with the same ids,
 * before anything else.
 */
final class Driver {

  private final Person person;
  private final String assignment;
  private final Labels labels;
  private final Random random;
  private final int length;
  private final List<String> claims = new ArrayList<>();
  private final Map<String, JsonNode> acknowledged = new LinkedHashMap<>();
  private List<ObjectNode> unanswered = List.of();
  private final AtomicInteger count = new AtomicInteger();
  private int resent;

  Driver(Person person, String assignment, String text, long seed) {
    this.person = person;
    this.assignment = assignment;
    this.labels = new Labels(text);
    this.length = text.codePointCount(0, text.length());
    this.random = new Random(seed);
  }

  /**
   * Sends batches until the product answers no more, or until it is enough.
   *
   * @param killed whether the product was killed; an answer that fails earlier is an error
   */
  Callable<Void> against(Rest rest, AtomicBoolean killed, AtomicBoolean enough) {
    return () -> {
      try {
        resend(rest);
        while (!enough.get()) {
          unanswered = operations();
          send(rest);
        }
      } catch (IOException e) {
        if (!killed.get()) {
          throw e;
        }
      }
      return null;
    };
  }

  /** Sends again what got no answer, if there is such. */
  void resend(Rest rest) throws IOException, InterruptedException {
    if (!unanswered.isEmpty()) {
      resent += unanswered.size();
      send(rest);
    }
  }

  private void send(Rest rest) throws IOException, InterruptedException {
    Answer answer =
        rest.post("/assignments/" + assignment + "/operations", labels.batch(0, unanswered));
    if (answer.status() >= 500) {
      throw new IOException("not stored: %d %s".formatted(answer.status(), answer.text()));
    }
    JsonNode done = answer.expect(200).json();
    if (!done.path("rejected").isEmpty()) {
      throw new AssertionError("rejected: " + done.path("rejected"));
    }
    Map<String, JsonNode> sent = new LinkedHashMap<>();
    unanswered.forEach(operation -> sent.put(Rest.text(operation, "opId"), asRead(operation)));
    for (JsonNode entry : done.path("acknowledged")) {
      String id = Rest.text(entry, "opId");
      JsonNode operation = sent.remove(id);
      if (operation == null) {
        throw new AssertionError("acknowledged what was not sent: " + entry);
      }
      acknowledged.put(id, operation);
      count.incrementAndGet();
    }
    if (!sent.isEmpty()) {
      throw new AssertionError("neither acknowledged nor rejected: " + sent.keySet());
    }
    unanswered = List.of();
  }

  /** As it is read from an answer: small numbers are not told from large ones. */
  private static JsonNode asRead(ObjectNode operation) {
    return StrictJson.read(StrictJson.write(operation));
  }

  private List<ObjectNode> operations() {
    List<ObjectNode> operations = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      operations.add(operation());
    }
    return operations;
  }

  private ObjectNode operation() {
    if (claims.isEmpty() || random.nextInt(40) == 0) {
      String claim = UUID.randomUUID().toString();
      int begin = random.nextInt(length - 1);
      claims.add(claim);
      return labels.claim(claim, begin, begin + 1 + random.nextInt(length - begin));
    }
    if (random.nextBoolean()) {
      String claim = claims.get(random.nextInt(claims.size()));
      return labels.feature(claim, "kind", random.nextBoolean() ? "FACT" : "FORECAST");
    }
    return labels.note("note " + random.nextLong());
  }

  Person person() {
    return person;
  }

  String assignment() {
    return assignment;
  }

  /** What was acknowledged so far: operations by their ids. */
  Map<String, JsonNode> acknowledged() {
    return acknowledged;
  }

  /** How many operations were acknowledged so far; may be asked while the driver runs. */
  int count() {
    return count.get();
  }

  /** How many operations were sent again because they got no answer. */
  int resent() {
    return resent;
  }
}
