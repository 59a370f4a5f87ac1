package org.testimony.app.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.testimony.app.DataFolder;
import org.testimony.app.FolderLock;

/** A small program that starts the embedded database, says how durable it is, and stops it. */
public final class DatabaseProbe {

  private DatabaseProbe() {}

  /** Arguments: the data folder, and the archive of PostgreSQL's programs. */
  public static void main(String[] arguments) throws Exception {
    DataFolder data = new DataFolder(Path.of(arguments[0]));
    try (FolderLock lock = FolderLock.take(data);
        EmbeddedPostgres postgres = EmbeddedPostgres.of(lock, Path.of(arguments[1]))) {
      postgres.start();
      DatabaseDemands.check(postgres.address());
      try (Connection connection = postgres.address().connect();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  select current_setting('fsync') || ' ' || current_setting('synchronous_commit')
                    || ' ' || current_setting('full_page_writes')
                  """)) {
        rows.next();
        System.out.println("durable: " + rows.getString(1));
      }
    }
  }
}
