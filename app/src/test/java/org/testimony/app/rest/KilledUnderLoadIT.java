package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.testimony.app.Product;

/**
 * An acknowledged operation is on disk: the product, or a part of it, is killed at random moments
 * while four tabs of two annotators send operations, and afterwards each acknowledged operation is
 * there once. It starts again, or goes on, by itself, and stops in time.
 */
class KilledUnderLoadIT {

  private static final Map<String, String> FAST =
      Map.of(
          "TESTIMONY_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1", "TESTIMONY_NO_CLASS_ARCHIVE", "1");
  private static final String TEXT =
      "The harbour closes in May, the council said.\n\nNobody asked the fishermen of 🗼 Akselby.\n";
  private static final long SEED = Long.getLong("testimony.seed", 20_260_501);

  private static final int WARM = 40;
  private static final List<Kill> VICTIMS = List.of(Kill.SERVER, Kill.EVERYTHING, Kill.SUPERVISOR);

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
        Kill victim = VICTIMS.get((kill - 1) % VICTIMS.size());
        long database = postmaster(product);
        loadAndKill(product, victim, threads, drivers);
        product = Product.serve(data, FAST);
        assertThat(postmaster(product)).as("a database of its own").isNotEqualTo(database);
        Reckoning.check(product, drivers, "%s, kill %d of %d".formatted(victim, kill, kills), SEED);
      }
      loadAndKillDatabase(product, threads, drivers);
      Reckoning.check(product, drivers, "database killed and back", SEED);
      for (Driver driver : drivers) {
        driver.resend(driver.person().rest(product));
      }
      Reckoning.check(product, drivers, "after what got no answer was sent again", SEED);
      stopsInTime(product);
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

  private void loadAndKill(
      Product product, Kill victim, ExecutorService threads, List<Driver> drivers)
      throws Exception {
    underLoad(product, threads, drivers, () -> victim.kill(product, postmaster(product), random));
  }

  /** Who was not answered meanwhile has noticed; the others go on. */
  private void loadAndKillDatabase(Product product, ExecutorService threads, List<Driver> drivers)
      throws Exception {
    long killed = postmaster(product);
    underLoad(
        product,
        threads,
        drivers,
        () -> {
          ProcessHandle.of(killed).orElseThrow().destroyForcibly();
          long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
          while (System.nanoTime() < deadline && !answersWithNewDatabase(product, killed)) {
            Thread.sleep(100);
          }
          assertThat(answersWithNewDatabase(product, killed)).as("the database is back").isTrue();
        });
  }

  private interface Act {
    void run() throws Exception;
  }

  /** Acts at a random moment while all drivers send, and waits until they have noticed. */
  private void underLoad(Product product, ExecutorService threads, List<Driver> drivers, Act act)
      throws Exception {
    int before = count(drivers);
    AtomicBoolean killed = new AtomicBoolean();
    AtomicBoolean enough = new AtomicBoolean();
    List<Future<Void>> running = new ArrayList<>();
    for (Driver driver : drivers) {
      running.add(threads.submit(driver.against(driver.person().rest(product), killed, enough)));
    }
    awaitLoad(drivers, before);
    Thread.sleep(random.nextInt(2_000));
    killed.set(true);
    act.run();
    enough.set(true);
    for (Future<Void> driver : running) {
      driver.get(2, TimeUnit.MINUTES);
    }
  }

  private static boolean answersWithNewDatabase(Product product, long old) throws Exception {
    return Files.exists(postmasterFile(product))
        && postmaster(product) != old
        && product.status("api/v1/ready") == 200;
  }

  private static void stopsInTime(Product product) throws Exception {
    ProcessHandle database = ProcessHandle.of(postmaster(product)).orElseThrow();
    List<ProcessHandle> children = product.process().descendants().toList();
    long before = System.nanoTime();
    product.process().destroy();
    product.process().waitFor();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    assertThat(children).noneMatch(Product::runs);
    assertThat(Product.runs(database)).isFalse();
  }

  private static Path postmasterFile(Product product) {
    return product.data().cluster().resolve("postmaster.pid");
  }

  private static long postmaster(Product product) throws Exception {
    return Long.parseLong(Files.readAllLines(postmasterFile(product)).get(0).strip());
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
}
