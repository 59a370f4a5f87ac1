package org.testimony.core.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.testimony.core.text.Hash;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.core.text.StrictJson.Malformed;

/** Manifests as JSON. */
final class ManifestJson {

  private ManifestJson() {}

  static String write(Manifest manifest) {
    ObjectNode node = StrictJson.object();
    node.put("format", CorpusJson.FORMAT).put("formatVersion", CorpusJson.VERSION);
    node.put("product", "Testimony").put("productVersion", manifest.productVersion());
    node.put("project", manifest.project()).put("codebook", manifest.codebook());
    ArrayNode formats = node.putArray("formats");
    manifest.formats().forEach(written -> write(written, formats.addObject()));
    ArrayNode files = node.putArray("files");
    for (Manifest.Entry entry : manifest.files()) {
      ObjectNode file = files.addObject();
      file.put("path", entry.path()).put("bytes", entry.bytes());
      file.put("sha256", entry.sha256().hex());
      entry.rows().ifPresent(rows -> file.put("rows", rows));
    }
    return StrictJson.writeIndented(node);
  }

  private static void write(Manifest.Written written, ObjectNode node) {
    node.put("format", written.format().id()).put("offsets", "code points");
    if (!written.option().isEmpty()) {
      node.put("mode", written.option());
    }
    ArrayNode losses = node.putArray("losses");
    for (Loss loss : written.losses()) {
      ObjectNode lost = losses.addObject();
      lost.put("kind", loss.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      lost.put("count", loss.count());
      ArrayNode where = lost.putArray("where");
      loss.where().forEach(where::add);
    }
    node.putObject("readBack")
        .put("spans", written.spans())
        .put("fragments", written.fragments())
        .put("equal", true);
  }

  /** The files that a manifest lists; what formats and losses say is for people. */
  static List<Manifest.Entry> readFiles(JsonObject manifest) {
    CorpusJson.requireFormat(manifest);
    manifest.only(
        "format",
        "formatVersion",
        "product",
        "productVersion",
        "project",
        "codebook",
        "formats",
        "files");
    List<Manifest.Entry> files = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (JsonObject file : manifest.objects("files")) {
      file.only("path", "bytes", "sha256", "rows");
      if (!paths.add(file.text("path"))) {
        throw new Malformed(file.at("path"), "this file is listed twice");
      }
      String sha256 = file.text("sha256");
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new Malformed(file.at("sha256"), "64 lower-case hexadecimal digits were expected");
      }
      OptionalInt rows =
          file.has("rows") ? OptionalInt.of(file.integer("rows")) : OptionalInt.empty();
      files.add(
          new Manifest.Entry(file.text("path"), file.longInteger("bytes"), new Hash(sha256), rows));
    }
    return files;
  }
}
