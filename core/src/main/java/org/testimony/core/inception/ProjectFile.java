package org.testimony.core.inception;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.testimony.core.inception.InceptionLayer.Feature;
import org.testimony.core.inception.InceptionLayer.Kind;
import org.testimony.core.text.Decoding;
import org.testimony.core.text.StrictJson;

/**
 * What {@code exportedproject.json} says about a project.
 *
 * @param name its name
 * @param layers its layers
 * @param states document to annotator to state
 */
record ProjectFile(
    String name, List<InceptionLayer> layers, Map<String, Map<String, String>> states) {

  private static final Set<String> PLAIN =
      Set.of(
          "uima.cas.String",
          "uima.cas.Boolean",
          "uima.cas.Integer",
          "uima.cas.Long",
          "uima.cas.Float",
          "uima.cas.Double",
          "uima.cas.StringArray");

  static ProjectFile read(String place, byte[] bytes) {
    if (!(Decoding.utf8(bytes) instanceof Decoding.Decoded decoded)) {
      throw new ExportRefused(place, "expected UTF-8");
    }
    JsonNode project;
    try {
      project = StrictJson.read(decoded.text().characters());
    } catch (StrictJson.Malformed e) {
      throw new ExportRefused(place, String.valueOf(e.getMessage()));
    }
    if (!project.path("layers").isArray() || !project.path("annotation_documents").isArray()) {
      throw new ExportRefused(place, "expected a project with layers and annotation_documents");
    }
    List<InceptionLayer> layers = new ArrayList<>();
    project.get("layers").forEach(layer -> layers.add(layer(layer)));
    Map<String, Map<String, String>> states = new TreeMap<>();
    for (JsonNode document : project.get("annotation_documents")) {
      states
          .computeIfAbsent(document.path("name").asText(), name -> new TreeMap<>())
          .put(document.path("user").asText(), document.path("state").asText());
    }
    return new ProjectFile(project.path("name").asText(), layers, states);
  }

  private static InceptionLayer layer(JsonNode node) {
    Kind kind =
        switch (node.path("type").asText()) {
          case "span" -> Kind.SPAN;
          case "document-metadata" -> Kind.DOCUMENT;
          default -> Kind.OTHER;
        };
    List<Feature> features = new ArrayList<>();
    for (JsonNode feature : node.path("features")) {
      String type = feature.path("type").asText();
      if (PLAIN.contains(type) || type.startsWith("kb:")) {
        String name = feature.path("name").asText();
        features.add(new Feature(name, feature.path("uiName").asText(name)));
      }
    }
    String name = node.path("name").asText();
    return new InceptionLayer(
        name,
        node.path("uiName").asText(name),
        kind,
        node.path("enabled").asBoolean(true),
        features);
  }
}
