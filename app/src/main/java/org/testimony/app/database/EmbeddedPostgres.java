package org.testimony.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.testimony.app.DataFolder;
import org.testimony.app.FolderLock;
import org.testimony.app.LogFile;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.testimony.app.Program;

/**
 * The PostgreSQL that the product brings along, on 127.0.0.1 at a random port and nowhere else. Its
 * data lies in the data folder; it survives its supervisor's sudden death, and the next start stops
 * it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** Name of the database and of its owner. */
  public static final String NAME = "testimony";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TRIES = 20;

  private final DataFolder data;
  private final PostgresPrograms programs;
  private final OrdinaryUser ordinary;
  private final LogFile log;
  private int port;
  private int reserved;

  private EmbeddedPostgres(DataFolder data, PostgresPrograms programs) {
    this.data = data;
    this.programs = programs;
    this.ordinary = OrdinaryUser.forFolder(data.cluster());
    this.log = new LogFile(data.logs().resolve("postgresql.log"));
  }

  /**
   * The database of a data folder, ready to start.
   *
   * @param archive PostgreSQL's programs as the product carries them
   * @throws Problem when the programs cannot be unpacked or run
   */
  public static EmbeddedPostgres of(FolderLock lock, Path archive) {
    DataFolder data = lock.data();
    PostgresPrograms programs = PostgresPrograms.unpacked(archive, data.runtime());
    EmbeddedPostgres postgres = new EmbeddedPostgres(data, programs);
    postgres.letIn();
    return postgres;
  }

  /** Another user than root must be able to reach the folders. */
  private void letIn() {
    try {
      if (ordinary.user().isPresent()) {
        PrivateFiles.allowPassage(data.path());
        ordinary.own(data.cluster());
      }
    } catch (IOException e) {
      throw Problem.because(e, "database.start", Problem.reason(e), log.file());
    }
    Program.Outcome version =
        Program.run(
            PATIENCE,
            ordinary.command(List.of(programs.program("postgres").toString(), "--version")));
    if (!version.succeeded()) {
      throw ordinary.user().isPresent()
          ? new Problem("root.unreachable", programs.home(), ordinary.user().get(), version.line())
          : new Problem("database.unrunnable", programs.home(), version.line());
    }
  }

  /**
   * Starts it; makes it first where there is none, stops an old one first where it still runs.
   *
   * @throws Problem when it does not start, with the reason
   */
  public void start() {
    try {
      checkMajor();
      if (!Files.exists(data.cluster())) {
        initialise();
      }
      stopOld();
      launch(reserved);
      createDatabase();
    } catch (IOException | SQLException e) {
      throw Problem.because(e, "database.start", Problem.reason(e), log.file());
    }
  }

  /**
   * Where it will be reached, if nobody takes its port until it starts. Nothing before the first
   * start, which makes the password.
   */
  public Optional<DatabaseAddress> expected() {
    Optional<String> password = DataFolder.read(data.databasePassword());
    if (!Files.exists(data.cluster()) || password.isEmpty()) {
      return Optional.empty();
    }
    try {
      reserved = freePort();
    } catch (IOException e) {
      throw Problem.because(e, "database.start", Problem.reason(e), log.file());
    }
    return Optional.of(address(NAME, reserved, password.get()));
  }

  /** Starts it again at the same port, after something outside ended it. */
  public void startAgain() {
    try {
      stopOld();
      reserved = 0;
      launch(port);
    } catch (IOException e) {
      throw Problem.because(e, "database.start", Problem.reason(e), log.file());
    }
  }

  private void checkMajor() {
    Optional<String> recorded = DataFolder.read(data.cluster().resolve("PG_VERSION"));
    if (recorded.isPresent() && !recorded.get().equals(Integer.toString(programs.major()))) {
      throw new Problem("database.major", recorded.get(), programs.major());
    }
  }

  private void initialise() throws IOException {
    Path draft = data.path().resolve("postgresql.new");
    Path secret = data.path().resolve("postgresql.password");
    PrivateFiles.deleteTree(draft);
    PrivateFiles.folder(draft);
    PrivateFiles.write(data.databasePassword(), newPassword());
    PrivateFiles.write(secret, password());
    ordinary.own(draft);
    ordinary.own(secret);
    Program.Outcome made =
        Program.run(
            PATIENCE,
            ordinary.command(
                List.of(
                    programs.program("initdb").toString(),
                    "--pgdata=" + draft,
                    "--username=" + NAME,
                    "--auth=scram-sha-256",
                    "--pwfile=" + secret,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions")));
    Files.deleteIfExists(secret);
    if (!made.succeeded()) {
      throw new Problem("database.initialise", draft, made.line());
    }
    Files.move(draft, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String newPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private String password() {
    return DataFolder.read(data.databasePassword())
        .orElseThrow(() -> new Problem("database.password", data.databasePassword()));
  }

  /** Stops what an earlier supervisor left running. */
  private void stopOld() throws IOException {
    if (alive()) {
      stop();
    }
    PostmasterFile.release(data.cluster());
  }

  private void launch(int wanted) throws IOException {
    String failure = "";
    for (int i = 0; i < TRIES; i++) {
      boolean free = wanted == 0 || (i > 0 && wanted == reserved);
      port = free ? freePort() : wanted;
      Path settings = data.cluster().resolve("postgresql.conf");
      PrivateFiles.write(settings, PostgresSettings.text(port));
      ordinary.own(settings);
      log.rotate();
      long before = log.size();
      if (pgCtl("start", "--wait", "--timeout=120")) {
        return;
      }
      failure = log.tail(before);
      if (!failure.contains("could not bind") && !failure.contains("shared memory block")) {
        break;
      }
      pause();
    }
    throw new Problem("database.start", failure, log.file());
  }

  private boolean pgCtl(String act, String... options) throws IOException {
    List<String> command = new java.util.ArrayList<>();
    command.add(programs.program("pg_ctl").toString());
    command.add(act);
    command.add("--pgdata=" + data.cluster());
    command.add("--silent");
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(ordinary.command(command))
            .redirectErrorStream(true)
            .redirectInput(Program.nothing())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
            .start();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.because(e, "program.interrupted", "pg_ctl");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.because(e, "program.interrupted", "pg_ctl");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = address("postgres", port, password()).connect();
        Statement statement = connection.createStatement()) {
      boolean there;
      try (ResultSet rows =
          statement.executeQuery(
              "select exists (select from pg_database where datname = '" + NAME + "')")) {
        rows.next();
        there = rows.getBoolean(1);
      }
      if (!there) {
        statement.execute("create database " + NAME);
      }
    }
  }

  /** Where it can be reached. */
  public DatabaseAddress address() {
    return address(NAME, port, password());
  }

  /** Where the running database of a data folder can be reached; nothing where none runs. */
  public static Optional<DatabaseAddress> running(DataFolder data) {
    Optional<PostmasterFile> file = PostmasterFile.of(data.cluster());
    Optional<String> password = DataFolder.read(data.databasePassword());
    return file.isEmpty() || password.isEmpty()
        ? Optional.empty()
        : Optional.of(address(NAME, file.get().port(), password.get()));
  }

  private static DatabaseAddress address(String database, int port, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, NAME, password);
  }

  /** Whether its first process lives. */
  public boolean alive() {
    return PostmasterFile.of(data.cluster()).filter(PostmasterFile::alive).isPresent();
  }

  /** Its log. */
  public LogFile log() {
    return log;
  }

  private void stop() throws IOException {
    if (!pgCtl("stop", "--mode=fast", "--wait", "--timeout=6")) {
      pgCtl("stop", "--mode=immediate", "--wait", "--timeout=3");
    }
  }

  /** Stops it, so that nothing has to be recovered at the next start. */
  @Override
  public void close() {
    try {
      if (alive()) {
        stop();
      }
    } catch (IOException e) {
      throw Problem.because(e, "database.stop", Problem.reason(e));
    }
  }
}
