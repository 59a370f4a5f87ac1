package org.testimony.core.inception;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testimony.core.text.Decoding;
import org.testimony.core.text.StrictJson;

/**
 * Reads UIMA CAS JSON 0.4: feature structures with {@code %ID} and {@code %TYPE}, the text in the
 * Sofa of the initial view, only members of that view.
 *
 * @param place the file, for messages
 * @param types the types whose annotations are wanted
 */
record JsonCas(String place, Set<String> types) {

  private static final String STRUCTURES = "%FEATURE_STRUCTURES";
  private static final String VIEW = "_InitialView";
  private static final String SOFA = "uima.cas.Sofa";
  private static final Set<String> ARRAYS =
      Set.of(
          "uima.cas.StringArray",
          "uima.cas.BooleanArray",
          "uima.cas.ByteArray",
          "uima.cas.ShortArray",
          "uima.cas.IntegerArray",
          "uima.cas.LongArray",
          "uima.cas.FloatArray",
          "uima.cas.DoubleArray");

  Cas read(byte[] bytes) {
    if (!(Decoding.utf8(bytes) instanceof Decoding.Decoded decoded)) {
      throw new ExportRefused(place, "expected UTF-8");
    }
    JsonNode document;
    try {
      document = StrictJson.read(decoded.text().characters());
    } catch (StrictJson.Malformed e) {
      throw new ExportRefused(place, String.valueOf(e.getMessage()));
    }
    if (!document.path(STRUCTURES).isContainerNode()) {
      throw new ExportRefused(place, "expected UIMA CAS JSON with " + STRUCTURES);
    }
    return read(document);
  }

  private Cas read(JsonNode document) {
    Map<Long, JsonNode> byId = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : document.get(STRUCTURES).properties()) {
      if (entry.getKey().matches("[0-9]{1,18}")) {
        byId.put(Long.parseLong(entry.getKey()), entry.getValue());
      }
    }
    for (JsonNode structure : document.get(STRUCTURES)) {
      if (structure.path("%ID").isIntegralNumber()) {
        byId.put(structure.get("%ID").longValue(), structure);
      }
    }
    JsonNode view = document.path("%VIEWS").path(VIEW);
    JsonNode sofa = sofa(byId, view);
    Set<Long> members = new HashSet<>();
    view.path("%MEMBERS").forEach(member -> members.add(member.longValue()));
    List<Cas.Annotation> annotations = new ArrayList<>();
    byId.forEach(
        (id, structure) -> {
          boolean wanted = types.contains(structure.path("%TYPE").asText());
          if (wanted && (members.isEmpty() || members.contains(id))) {
            annotations.add(annotation(structure, byId));
          }
        });
    return new Cas(sofa.get("sofaString").textValue(), annotations);
  }

  private JsonNode sofa(Map<Long, JsonNode> byId, JsonNode view) {
    Optional<JsonNode> named =
        view.path("%SOFA").isIntegralNumber()
            ? Optional.ofNullable(byId.get(view.get("%SOFA").longValue()))
            : byId.values().stream()
                .filter(structure -> structure.path("%TYPE").asText().equals(SOFA))
                .filter(structure -> structure.path("sofaID").asText().equals(VIEW))
                .findFirst();
    return named
        .filter(sofa -> sofa.path("sofaString").isTextual())
        .orElseThrow(() -> new ExportRefused(place, "expected a Sofa with the text of " + VIEW));
  }

  private Cas.Annotation annotation(JsonNode structure, Map<Long, JsonNode> byId) {
    Map<String, List<String>> features = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : structure.properties()) {
      String name = entry.getKey();
      if (name.startsWith("@")) {
        List<String> elements = elements(byId.get(entry.getValue().longValue()));
        if (!elements.isEmpty()) {
          features.put(name.substring(1), elements);
        }
      } else if (!name.startsWith("%")
          && !name.equals("begin")
          && !name.equals("end")
          && entry.getValue().isValueNode()
          && !entry.getValue().isNull()) {
        features.put(name, List.of(entry.getValue().asText()));
      }
    }
    return new Cas.Annotation(structure.path("%TYPE").asText(), range(structure), features);
  }

  private Optional<Cas.Range> range(JsonNode structure) {
    if (!structure.has("begin") && !structure.has("end")) {
      return Optional.empty();
    }
    if (!structure.path("begin").canConvertToInt() || !structure.path("end").canConvertToInt()) {
      throw new ExportRefused(
          place, "annotation %s has no whole offsets".formatted(structure.path("%ID").asText()));
    }
    return Optional.of(
        new Cas.Range(structure.path("begin").intValue(), structure.path("end").intValue()));
  }

  /** The elements of an array of strings or numbers; none of anything else. */
  private static List<String> elements(@Nullable JsonNode structure) {
    List<String> elements = new ArrayList<>();
    if (structure != null && ARRAYS.contains(structure.path("%TYPE").asText())) {
      for (JsonNode element : structure.path("%ELEMENTS")) {
        if (element.isValueNode() && !element.isNull()) {
          elements.add(element.asText());
        }
      }
    }
    return elements;
  }
}
