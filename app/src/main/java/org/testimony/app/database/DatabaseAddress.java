package org.testimony.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.testimony.app.Problem;

/**
 * Where a database is and how to enter it.
 *
 * @param url JDBC address
 * @param user its user
 * @param password the user's password
 */
public record DatabaseAddress(String url, String user, String password) {

  private static final String SCHEME = "jdbc:postgresql:";

  /**
   * The operator's own database, where {@code TESTIMONY_DB_URL} names one.
   *
   * @throws Problem when the address is not one of PostgreSQL
   */
  public static Optional<DatabaseAddress> own() {
    String url = variable("TESTIMONY_DB_URL");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.startsWith(SCHEME)) {
      throw new Problem("database.scheme");
    }
    return Optional.of(
        new DatabaseAddress(url, variable("TESTIMONY_DB_USER"), variable("TESTIMONY_DB_PASSWORD")));
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value.strip();
  }

  /** A connection; gives up after ten seconds. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("ApplicationName", "testimony supervisor");
    return DriverManager.getConnection(url, properties);
  }

  /** The address without anything secret: no parameters, no password. */
  public String shown() {
    int parameters = url.indexOf('?');
    String bare = parameters < 0 ? url : url.substring(0, parameters);
    return bare.substring(SCHEME.length()).replaceFirst("^//", "").replaceFirst("^[^/@]*@", "");
  }

  @Override
  public String toString() {
    return shown();
  }
}
