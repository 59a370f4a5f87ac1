package org.testimony.app.backup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.testimony.core.text.Hash;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;

/**
 * What a backup holds.
 *
 * @param program version of the program that wrote it
 * @param schema version of the schema
 * @param tables its tables
 * @param sequences the database's sequences
 */
record BackupManifest(String program, String schema, List<Table> tables, List<Sequence> sequences) {

  static final String ENTRY = "backup.json";
  private static final String FORMAT = "testimony-backup-1";

  BackupManifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /**
   * A table.
   *
   * @param name its name
   * @param columns the columns that are stored, in their order in the file
   * @param rows how many rows it has
   * @param hash SHA-256 of its entry
   */
  record Table(String name, List<String> columns, long rows, Hash hash) {

    Table {
      columns = List.copyOf(columns);
    }

    String entry() {
      return entry(name);
    }

    static String entry(String table) {
      return "tables/" + table + ".copy";
    }
  }

  /**
   * A sequence.
   *
   * @param name its name
   * @param value the value that it gave last
   */
  record Sequence(String name, long value) {}

  String toJson() {
    ObjectNode document = StrictJson.object();
    document.put("format", FORMAT).put("program", program).put("schema", schema);
    ArrayNode tables = document.putArray("tables");
    for (Table table : this.tables) {
      ObjectNode node = tables.addObject().put("name", table.name());
      ArrayNode columns = node.putArray("columns");
      table.columns().forEach(columns::add);
      node.put("rows", table.rows()).put("sha256", table.hash().hex());
    }
    ArrayNode sequences = document.putArray("sequences");
    for (Sequence sequence : this.sequences) {
      sequences.addObject().put("name", sequence.name()).put("value", sequence.value());
    }
    return StrictJson.writeIndented(document);
  }

  /**
   * The manifest in this document.
   *
   * @throws IllegalArgumentException when it is none, or of another format
   */
  static BackupManifest of(String json) {
    JsonObject document = JsonObject.of(StrictJson.read(json));
    if (!document.text("format").equals(FORMAT)) {
      throw new StrictJson.Malformed("/format", FORMAT + " was expected");
    }
    List<Table> tables = new ArrayList<>();
    for (JsonObject table : document.objects("tables")) {
      tables.add(
          new Table(
              table.text("name"),
              table.texts("columns"),
              table.longInteger("rows"),
              new Hash(table.text("sha256"))));
    }
    List<Sequence> sequences = new ArrayList<>();
    for (JsonObject sequence : document.objects("sequences")) {
      sequences.add(new Sequence(sequence.text("name"), sequence.longInteger("value")));
    }
    return new BackupManifest(document.text("program"), document.text("schema"), tables, sequences);
  }
}
