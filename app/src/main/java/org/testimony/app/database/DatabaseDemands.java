package org.testimony.app.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.testimony.app.Problem;

/**
 * What a database must offer: PostgreSQL 14 or newer, UTF-8, and the three settings without which a
 * power cut loses what was acknowledged.
 */
public final class DatabaseDemands {

  private static final int OLDEST = 14;

  private DatabaseDemands() {}

  /**
   * Checks the database.
   *
   * @throws Problem that names what is missing, or why the database does not answer
   */
  public static void check(DatabaseAddress address) {
    try (Connection connection = address.connect()) {
      int version = Integer.parseInt(setting(connection, "server_version_num"));
      if (version < OLDEST * 10_000) {
        throw new Problem(
            "database.old", address.shown(), setting(connection, "server_version"), OLDEST);
      }
      String encoding = setting(connection, "server_encoding");
      if (!encoding.equals("UTF8")) {
        throw new Problem("database.encoding", address.shown(), encoding);
      }
      for (String name : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        if (setting(connection, name).equals("off")) {
          throw new Problem("database.durability", address.shown(), name);
        }
      }
    } catch (SQLException e) {
      throw Problem.because(e, "database.unreachable", address.shown(), Problem.reason(e));
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select current_setting(?)")) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
