package org.testimony.app.database;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;

/**
 * The schema migrations inside the application's WAR, and the version of the schema that a database
 * has.
 *
 * @param scripts the migrations, by file name
 */
public record Migrations(Map<String, byte[]> scripts) {

  private static final Pattern SCRIPT =
      Pattern.compile("(?:.*/)?db/migration/(V([0-9]+(?:[._][0-9]+)*)__[^/]+\\.sql)");

  private static final Pattern OWN_LIBRARY = Pattern.compile("WEB-INF/lib/testimony-[^/]*\\.jar");

  /** It tells each step; here only faults are of interest. Held, or the level would be lost. */
  private static final Logger STEPS = Logger.getLogger("org.flywaydb");

  /** Copies the map. */
  public Migrations {
    scripts = Map.copyOf(scripts);
  }

  /**
   * The migrations of a WAR, in its classes and its libraries.
   *
   * @throws Problem when the file cannot be read or has none
   */
  public static Migrations of(Path war) {
    Map<String, byte[]> scripts = new TreeMap<>();
    try (ZipFile archive = new ZipFile(war.toFile())) {
      for (ZipEntry entry : Collections.list(archive.entries())) {
        Matcher script = SCRIPT.matcher(entry.getName());
        if (script.matches()) {
          scripts.put(script.group(1), archive.getInputStream(entry).readAllBytes());
        } else if (OWN_LIBRARY.matcher(entry.getName()).matches()) {
          collect(archive.getInputStream(entry), scripts);
        }
      }
    } catch (IOException e) {
      throw Problem.because(e, "program.incomplete", war);
    }
    if (scripts.isEmpty()) {
      throw new Problem("program.incomplete", war);
    }
    return new Migrations(scripts);
  }

  private static void collect(InputStream library, Map<String, byte[]> scripts) throws IOException {
    ZipInputStream zip = new ZipInputStream(library);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      Matcher script = SCRIPT.matcher(entry.getName());
      if (script.matches()) {
        scripts.put(script.group(1), zip.readAllBytes());
      }
    }
  }

  /** The newest version that the program knows. */
  public Version newest() {
    return scripts.keySet().stream()
        .map(Migrations::version)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Version version(String script) {
    Matcher matcher = SCRIPT.matcher("db/migration/" + script);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a versioned migration: " + script);
    }
    return Version.parse(matcher.group(2).replace('_', '.'));
  }

  /** The version of the schema that a database has; nothing where it has none yet. */
  public static Optional<Version> applied(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        return Optional.empty();
      }
      Optional<Version> newest = Optional.empty();
      try (ResultSet rows =
          statement.executeQuery(
              "select version from flyway_schema_history where success and version is not null")) {
        while (rows.next()) {
          Version version = Version.parse(rows.getString(1));
          if (newest.isEmpty() || version.compareTo(newest.get()) > 0) {
            newest = Optional.of(version);
          }
        }
      }
      return newest;
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  /**
   * Checks that this program knows the schema of the database.
   *
   * @throws Problem when the schema is newer than the program
   */
  public void checkKnown(DatabaseAddress address) {
    try (Connection connection = address.connect()) {
      Optional<Version> applied = applied(connection);
      if (applied.isPresent() && applied.get().compareTo(newest()) > 0) {
        throw new Problem("schema.newer", address.shown(), applied.get(), newest());
      }
    } catch (SQLException e) {
      throw Problem.because(e, "database.unreachable", address.shown(), Problem.reason(e));
    }
  }

  /** Brings an empty database to this version of the schema. */
  public void apply(DatabaseAddress address, Version target) {
    Path folder = null;
    STEPS.setLevel(Level.WARNING);
    try {
      folder = Files.createTempDirectory("testimony-migrations");
      for (Map.Entry<String, byte[]> script : scripts.entrySet()) {
        Files.write(folder.resolve(script.getKey()), script.getValue());
      }
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(address.url(), address.user(), address.password())
          .locations("filesystem:" + folder)
          .target(target.toString())
          .load()
          .migrate();
    } catch (IOException e) {
      throw Problem.because(e, "schema.unapplied", target, Problem.reason(e));
    } finally {
      delete(folder);
    }
  }

  private static void delete(@org.jspecify.annotations.Nullable Path folder) {
    if (folder != null) {
      try {
        PrivateFiles.deleteTree(folder);
      } catch (IOException e) {
        throw Problem.because(e, "file.undeletable", folder, Problem.reason(e));
      }
    }
  }
}
