package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testimony.app.Product;

/**
 * How long an operation takes to be acknowledged at a fixed rate of arrival, each a batch of its
 * own, by twenty annotators, with the database on the same machine. Operations arrive whether or
 * not earlier ones were answered, and the time counts from when one was to start. It prints a table
 * and says nothing about how fast is fast enough.
 */
class LoadIT {

  private static final String TEXT =
      "The harbour closes in May, the council said.\n\nNobody asked the fishermen of Akselby.\n";
  private static final int ANNOTATORS = 20;
  private static final int WARM_RATE = 50;
  private static final int WARM_SECONDS = 30;
  private static final int SECONDS = Integer.getInteger("testimony.load.seconds", 60);

  @Test
  @EnabledIfSystemProperty(named = "testimony.load", matches = "[0-9]+(,[0-9]+)*")
  void acknowledges_at_these_rates() throws Exception {
    try (Product product = Product.serve(Product.folder("rates"), Map.of())) {
      List<Tab> tabs = tabs(product);
      ExecutorService threads = Executors.newFixedThreadPool(200);
      try {
        run(tabs, threads, WARM_RATE, WARM_SECONDS);
        System.out.println("| operations a second | seconds | p50 | p95 | p99 | most |");
        System.out.println("|---:|---:|---:|---:|---:|---:|");
        for (int rate : rates()) {
          print(rate, run(tabs, threads, rate, SECONDS));
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static int[] rates() {
    return Pattern.compile(",")
        .splitAsStream(System.getProperty("testimony.load", ""))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static List<Tab> tabs(Product product) throws Exception {
    Rest service = Rest.service(product);
    String project = service.project("Rates");
    service.article(project, "harbour.txt", TEXT);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < ANNOTATORS; i++) {
      people.add(Person.invited(product, "rate"));
      service.join(project, people.get(i), "ANNOTATOR");
    }
    service.round(project, ANNOTATORS);
    List<Tab> tabs = new ArrayList<>();
    for (Person person : people) {
      Rest rest = person.rest(product);
      tabs.add(new Tab(rest, "/assignments/" + rest.assignment(project) + "/operations"));
    }
    return tabs;
  }

  /** The milliseconds of all operations, sorted. */
  private static double[] run(List<Tab> tabs, ExecutorService threads, int rate, int seconds)
      throws Exception {
    long start = System.nanoTime();
    List<Future<Double>> running = new ArrayList<>();
    for (int i = 0; i < rate * seconds; i++) {
      long due = start + TimeUnit.SECONDS.toNanos(i) / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Tab tab = tabs.get(i % tabs.size());
      running.add(threads.submit(() -> tab.send(due)));
    }
    double[] milliseconds = new double[running.size()];
    for (int i = 0; i < milliseconds.length; i++) {
      milliseconds[i] = running.get(i).get(2, TimeUnit.MINUTES);
    }
    Arrays.sort(milliseconds);
    return milliseconds;
  }

  private static void print(int rate, double[] sorted) {
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n",
        rate,
        SECONDS,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100],
        sorted[sorted.length * 99 / 100],
        sorted[sorted.length - 1]);
  }

  /** One annotator at work: a claim now and then, else a note on the article. */
  private static final class Tab {

    private static final int CLAIM_EVERY = 10;

    private final Rest rest;
    private final String path;
    private final Labels labels = new Labels(TEXT);
    private int sent;
    private long revision;

    Tab(Rest rest, String path) {
      this.rest = rest;
      this.path = path;
    }

    private synchronized ObjectNode next() {
      if (sent++ % CLAIM_EVERY == 0) {
        String id = UUID.randomUUID().toString();
        return labels.batch(revision, List.of(labels.claim(id, sent % 30, sent % 30 + 5)));
      }
      return labels.batch(revision, List.of(labels.note("note " + sent)));
    }

    double send(long due) throws Exception {
      Answer answer = rest.post(path, next());
      double milliseconds = (System.nanoTime() - due) / 1e6;
      JsonNode done = answer.expect(200).json();
      assertThat(done.path("acknowledged")).hasSize(1);
      knows(done.path("revision").asLong());
      return milliseconds;
    }

    private synchronized void knows(long newest) {
      revision = Math.max(revision, newest);
    }
  }
}
