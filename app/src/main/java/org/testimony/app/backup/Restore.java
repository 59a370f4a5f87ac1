package org.testimony.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.testimony.app.Problem;
import org.testimony.app.Terminal;
import org.testimony.app.database.DatabaseAddress;
import org.testimony.app.database.Migrations;
import org.testimony.core.text.Hash;

/**
 * Puts a backup into an empty database: all of it, or nothing of it. The schema is brought to the
 * version of the backup first, not beyond; the next start of the server brings it further.
 */
public final class Restore {

  private final DatabaseAddress address;
  private final Migrations migrations;
  private final Terminal terminal;

  /** A restore into this database, with the migrations that this program knows. */
  public Restore(DatabaseAddress address, Migrations migrations, Terminal terminal) {
    this.address = address;
    this.migrations = migrations;
    this.terminal = terminal;
  }

  /**
   * Checks every checksum of a backup.
   *
   * @return the version of its schema
   * @throws Problem when the file is no backup, or damaged
   */
  public static Version check(Path file, Terminal terminal) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      BackupManifest manifest = manifest(zip, file);
      for (BackupManifest.Table table : manifest.tables()) {
        terminal.step("step.checksum", table.name());
        if (!hash(zip, table, file).equals(table.hash())) {
          throw new Problem("restore.damaged", file, table.entry());
        }
      }
      return Version.parse(manifest.schema());
    } catch (ZipException e) {
      throw Problem.because(e, "restore.nobackup", file, Problem.reason(e));
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", file, Problem.reason(e));
    } finally {
      terminal.done();
    }
  }

  private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
    try (InputStream content = content(zip, BackupManifest.ENTRY, file)) {
      return BackupManifest.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw Problem.because(e, "restore.nobackup", file, Problem.reason(e));
    }
  }

  private static InputStream content(ZipFile zip, String name, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new Problem("restore.incomplete", file, name);
    }
    return zip.getInputStream(entry);
  }

  private static Hash hash(ZipFile zip, BackupManifest.Table table, Path file) throws IOException {
    MessageDigest digest = Hash.sha256();
    try (InputStream content = new DigestInputStream(content(zip, table.entry(), file), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return new Hash(HexFormat.of().formatHex(digest.digest()));
  }

  /**
   * Fills the database. The file must have passed {@link #check}.
   *
   * @return how many rows were written
   * @throws Problem when the database is not empty, or does not fit
   */
  public long read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      BackupManifest manifest = manifest(zip, file);
      prepare(Version.parse(manifest.schema()));
      try (Connection connection = address.connect()) {
        connection.setAutoCommit(false);
        long rows = fill(connection, zip, manifest, file);
        connection.commit();
        return rows;
      }
    } catch (SQLException e) {
      throw Problem.because(e, "restore.failed", Problem.reason(e));
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", file, Problem.reason(e));
    } finally {
      terminal.done();
    }
  }

  private void prepare(Version schema) throws SQLException {
    if (schema.compareTo(migrations.newest()) > 0) {
      throw new Problem("restore.newer", schema, migrations.newest());
    }
    try (Connection connection = address.connect()) {
      Optional<Version> applied = Migrations.applied(connection);
      List<String> filled = Tables.filled(connection);
      if (!filled.isEmpty()) {
        throw new Problem("restore.notempty", address.shown(), String.join(", ", filled));
      }
      if (applied.isPresent()) {
        if (!applied.get().equals(schema)) {
          throw new Problem("restore.otherschema", address.shown(), applied.get(), schema);
        }
        return;
      }
    }
    terminal.step("step.schema", schema);
    migrations.apply(address, schema);
  }

  private long fill(Connection connection, ZipFile zip, BackupManifest manifest, Path file)
      throws SQLException, IOException {
    Set<String> expected = Tables.all(connection).keySet();
    Set<String> given =
        manifest.tables().stream()
            .map(BackupManifest.Table::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!given.equals(expected)) {
      throw new Problem("restore.othertables", given, expected);
    }
    try (Statement statement = connection.createStatement()) {
      Constraints constraints = Constraints.lifted(connection);
      for (String table : expected) {
        statement.execute("alter table " + Tables.quoted(table) + " disable trigger user");
        statement.execute("delete from " + Tables.quoted(table));
      }
      long rows = 0;
      for (BackupManifest.Table table : manifest.tables()) {
        terminal.step("step.table", table.name());
        rows += fill(connection, zip, table, file);
      }
      for (String table : expected) {
        statement.execute("alter table " + Tables.quoted(table) + " enable trigger user");
      }
      constraints.putBack(connection);
      for (BackupManifest.Sequence sequence : manifest.sequences()) {
        setSequence(connection, sequence);
      }
      return rows;
    }
  }

  private static long fill(
      Connection connection, ZipFile zip, BackupManifest.Table table, Path file)
      throws SQLException, IOException {
    try (InputStream content = content(zip, table.entry(), file)) {
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy "
                      + Tables.target(table.name(), table.columns())
                      + " from stdin (encoding 'UTF8')",
                  content);
      if (rows != table.rows()) {
        throw new Problem("restore.rows", table.name(), rows, table.rows());
      }
      return rows;
    }
  }

  private static void setSequence(Connection connection, BackupManifest.Sequence sequence)
      throws SQLException {
    try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
      set.setString(1, Tables.quoted(sequence.name()));
      set.setLong(2, sequence.value());
      try (ResultSet rows = set.executeQuery()) {
        rows.next();
      }
    }
  }

  /**
   * The references between tables, taken away while the tables are filled in any order and put back
   * before the end, when PostgreSQL checks each of them.
   *
   * @param commands what puts them back
   */
  private record Constraints(List<String> commands) {

    static Constraints lifted(Connection connection) throws SQLException {
      List<String> away = new ArrayList<>();
      List<String> back = new ArrayList<>();
      try (Statement statement = connection.createStatement()) {
        try (ResultSet rows =
            statement.executeQuery(
                """
                select c.relname, k.conname, pg_get_constraintdef(k.oid)
                from pg_constraint k join pg_class c on c.oid = k.conrelid
                where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace
                order by c.relname, k.conname
                """)) {
          while (rows.next()) {
            String table = "alter table " + Tables.quoted(rows.getString(1));
            String name = Tables.quoted(rows.getString(2));
            away.add(table + " drop constraint " + name);
            back.add(table + " add constraint " + name + " " + rows.getString(3));
          }
        }
        for (String command : away) {
          statement.execute(command);
        }
      }
      return new Constraints(back);
    }

    void putBack(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        for (String command : commands) {
          statement.execute(command);
        }
      }
    }
  }
}
