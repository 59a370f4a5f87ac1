package org.testimony.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KilledIT {

  private static final Map<String, String> FAST =
      Map.of(
          "TESTIMONY_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1", "TESTIMONY_NO_CLASS_ARCHIVE", "1");

  private static long postmaster(Product product) throws Exception {
    List<String> lines = Files.readAllLines(product.data().cluster().resolve("postmaster.pid"));
    return Long.parseLong(lines.get(0));
  }

  @Test
  void starts_again_after_its_supervisor_or_its_database_was_killed_and_stops_in_time()
      throws Exception {
    Path data = Product.folder("killed");
    Product first = Product.serve(data, FAST);
    ProcessHandle server = first.process().children().findFirst().orElseThrow();
    ProcessHandle database = ProcessHandle.of(postmaster(first)).orElseThrow();

    first.process().destroyForcibly().waitFor();

    assertThat(Product.gone(server, Duration.ofSeconds(15)))
        .as("the server ends with its supervisor")
        .isTrue();
    assertThat(Product.runs(database)).as("the database lives on").isTrue();

    try (Product second = Product.serve(data, FAST)) {
      assertThat(Product.runs(database)).as("the old database was stopped").isFalse();
      long pid = postmaster(second);

      ProcessHandle.of(pid).orElseThrow().destroyForcibly();

      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (System.nanoTime() < deadline && !answersWithNewDatabase(second, pid)) {
        Thread.sleep(200);
      }
      assertThat(answersWithNewDatabase(second, pid)).as("the database is back").isTrue();

      ProcessHandle last = ProcessHandle.of(postmaster(second)).orElseThrow();
      List<ProcessHandle> children = second.process().descendants().toList();
      long before = System.nanoTime();
      second.process().destroy();
      second.process().waitFor();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
      assertThat(children).noneMatch(Product::runs);
      assertThat(Product.runs(last)).isFalse();
    }
  }

  private static boolean answersWithNewDatabase(Product product, long old) throws Exception {
    Path file = product.data().cluster().resolve("postmaster.pid");
    return Files.exists(file)
        && postmaster(product) != old
        && product.status("api/v1/ready") == 200
        && org.testimony.app.database.EmbeddedPostgres.running(product.data())
            .filter(KilledIT::connects)
            .isPresent();
  }

  private static boolean connects(org.testimony.app.database.DatabaseAddress address) {
    try (java.sql.Connection connection = address.connect()) {
      return connection.isValid(5);
    } catch (java.sql.SQLException e) {
      return false;
    }
  }
}
