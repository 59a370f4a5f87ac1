package org.testimony.core.claims;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.testimony.core.claims.FixedClaim.Place;
import org.testimony.core.claims.FixedClaim.Words;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.core.text.StrictJson.Malformed;

/**
 * Reads claims from JSON lines, one object a claim: {@code article}, {@code span} as a list of
 * {@code [begin, end]}, and, where they are known, {@code quote} (a text for each fragment), {@code
 * features} and {@code speakers}, each with span, quote and features of its own.
 */
final class ClaimsJsonLines {

  private ClaimsJsonLines() {}

  static List<FixedClaim> read(List<String> lines) throws ClaimsRefused {
    List<FixedClaim> claims = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        claims.add(claim(i + 1L, lines.get(i)));
      }
    }
    return claims;
  }

  private static FixedClaim claim(long line, String text) throws ClaimsRefused {
    try {
      JsonObject object = JsonObject.of(StrictJson.read(text));
      object.only("article", "span", "quote", "features", "speakers");
      List<Words> speakers = new ArrayList<>();
      if (object.has("speakers")) {
        for (JsonObject speaker : object.objects("speakers")) {
          speakers.add(words(speaker.only("span", "quote", "features")));
        }
      }
      return new FixedClaim(line, object.text("article"), words(object), speakers);
    } catch (Malformed e) {
      throw new ClaimsRefused(line, "%s: %s".formatted(e.pointer(), e.getMessage()));
    }
  }

  private static Words words(JsonObject object) {
    List<Place> fragments = new ArrayList<>();
    for (Fragment fragment : object.span("span").fragments()) {
      fragments.add(new Place(fragment.begin(), fragment.end()));
    }
    Map<String, List<String>> features = new TreeMap<>();
    if (object.has("features")) {
      JsonObject given = object.object("features");
      given.node().fieldNames().forEachRemaining(id -> features.put(id, values(given, id)));
    }
    return new Words(fragments, object.has("quote") ? object.texts("quote") : List.of(), features);
  }

  private static List<String> values(JsonObject features, String id) {
    JsonNode value = features.any(id);
    if (value.isArray()) {
      return features.texts(id);
    }
    return List.of(value.isBoolean() ? value.asText() : features.text(id));
  }
}
