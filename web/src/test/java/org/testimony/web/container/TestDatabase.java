package org.testimony.web.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts one PostgreSQL for the container tests of a run and tells the server where it is. Only
 * where the server lies ready, so that unit tests start no database.
 */
public class TestDatabase implements LauncherSessionListener {

  private EmbeddedPostgres postgres;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!Files.exists(Path.of("target/server/payara-micro.jar"))) {
      return;
    }
    try {
      postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
      Path data = Files.createTempDirectory(Path.of("target"), "data");
      System.setProperty(
          "testimony.test.jvm",
          String.join(
              " ",
              "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
              "-Dtestimony.db.url=" + postgres.getJdbcUrl("postgres", "postgres"),
              "-Dtestimony.db.user=postgres",
              "-Dtestimony.data=" + data.toAbsolutePath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (postgres == null) {
      return;
    }
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
