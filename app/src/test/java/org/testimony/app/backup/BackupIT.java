package org.testimony.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testimony.app.DataFolder;
import org.testimony.app.FolderLock;
import org.testimony.app.Problem;
import org.testimony.app.Product;
import org.testimony.app.Terminal;
import org.testimony.app.database.DatabaseAddress;
import org.testimony.app.database.EmbeddedPostgres;
import org.testimony.app.database.Migrations;

class BackupIT {

  private static FolderLock lock = FolderLock.take(new DataFolder(Product.folder("backup")));
  private static EmbeddedPostgres postgres =
      EmbeddedPostgres.of(lock, Product.program().postgresArchive());
  private static Migrations migrations = Migrations.of(Product.program().war());
  private static Path folder = Product.folder("files");

  /** A table for each peculiarity: references in a circle, computed columns, sequences, bytes. */
  private static final String[] PECULIAR = {
    "create table peculiar (id bigint generated always as identity primary key, line text,"
        + " twice text generated always as (line || line) stored, bytes bytea, partner bigint)",
    "create table partner (id bigint primary key, peculiar bigint references peculiar (id))",
    "alter table peculiar add foreign key (partner) references partner (id)",
    "insert into peculiar (line, bytes) values"
        + " (E'tab\\t line\\n back\\\\slash \\\\. \\\\N', '\\x00ff0a'), ('', null), (null, null)",
    "insert into peculiar (line) values (U&'\\+01F4F0 \\0441\\043B\\043E\\0432\\043E')",
    "insert into partner select id, id from peculiar",
    "update peculiar set partner = id"
  };

  @BeforeAll
  static void start() throws SQLException {
    postgres.start();
    migrations.apply(postgres.address(), migrations.newest());
    execute(postgres.address(), PECULIAR);
    execute(
        postgres.address(),
        "insert into account (id, name, display_name, administrator, active, generation,"
            + " created_at, version) values (gen_random_uuid(), 'ada', 'Ada', true, true, 0,"
            + " now(), 0)");
  }

  @AfterAll
  static void stop() {
    postgres.close();
    lock.close();
  }

  private static void execute(DatabaseAddress address, String... commands) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static DatabaseAddress fresh(String name) throws SQLException {
    execute(postgres.address(), "create database " + name);
    DatabaseAddress address = postgres.address();
    return new DatabaseAddress(
        address.url().replaceFirst("[^/]*$", name), address.user(), address.password());
  }

  private static String text(DatabaseAddress address, String query) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  /** The backup's tables that only this test has, put where a restore expects them. */
  private static void makePeculiar(DatabaseAddress address) throws SQLException {
    migrations.apply(address, migrations.newest());
    execute(address, PECULIAR[0], PECULIAR[1], PECULIAR[2]);
  }

  private static Path backup(String name) {
    Path file = folder.resolve(name);
    new Backup(postgres.address(), Terminal.silent()).write(file);
    return file;
  }

  @Test
  void restores_every_row_every_byte_and_where_sequences_stood() throws Exception {
    Path file = backup("every.zip");
    assertThat(Restore.check(file, Terminal.silent())).isEqualTo(migrations.newest());
    DatabaseAddress target = fresh("every");
    makePeculiar(target);
    new Restore(target, migrations, Terminal.silent()).read(file);
    for (String table : new String[] {"peculiar", "partner", "account"}) {
      String content = "select string_agg(t::text, '|' order by id) from " + table + " t";
      assertThat(text(target, content)).isEqualTo(text(postgres.address(), content));
    }
    String constraints =
        "select string_agg(conname || pg_get_constraintdef(oid) || convalidated, '|'"
            + " order by conname, conrelid::text) from pg_constraint where contype = 'f'";
    assertThat(text(target, constraints)).isEqualTo(text(postgres.address(), constraints));
    assertThat(text(target, "insert into peculiar (line) values ('next') returning id"))
        .isEqualTo("5");
    assertThat(
            text(target, "select bool_and(tgenabled = 'O') from pg_trigger where not tgisinternal"))
        .as("triggers are on again")
        .isEqualTo("t");
  }

  @Test
  void makes_the_schema_of_the_backup_where_there_is_none() throws Exception {
    DatabaseAddress source = fresh("source");
    migrations.apply(source, migrations.newest());
    execute(
        source,
        "insert into account (id, name, display_name, administrator, active, generation,"
            + " created_at, version) values (gen_random_uuid(), 'eve', 'Eve', true, true, 0,"
            + " now(), 0)");
    Path file = folder.resolve("source.zip");
    new Backup(source, Terminal.silent()).write(file);
    DatabaseAddress target = fresh("target");
    new Restore(target, migrations, Terminal.silent()).read(file);
    assertThat(text(target, "select string_agg(name, ',') from account")).isEqualTo("eve");
  }

  @Test
  void refuses_a_database_that_is_not_empty_and_leaves_it_as_it_is() throws Exception {
    Path file = backup("notempty.zip");
    DatabaseAddress target = fresh("notempty");
    makePeculiar(target);
    execute(target, "insert into peculiar (line) values ('mine')");
    assertThatThrownBy(() -> new Restore(target, migrations, Terminal.silent()).read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("peculiar");
    assertThat(text(target, "select string_agg(line, ',') from peculiar")).isEqualTo("mine");
  }

  @Test
  void finds_a_changed_byte_and_a_missing_table() throws Exception {
    Path file = backup("whole.zip");
    Path changed = folder.resolve("changed.zip");
    Path missing = folder.resolve("missing.zip");
    rewrite(file, changed, "tables/peculiar.copy", true);
    rewrite(file, missing, "tables/peculiar.copy", false);
    assertThatThrownBy(() -> Restore.check(changed, Terminal.silent()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("tables/peculiar.copy");
    assertThatThrownBy(() -> Restore.check(missing, Terminal.silent()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("tables/peculiar.copy");
    Path nothing = Files.writeString(folder.resolve("nothing.zip"), "no archive");
    assertThatThrownBy(() -> Restore.check(nothing, Terminal.silent()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is no backup");
  }

  private static void rewrite(Path from, Path to, String name, boolean keep) throws IOException {
    try (ZipFile source = new ZipFile(from.toFile());
        OutputStream file = Files.newOutputStream(to);
        ZipOutputStream target = new ZipOutputStream(file)) {
      for (ZipEntry entry : source.stream().toList()) {
        byte[] content = source.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(name)) {
          if (!keep) {
            continue;
          }
          content[content.length / 2] ^= 1;
        }
        target.putNextEntry(new ZipEntry(entry.getName()));
        target.write(content);
        target.closeEntry();
      }
    }
  }

  @Test
  void holds_one_moment_while_others_write() throws Exception {
    execute(postgres.address(), "create table a (n bigint)", "create table z (n bigint)");
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService others = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> written =
          others.submit(
              () -> {
                int n = 0;
                while (!enough.get()) {
                  n++;
                  execute(
                      postgres.address(),
                      "with x as (insert into a values (%d)) insert into z values (%d)"
                          .formatted(n, n));
                }
                return n;
              });
      Thread.sleep(300);
      Path file = backup("moment.zip");
      enough.set(true);
      int all = written.get();
      try (ZipFile zip = new ZipFile(file.toFile())) {
        String a =
            new String(
                zip.getInputStream(zip.getEntry("tables/a.copy")).readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        String z =
            new String(
                zip.getInputStream(zip.getEntry("tables/z.copy")).readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(a).isEqualTo(z).isNotEmpty();
        assertThat(a.lines().count()).isBetween(1L, (long) all);
      }
    } finally {
      enough.set(true);
      others.shutdown();
      execute(postgres.address(), "drop table a", "drop table z");
    }
  }

  @Test
  void refuses_a_backup_of_a_newer_schema() throws Exception {
    BackupManifest manifest =
        new BackupManifest("9.9", "999", java.util.List.of(), java.util.List.of());
    Path file = folder.resolve("newer.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
      zip.write(manifest.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    assertThat(Restore.check(file, Terminal.silent())).isEqualTo(Version.parse("999"));
    DatabaseAddress target = fresh("older");
    assertThatThrownBy(() -> new Restore(target, migrations, Terminal.silent()).read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("999");
  }
}
