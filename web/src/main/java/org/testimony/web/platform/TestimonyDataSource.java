package org.testimony.web.platform;

import jakarta.annotation.sql.DataSourceDefinition;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The connection to PostgreSQL that the server's pool opens. Takes address, user and password from
 * {@link Settings}; an annotation could not, and its defaults would override the driver's own
 * properties.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/testimony",
    className = "org.testimony.web.platform.TestimonyDataSource",
    minPoolSize = 2,
    initialPoolSize = 2,
    maxPoolSize = 24,
    maxIdleTime = 300,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.fail-all-connections=true"
    })
public class TestimonyDataSource implements DataSource {

  private final PGSimpleDataSource postgres = new PGSimpleDataSource();

  /** A source with the settings in force. */
  public TestimonyDataSource() {
    Settings settings = new Settings();
    postgres.setUrl(settings.databaseUrl());
    postgres.setUser(settings.databaseUser());
    postgres.setPassword(settings.databasePassword());
    postgres.setApplicationName("testimony");
    postgres.setStringType("unspecified");
    postgres.setReWriteBatchedInserts(true);
    postgres.setLoginTimeout(10);
    postgres.setTcpKeepAlive(true);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return postgres.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return postgres.getConnection(user, password);
  }

  @Override
  public PrintWriter getLogWriter() {
    return postgres.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    postgres.setLogWriter(out);
  }

  @Override
  public int getLoginTimeout() {
    return postgres.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    postgres.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("org.postgresql");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return postgres.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return postgres.isWrapperFor(type);
  }
}
