package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;

/**
 * An acknowledged operation is on disk: everything is killed at random moments while four tabs of
 * two annotators send operations, and afterwards each acknowledged operation is there once.
 */
class KilledUnderLoadIT {

  private static final Map<String, String> FAST =
      Map.of(
          "TESTIMONY_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1", "TESTIMONY_NO_CLASS_ARCHIVE", "1");
  private static final String TEXT =
      "The harbour closes in May, the council said.\n\nNobody asked the fishermen of 🗼 Akselby.\n";
  private static final long SEED = Long.getLong("testimony.seed", 20_260_501);

  private static final int WARM = 40;

  private final Random random = new Random(SEED);
  private final Path data = Product.folder("load");

  @Test
  void keeps_every_acknowledged_operation_once() throws Exception {
    int kills = Integer.getInteger("testimony.kills", 3);
    Product product = Product.serve(data, FAST);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Driver> drivers = drivers(product);
      for (int kill = 1; kill <= kills; kill++) {
        loadAndKill(product, threads, drivers);
        product = Product.serve(data, FAST);
        check(product, drivers, "after kill %d of %d, seed %d".formatted(kill, kills, SEED));
      }
      for (Driver driver : drivers) {
        driver.resend(driver.person().rest(product));
      }
      check(product, drivers, "after what got no answer was sent again");
    } finally {
      threads.shutdownNow();
      product.close();
    }
  }

  /** Two tabs for each of two annotators who have the same article. */
  private List<Driver> drivers(Product product) throws Exception {
    Rest service = Rest.service(product);
    String project = service.project("Under load");
    service.article(project, "harbour.txt", TEXT);
    List<Person> people =
        List.of(Person.invited(product, "first"), Person.invited(product, "second"));
    for (Person person : people) {
      service.join(project, person, "ANNOTATOR");
    }
    service.round(project, people.size());
    List<Driver> drivers = new ArrayList<>();
    for (Person person : people) {
      String assignment = person.rest(product).assignment(project);
      for (int tab = 0; tab < 2; tab++) {
        drivers.add(new Driver(person, assignment, TEXT, random.nextLong()));
      }
    }
    return drivers;
  }

  private void loadAndKill(Product product, ExecutorService threads, List<Driver> drivers)
      throws Exception {
    int before = count(drivers);
    AtomicBoolean killed = new AtomicBoolean();
    List<Future<Void>> running = new ArrayList<>();
    for (Driver driver : drivers) {
      running.add(threads.submit(driver.against(driver.person().rest(product), killed)));
    }
    awaitLoad(drivers, before);
    Thread.sleep(random.nextInt(2_000));
    kill(product, killed);
    for (Future<Void> driver : running) {
      driver.get(2, TimeUnit.MINUTES);
    }
  }

  /** Waits until so much was acknowledged that all tabs are at work. */
  private static void awaitLoad(List<Driver> drivers, int before) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (count(drivers) < before + WARM && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    assertThat(count(drivers)).as("acknowledged before the kill").isGreaterThan(before);
  }

  private static int count(List<Driver> drivers) {
    return drivers.stream().mapToInt(Driver::count).sum();
  }

  /** Kills supervisor, server and every process of the database, in any order. */
  private void kill(Product product, AtomicBoolean killed) throws Exception {
    long pid =
        Long.parseLong(
            Files.readAllLines(product.data().cluster().resolve("postmaster.pid")).get(0).strip());
    ProcessHandle database = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> processes =
        new ArrayList<>(
            Stream.of(product.process().toHandle(), database)
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .distinct()
                .toList());
    assertThat(processes).as("supervisor, server, database").hasSizeGreaterThan(4);
    Collections.shuffle(processes, random);
    killed.set(true);
    processes.forEach(ProcessHandle::destroyForcibly);
    assertThat(processes).allMatch(process -> Product.gone(process, Duration.ofSeconds(15)));
  }

  private static void check(Product product, List<Driver> drivers, String when) throws Exception {
    Map<String, List<JsonNode>> stored = stored(product, drivers);
    int acknowledged = 0;
    int resent = 0;
    int found = 0;
    List<String> lost = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Driver driver : drivers) {
      resent += driver.resent();
      acknowledged += driver.acknowledged().size();
      for (Map.Entry<String, JsonNode> entry : driver.acknowledged().entrySet()) {
        List<JsonNode> copies = stored.getOrDefault(entry.getKey(), List.of());
        found += Math.min(copies.size(), 1);
        if (copies.isEmpty()) {
          lost.add(entry.getKey());
        } else if (!copies.get(0).equals(entry.getValue())) {
          changed.add(entry.getValue() + " became " + copies.get(0));
        }
      }
    }
    List<String> doubled =
        stored.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .toList();
    System.out.printf(
        "%s: acknowledged %d, found %d, lost %d, doubled %d, changed %d; in the log %d, resent"
            + " %d%n",
        when,
        acknowledged,
        found,
        lost.size(),
        doubled.size(),
        changed.size(),
        stored.size(),
        resent);
    assertThat(acknowledged).as("acknowledged " + when).isPositive();
    assertThat(lost).as("lost " + when).isEmpty();
    assertThat(doubled).as("doubled " + when).isEmpty();
    assertThat(changed).as("changed " + when).isEmpty();
  }

  /** The stored operations by id, as clients sent them; revisions have no gap. */
  private static Map<String, List<JsonNode>> stored(Product product, List<Driver> drivers)
      throws Exception {
    Map<String, List<JsonNode>> stored = new HashMap<>();
    List<String> read = new ArrayList<>();
    for (Driver driver : drivers) {
      if (read.contains(driver.assignment())) {
        continue;
      }
      read.add(driver.assignment());
      Rest rest = driver.person().rest(product);
      String path = "/assignments/" + driver.assignment() + "/operations?since=0";
      JsonNode log = rest.get(path).expect(200).json();
      long revision = 0;
      for (JsonNode entry : log.path("operations")) {
        assertThat(entry.path("revision").asLong()).as("revision").isEqualTo(++revision);
        ObjectNode operation = entry.deepCopy();
        operation.remove(List.of("revision", "clientId", "at"));
        stored
            .computeIfAbsent(Rest.text(operation, "opId"), id -> new ArrayList<>())
            .add(operation);
      }
      assertThat(log.path("revision").asLong()).as("newest revision").isEqualTo(revision);
    }
    return stored;
  }
}
