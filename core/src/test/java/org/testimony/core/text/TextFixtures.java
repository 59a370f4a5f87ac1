package org.testimony.core.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts with hostile characters, and their verified offsets in three units. */
final class TextFixtures {

  private TextFixtures() {}

  static byte[] bytes(String file) {
    try (InputStream in = TextFixtures.class.getResourceAsStream("/text/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no fixture " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> cases() {
    JsonNode manifest = StrictJson.read(new String(bytes("manifest.json"), StandardCharsets.UTF_8));
    List<JsonNode> cases = new ArrayList<>();
    manifest.get("cases").forEach(cases::add);
    return cases;
  }
}
