package org.testimony.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testimony.app.DataFolder;
import org.testimony.app.FolderLock;
import org.testimony.app.Problem;
import org.testimony.app.Product;

class EmbeddedPostgresIT {

  private static DataFolder data = new DataFolder(Product.folder("postgres"));
  private static FolderLock lock = FolderLock.take(data);
  private static EmbeddedPostgres postgres =
      EmbeddedPostgres.of(lock, Product.program().postgresArchive());

  @BeforeAll
  static void start() throws SQLException {
    postgres.start();
    execute(postgres.address(), "create table kept (line text)");
  }

  @BeforeEach
  void alive() {
    if (!postgres.alive()) {
      postgres.start();
    }
  }

  @AfterAll
  static void stop() {
    postgres.close();
    lock.close();
  }

  private static void execute(DatabaseAddress address, String... commands) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static long kept(String line) throws SQLException {
    try (Connection connection = postgres.address().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select count(*) from kept where line = '" + line + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Path pidFile() {
    return data.cluster().resolve("postmaster.pid");
  }

  private static long pid() throws Exception {
    return Long.parseLong(Files.readAllLines(pidFile()).get(0));
  }

  @Test
  void keeps_what_was_committed_when_it_is_killed_and_starts_over_the_stale_pid_file()
      throws Exception {
    execute(postgres.address(), "insert into kept values ('killed')");
    ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
    process.destroyForcibly();
    assertThat(Product.gone(process, Duration.ofSeconds(10))).isTrue();
    assertThat(pidFile()).exists();
    postgres.start();
    assertThat(kept("killed")).isEqualTo(1);
  }

  @Test
  void starts_over_a_pid_file_whose_number_now_belongs_to_another_program() throws Exception {
    String stale = Files.readString(pidFile());
    postgres.close();
    Files.writeString(
        pidFile(), ProcessHandle.current().pid() + stale.substring(stale.indexOf('\n')));
    postgres.start();
    assertThat(pid()).isNotEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void stops_one_that_an_earlier_supervisor_left_running() throws Exception {
    long left = pid();
    EmbeddedPostgres next = EmbeddedPostgres.of(lock, Product.program().postgresArchive());
    next.start();
    assertThat(pid()).isNotEqualTo(left);
    assertThat(ProcessHandle.of(left).filter(Product::runs)).isEmpty();
    postgres = next;
  }

  @Test
  void refuses_data_of_another_major_version_and_names_the_way() throws Exception {
    postgres.close();
    Path version = data.cluster().resolve("PG_VERSION");
    String right = Files.readString(version);
    Files.writeString(version, "12\n");
    try {
      assertThatThrownBy(postgres::start)
          .isInstanceOf(Problem.class)
          .hasMessageContainingAll("PostgreSQL 12", "backup", "restore");
    } finally {
      Files.writeString(version, right);
    }
  }

  @Test
  void comes_up_where_it_was_expected_or_elsewhere_when_that_port_was_taken() throws Exception {
    postgres.close();
    DatabaseAddress expected = postgres.expected().orElseThrow();
    postgres.start();
    assertThat(postgres.address()).isEqualTo(expected);
    postgres.close();
    DatabaseAddress again = postgres.expected().orElseThrow();
    int port = URI.create(again.url().substring("jdbc:".length())).getPort();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      postgres.start();
      assertThat(taken.getLocalPort()).isEqualTo(port);
      assertThat(postgres.address()).isNotEqualTo(again);
    }
    assertThat(kept("nothing")).isZero();
  }

  @Test
  void is_asked_for_a_password() {
    DatabaseAddress right = postgres.address();
    DatabaseAddress wrong = new DatabaseAddress(right.url(), right.user(), "guessed");
    assertThatThrownBy(wrong::connect).hasMessageContaining("password");
  }

  @Test
  void an_own_database_that_could_lose_saved_work_is_refused() throws Exception {
    for (String name : List.of("fsync", "full_page_writes")) {
      execute(postgres.address(), "alter system set " + name + " = off", "select pg_reload_conf()");
      Product.Ended refused = serveOn(postgres.address());
      execute(postgres.address(), "alter system reset " + name, "select pg_reload_conf()");
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.errors()).hasLineCount(1).contains(name + " = off");
    }
  }

  @Test
  void an_own_database_in_another_encoding_is_refused() throws Exception {
    execute(
        postgres.address(),
        "create database latin encoding 'LATIN1' template template0 locale_provider libc"
            + " locale 'C'");
    DatabaseAddress address = other("latin");
    assertThatThrownBy(() -> DatabaseDemands.check(address))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("LATIN1");
  }

  @Test
  void a_schema_that_is_newer_than_the_program_is_refused() throws Exception {
    execute(postgres.address(), "create database newer");
    execute(
        other("newer"),
        "create table flyway_schema_history (version text, success boolean)",
        "insert into flyway_schema_history values ('1', true), ('999.1', true), ('1000', false)");
    Product.Ended refused = serveOn(other("newer"));
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.errors()).hasLineCount(1).contains("999.1").contains("newer program");
  }

  @Test
  void an_own_database_that_does_not_answer_is_named_without_its_password() {
    DatabaseAddress nowhere =
        new DatabaseAddress(
            "jdbc:postgresql://127.0.0.1:" + Product.freePort() + "/x?password=geheim", "u", "p");
    Product.Ended refused = serveOn(nowhere);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.errors()).hasLineCount(1).contains(nowhere.shown()).doesNotContain("geheim");
  }

  private static DatabaseAddress other(String database) {
    DatabaseAddress address = postgres.address();
    return new DatabaseAddress(
        address.url().replaceFirst("[^/]*$", database), address.user(), address.password());
  }

  private static Product.Ended serveOn(DatabaseAddress address) {
    return Product.run(
        Map.of(
            "TESTIMONY_DB_URL",
            address.url(),
            "TESTIMONY_DB_USER",
            address.user(),
            "TESTIMONY_DB_PASSWORD",
            address.password()),
        "serve",
        "--port",
        "0",
        "--data",
        Product.folder("refused").toString());
  }
}
