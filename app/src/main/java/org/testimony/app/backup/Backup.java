package org.testimony.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.testimony.app.PrivateFiles;
import org.testimony.app.Problem;
import org.testimony.app.Terminal;
import org.testimony.app.Testimony;
import org.testimony.app.database.DatabaseAddress;
import org.testimony.app.database.Migrations;
import org.testimony.core.text.Hash;

/** Writes a backup: every table as it was at one moment, while others go on writing. */
public final class Backup {

  private final DatabaseAddress address;
  private final Terminal terminal;

  /** A backup of this database. */
  public Backup(DatabaseAddress address, Terminal terminal) {
    this.address = address;
    this.terminal = terminal;
  }

  /**
   * Writes the file, readable by its owner only, or nothing.
   *
   * @return how many rows it holds
   * @throws Problem when the file is there already, or the database has nothing yet
   */
  public long write(Path file) {
    if (Files.exists(file)) {
      throw new Problem("backup.exists", file);
    }
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try (Connection connection = address.connect()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      long rows;
      PrivateFiles.create(draft);
      try (OutputStream out = Files.newOutputStream(draft);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        rows = write(connection, zip);
      }
      connection.commit();
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } catch (SQLException e) {
      throw Problem.because(e, "backup.failed", Problem.reason(e));
    } catch (IOException e) {
      throw Problem.because(e, "backup.unwritable", file, Problem.reason(e));
    } finally {
      terminal.done();
      remove(draft);
    }
  }

  private long write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
    Version schema =
        Migrations.applied(connection)
            .orElseThrow(() -> new Problem("backup.nothing", address.shown()));
    List<BackupManifest.Table> tables = new ArrayList<>();
    long rows = 0;
    for (Map.Entry<String, List<String>> table : Tables.all(connection).entrySet()) {
      terminal.step("step.table", table.getKey());
      BackupManifest.Table written = write(connection, table.getKey(), table.getValue(), zip);
      tables.add(written);
      rows += written.rows();
    }
    BackupManifest manifest =
        new BackupManifest(
            Testimony.version(), schema.toString(), tables, Tables.sequences(connection));
    zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
    zip.write(manifest.toJson().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    return rows;
  }

  private static BackupManifest.Table write(
      Connection connection, String table, List<String> columns, ZipOutputStream zip)
      throws SQLException, IOException {
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    MessageDigest digest = Hash.sha256();
    zip.putNextEntry(new ZipEntry(BackupManifest.Table.entry(table)));
    DigestOutputStream counted = new DigestOutputStream(zip, digest);
    long rows =
        copies.copyOut(
            "copy " + Tables.target(table, columns) + " to stdout (encoding 'UTF8')", counted);
    zip.closeEntry();
    return new BackupManifest.Table(
        table, columns, rows, new Hash(HexFormat.of().formatHex(digest.digest())));
  }

  private static void remove(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw Problem.because(e, "file.undeletable", draft, Problem.reason(e));
    }
  }
}
