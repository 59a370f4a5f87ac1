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
  private final DatabaseAddress address;

  private Database(@Nullable EmbeddedPostgres embedded, DatabaseAddress address) {
    this.embedded = embedded;
    this.address = address;
  }

  /**
   * Starts the embedded database, or checks the own one.
   *
   * @throws org.testimony.app.Problem when it does not start, answer, or offer what is demanded
   */
  public static Database open(ProgramFolder program, FolderLock lock, Terminal terminal) {
    Optional<DatabaseAddress> own = DatabaseAddress.own();
    if (own.isPresent()) {
      terminal.step("step.own", own.get().shown());
      DatabaseDemands.check(own.get());
      return new Database(null, own.get());
    }
    terminal.step("step.unpack");
    EmbeddedPostgres postgres = EmbeddedPostgres.of(lock, program.postgresArchive());
    terminal.step("step.database");
    boolean usable = false;
    try {
      postgres.start();
      DatabaseDemands.check(postgres.address());
      usable = true;
      return new Database(postgres, postgres.address());
    } finally {
      if (!usable) {
        postgres.close();
      }
    }
  }

  /** Where it can be reached. */
  public DatabaseAddress address() {
    return address;
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
