package org.testimony.app.supervisor;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.app.FolderLock;
import org.testimony.app.ProgramFolder;
import org.testimony.app.Terminal;
import org.testimony.app.database.DatabaseAddress;
import org.testimony.app.database.DatabaseDemands;
import org.testimony.app.database.EmbeddedPostgres;

/** The database of an installation: the operator's own where one is named, else the embedded. */
public final class Database implements AutoCloseable {

  private final @Nullable EmbeddedPostgres embedded;
  private final Optional<DatabaseAddress> own;
  private final Terminal terminal;

  private Database(
      @Nullable EmbeddedPostgres embedded, Optional<DatabaseAddress> own, Terminal terminal) {
    this.embedded = embedded;
    this.own = own;
    this.terminal = terminal;
  }

  /**
   * Starts the embedded database, or checks the own one.
   *
   * @throws org.testimony.app.Problem when it does not start, answer, or offer what is demanded
   */
  public static Database open(ProgramFolder program, FolderLock lock, Terminal terminal) {
    Database database = prepare(program, lock, terminal);
    boolean usable = false;
    try {
      database.start();
      usable = true;
      return database;
    } finally {
      if (!usable) {
        database.close();
      }
    }
  }

  /** The database, ready to start. */
  static Database prepare(ProgramFolder program, FolderLock lock, Terminal terminal) {
    Optional<DatabaseAddress> own = DatabaseAddress.own();
    if (own.isPresent()) {
      return new Database(null, own, terminal);
    }
    terminal.step("step.unpack");
    EmbeddedPostgres postgres = EmbeddedPostgres.of(lock, program.postgresArchive());
    return new Database(postgres, own, terminal);
  }

  /**
   * Starts the embedded database, or checks the own one.
   *
   * @throws org.testimony.app.Problem when it does not start, answer, or offer what is demanded
   */
  void start() {
    if (embedded == null) {
      terminal.step("step.own", own.orElseThrow().shown());
    } else {
      terminal.step("step.database");
      embedded.start();
    }
    DatabaseDemands.check(address());
  }

  /** Where the embedded database will be reached, if it starts as it did before. */
  Optional<DatabaseAddress> expected() {
    return embedded == null ? Optional.empty() : embedded.expected();
  }

  /** Where it can be reached. */
  public DatabaseAddress address() {
    return embedded == null ? own.orElseThrow() : embedded.address();
  }

  /** Starts the embedded database again where something outside ended it. */
  void revive() {
    if (embedded != null && !embedded.alive()) {
      embedded.startAgain();
    }
  }

  void rotateLog() throws IOException {
    if (embedded != null) {
      embedded.log().rotate();
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
