package org.testimony.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunningIT {

  private final Product product = SharedProduct.get();

  @Test
  void says_where_it_is_in_one_line_and_answers_there() throws Exception {
    assertThat(product.output().lines().filter(line -> line.contains("ready")))
        .containsExactly("Testimony is ready at " + product.address());
    assertThat(product.status("api/v1/ready")).isEqualTo(200);
  }

  @Test
  void listens_at_the_loopback_for_http_and_for_the_database_and_nowhere_else() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "the sockets are read from /proc");
    List<String> postmaster =
        Files.readAllLines(product.data().cluster().resolve("postmaster.pid"));
    ProcessHandle database = ProcessHandle.of(Long.parseLong(postmaster.get(0))).orElseThrow();
    List<Long> processes =
        new ArrayList<>(
            Stream.of(product.process().toHandle(), database)
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid)
                .toList());
    assertThat(processes).hasSizeGreaterThan(4);
    assertThat(ListeningSockets.of(processes))
        .containsExactlyInAnyOrder(
            "tcp 127.0.0.1:" + product.port(), "tcp 127.0.0.1:" + postmaster.get(3).strip());
  }

  @Test
  void tells_no_secret_to_the_list_of_processes() throws IOException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/cmdline")), "read from /proc");
    String password = Files.readString(product.data().databasePassword());
    List<ProcessHandle> all = product.process().descendants().toList();
    assertThat(all).isNotEmpty();
    for (ProcessHandle process : all) {
      assertThat(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")))
          .doesNotContain(password);
    }
  }

  @Test
  void keeps_what_is_secret_from_other_people() throws IOException {
    assumeTrue(PrivateFiles.posix(), "the file system knows no owners");
    DataFolder data = product.data();
    for (Path file : List.of(data.databasePassword(), data.logs().resolve("server.log"))) {
      assertThat(Files.getPosixFilePermissions(file))
          .as(file.toString())
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void says_nothing_about_its_parts_in_its_headers() throws Exception {
    var headers =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(product.address() + "api/v1/ready"))
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString())
            .headers();
    assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
  }

  @Test
  void writes_the_class_data_archive_after_the_first_start() throws Exception {
    Path runtime = product.data().path().resolveSibling("runtime");
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    boolean there = false;
    while (!there && System.nanoTime() < deadline) {
      try (Stream<Path> files = Files.walk(runtime, 2)) {
        there = files.anyMatch(file -> file.endsWith("classes.jsa"));
      }
      Thread.sleep(200);
    }
    assertThat(there).isTrue();
  }

  @Test
  void refuses_a_second_start_on_the_same_data() {
    Product.Ended second =
        Product.run(
            Map.of(),
            "serve",
            "--data",
            product.data().path().toString(),
            "--port",
            "" + Product.freePort());
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.errors())
        .hasLineCount(1)
        .contains("is in use by process " + product.process().pid());
  }

  @Test
  void refuses_a_port_that_is_taken() {
    Product.Ended second =
        Product.run(
            Map.of(),
            "serve",
            "--data",
            Product.folder("second").toString(),
            "--port",
            "" + product.port());
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.errors()).hasLineCount(1).contains("port " + product.port());
  }

  @Test
  void is_backed_up_while_it_runs() {
    Path file = Product.folder("backup").resolve("backup.zip");
    Product.Ended backup =
        Product.run(
            Map.of(), "backup", "--data", product.data().path().toString(), file.toString());
    assertThat(backup.errors()).isEmpty();
    assertThat(backup.status()).isZero();
    assertThat(backup.output()).startsWith("wrote " + file);
    assertThat(file).isRegularFile();
  }
}
