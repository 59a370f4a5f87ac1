package org.testimony.core.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testimony.core.text.Hash;

/** Releases in memory, which a test may spoil. */
final class Releases {

  private Releases() {}

  static ReleaseOptions options(CsvMode csv, Format... formats) {
    return new ReleaseOptions(EnumSet.copyOf(List.of(formats)), csv, "1.2.3");
  }

  static Map<String, byte[]> write(Corpus corpus, CsvMode csv, Format... formats) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ReleaseWriter.write(
        corpus, options(csv, formats), file -> files.put(file.path(), file.bytes()));
    return files;
  }

  static String text(Map<String, byte[]> files, String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  static Archive archive(Map<String, byte[]> files) {
    return new Archive() {
      @Override
      public List<String> paths() {
        return List.copyOf(files.keySet());
      }

      @Override
      public InputStream open(String path) {
        return new ByteArrayInputStream(files.get(path));
      }
    };
  }

  static Corpus read(Map<String, byte[]> files) throws Unreadable {
    try {
      return ReleaseReader.read(archive(files), ReleaseReader.Limits.USUAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces words in a file and makes the manifest agree, as a forger would. */
  static void forge(Map<String, byte[]> files, String path, String from, String to) {
    String before = text(files, path);
    String after = before.replace(from, to);
    if (before.equals(after)) {
      throw new IllegalArgumentException(path + " has no " + from);
    }
    files.put(path, after.getBytes(StandardCharsets.UTF_8));
    try {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode manifest = (ObjectNode) mapper.readTree(files.get(Manifest.PATH));
      manifest
          .get("files")
          .forEach(
              entry -> {
                if (entry.get("path").asText().equals(path)) {
                  ((ObjectNode) entry).put("bytes", files.get(path).length);
                  ((ObjectNode) entry).put("sha256", Hash.of(files.get(path)).hex());
                }
              });
      files.put(Manifest.PATH, mapper.writeValueAsBytes(manifest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
