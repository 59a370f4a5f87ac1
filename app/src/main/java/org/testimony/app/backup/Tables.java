package org.testimony.app.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a database holds that a backup must hold: read from PostgreSQL's own catalogue. */
final class Tables {

  /** Kept by the migrations, which a restore applies itself. */
  private static final String HISTORY = "flyway_schema_history";

  /** Written by a first start, before anybody has done anything. */
  private static final String LINKS = "one_time_link";

  private Tables() {}

  /** All tables, each with the columns that are stored rather than computed. */
  static Map<String, List<String>> all(Connection connection) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select c.relname, a.attname
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and c.relname <> ?
            order by c.relname, a.attnum
            """)) {
      query.setString(1, HISTORY);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          tables.computeIfAbsent(rows.getString(1), t -> new ArrayList<>()).add(rows.getString(2));
        }
      }
    }
    return tables;
  }

  /** The tables that hold what people made. */
  static List<String> filled(Connection connection) throws SQLException {
    List<String> filled = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String table : all(connection).keySet()) {
        try (ResultSet rows =
            statement.executeQuery("select exists (select from " + quoted(table) + ")")) {
          rows.next();
          if (rows.getBoolean(1) && !table.equals(LINKS)) {
            filled.add(table);
          }
        }
      }
    }
    return filled;
  }

  /** The sequences with the value that each gave last. */
  static List<BackupManifest.Sequence> sequences(Connection connection) throws SQLException {
    List<BackupManifest.Sequence> sequences = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select sequencename, last_value from pg_sequences
                where schemaname = current_schema() and last_value is not null
                order by sequencename
                """)) {
      while (rows.next()) {
        sequences.add(new BackupManifest.Sequence(rows.getString(1), rows.getLong(2)));
      }
    }
    return sequences;
  }

  /** A name as SQL writes it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A table and its columns as COPY names them. */
  static String target(String table, List<String> columns) {
    return quoted(table)
        + columns.stream().map(Tables::quoted).collect(Collectors.joining(", ", " (", ")"));
  }
}
