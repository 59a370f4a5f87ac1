package org.testimony.core.codebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold between the parts of a document: names used once, references that lead somewhere,
 * keys that do one thing. Works on any tree and passes over what has the wrong type, which {@link
 * DocumentShape} has told already.
 */
final class Coherence {

  private final JsonNode document;
  private final Problems problems;

  private Coherence(JsonNode document, Problems problems) {
    this.document = document;
    this.problems = problems;
  }

  /** Adds every fault between parts. */
  static void check(JsonNode document, Problems problems) {
    new Coherence(document, problems).check();
  }

  private void check() {
    layers();
    relations();
    stance();
    articleFeatures();
    unique(document.path("targets"), "/targets", "id");
    switches();
    rules();
    if (document.isObject()
        && document.path("layers").isEmpty()
        && document.path("articleFeatures").isEmpty()) {
      problems.add("", "has neither a layer nor an article feature: nothing can be labelled");
    }
  }

  private void layers() {
    JsonNode layers = document.path("layers");
    Set<String> names = unique(layers, "/layers", "id");
    unique(document.path("relations"), "/relations", "id", names);
    unique(layers, "/layers", "letter");
    Map<String, String> keys = new HashMap<>();
    keys(layers, "/layers", keys);
    keys(document.path("stance").path("labels"), "/stance/labels", keys);
    for (int i = 0; i < layers.size(); i++) {
      JsonNode features = layers.path(i).path("features");
      String at = "/layers/" + i + "/features";
      features(features, at);
      for (int j = 0; j < features.size(); j++) {
        if (features.path(j).path("perTarget").asBoolean(false)) {
          problems.add(
              at + "/" + j + "/perTarget", "is true, only article features are asked per target");
        }
      }
    }
  }

  private void articleFeatures() {
    features(document.path("articleFeatures"), "/articleFeatures");
  }

  private void features(JsonNode features, String at) {
    unique(features, at, "id");
    for (int i = 0; i < features.size(); i++) {
      JsonNode feature = features.path(i);
      String place = at + "/" + i;
      JsonNode labels = feature.path("labels");
      labels(labels, place + "/labels");
      keys(labels, place + "/labels", new HashMap<>());
      type(feature).ifPresent(type -> labelsFit(type, labels, place + "/labels"));
    }
  }

  private void labelsFit(FeatureType type, JsonNode labels, String at) {
    if (!labels.isArray() && !labels.isMissingNode()) {
      return;
    }
    if (!type.hasLabels() && !labels.isEmpty()) {
      problems.add(
          at, "has labels (%d), a feature of type %s has none".formatted(labels.size(), type));
    }
    if (labels.size() < type.leastLabels()) {
      problems.add(
          at,
          "has too few labels (%d), a feature of type %s needs %d or more"
              .formatted(labels.size(), type, type.leastLabels()));
    } else if (type.hasLabels()) {
      offered(labels, at);
    }
  }

  private void labels(JsonNode labels, String at) {
    unique(labels, at, "id");
    unique(labels, at, "glyph");
  }

  private void offered(JsonNode labels, String at) {
    for (JsonNode label : labels) {
      if (label.path("enabled").asBoolean(true)) {
        return;
      }
    }
    problems.add(at, "offers no label, all are disabled");
  }

  private void relations() {
    JsonNode relations = document.path("relations");
    for (int i = 0; i < relations.size(); i++) {
      JsonNode relation = relations.path(i);
      String at = "/relations/" + i;
      layerExists(relation.path("from"), at + "/from");
      layerExists(relation.path("to"), at + "/to");
      JsonNode min = relation.path("min");
      JsonNode max = relation.path("max");
      if (min.canConvertToInt() && max.canConvertToInt() && max.intValue() < min.intValue()) {
        problems.add(at + "/max", "is %s, less than min %s".formatted(max, min));
      }
      exemption(relation, at + "/exempt");
    }
  }

  private void exemption(JsonNode relation, String at) {
    JsonNode exempt = relation.path("exempt");
    Optional<JsonNode> layer = byId(document.path("layers"), relation.path("from"));
    if (!exempt.path("feature").isTextual() || layer.isEmpty()) {
      return;
    }
    Optional<JsonNode> feature = byId(layer.get().path("features"), exempt.path("feature"));
    if (feature.isEmpty()) {
      problems.add(
          at + "/feature",
          "is %s, no feature of layer %s"
              .formatted(shown(exempt.path("feature")), shown(relation.path("from"))));
      return;
    }
    Optional<FeatureType> type = type(feature.get());
    if (type.isPresent() && !type.get().isSingleLabel()) {
      problems.add(
          at + "/feature",
          "is %s of type %s, expected a feature of exactly one label"
              .formatted(shown(exempt.path("feature")), type.get()));
      return;
    }
    JsonNode label = exempt.path("label");
    if (label.isTextual() && byId(feature.get().path("labels"), label).isEmpty()) {
      problems.add(
          at + "/label",
          "is %s, no label of feature %s".formatted(shown(label), shown(exempt.path("feature"))));
    }
  }

  private void stance() {
    JsonNode stance = document.path("stance");
    if (!stance.isObject()) {
      return;
    }
    layerExists(stance.path("layer"), "/stance/layer");
    JsonNode labels = stance.path("labels");
    labels(labels, "/stance/labels");
    if (labels.isArray() && labels.size() < 2) {
      problems.add(
          "/stance/labels",
          "has too few labels (%d), 2 or more are needed".formatted(labels.size()));
    } else if (labels.isArray()) {
      offered(labels, "/stance/labels");
    }
    scale(stance.path("scale"), labels);
  }

  private void scale(JsonNode scale, JsonNode labels) {
    if (scale.isArray() && scale.size() == 1) {
      problems.add("/stance/scale", "has 1 label, an order needs 2 or more, or none at all");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < scale.size(); i++) {
      JsonNode id = scale.path(i);
      if (!id.isTextual()) {
        continue;
      }
      if (byId(labels, id).isEmpty()) {
        problems.add("/stance/scale/" + i, "is %s, no label of the stance".formatted(shown(id)));
      } else if (!seen.add(id.textValue())) {
        problems.add("/stance/scale/" + i, "is %s once more".formatted(shown(id)));
      }
    }
  }

  private void switches() {
    JsonNode switches = document.path("switches");
    if (!switches.isObject()) {
      return;
    }
    for (Map.Entry<String, JsonNode> entry : switches.properties()) {
      String at = Shape.in("/switches", entry.getKey());
      JsonNode value = entry.getValue().path("value");
      JsonNode options = entry.getValue().path("options");
      if (value.isBoolean() && !options.isMissingNode()) {
        problems.add(at + "/options", "are given, a switch between true and false has none");
      }
      if (value.isTextual()) {
        options(value.textValue(), options, at);
      }
    }
  }

  private void options(String value, JsonNode options, String at) {
    if (!options.isArray() && !options.isMissingNode()) {
      return;
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      String option = options.path(i).asText();
      if (words.contains(option)) {
        problems.add(at + "/options/" + i, "is %s once more".formatted(Wording.shown(option)));
      }
      words.add(option);
    }
    if (words.size() < 2) {
      problems.add(
          at + "/options",
          "has too few options (%d), 2 or more are needed".formatted(words.size()));
    } else if (!words.contains(value)) {
      problems.add(at + "/value", "is %s, none of the options".formatted(Wording.shown(value)));
    }
  }

  private void rules() {
    JsonNode rules = document.path("rules");
    int last = 0;
    for (int i = 0; i < rules.size(); i++) {
      JsonNode number = rules.path(i).path("number");
      if (!number.isIntegralNumber() || !number.canConvertToInt()) {
        continue;
      }
      if (number.intValue() <= last) {
        problems.add(
            "/rules/" + i + "/number",
            "is %s after %d, expected rising numbers".formatted(number, last));
      }
      last = Math.max(last, number.intValue());
    }
  }

  private void layerExists(JsonNode id, String at) {
    if (id.isTextual()
        && Wording.ID.fault(id.textValue()).isEmpty()
        && byId(document.path("layers"), id).isEmpty()) {
      problems.add(at, "is %s, no layer of this codebook".formatted(shown(id)));
    }
  }

  /** Keys of the annotation page: each does one thing. */
  private void keys(JsonNode parts, String at, Map<String, String> taken) {
    for (int i = 0; i < parts.size(); i++) {
      JsonNode key = parts.path(i).path("key");
      if (!key.isTextual()) {
        continue;
      }
      String other = taken.putIfAbsent(key.textValue(), at + "/" + i);
      if (other != null) {
        problems.add(
            at + "/" + i + "/key", "is %s, the key of %s already".formatted(shown(key), other));
      }
    }
  }

  private Set<String> unique(JsonNode parts, String at, String property) {
    return unique(parts, at, property, Set.of());
  }

  /** Names that differ only in case count as the same: some file systems cannot tell them apart. */
  private Set<String> unique(JsonNode parts, String at, String property, Set<String> taken) {
    Set<String> seen = new HashSet<>(taken);
    for (int i = 0; i < parts.size(); i++) {
      JsonNode value = parts.path(i).path(property);
      if (value.isTextual() && !seen.add(value.textValue().toLowerCase(Locale.ROOT))) {
        problems.add(
            at + "/" + i + "/" + property, "is %s, which is used before".formatted(shown(value)));
      }
    }
    return seen;
  }

  private static Optional<JsonNode> byId(JsonNode parts, JsonNode id) {
    for (JsonNode part : parts) {
      if (id.isTextual() && part.path("id").equals(id)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  private static Optional<FeatureType> type(JsonNode feature) {
    String name = feature.path("type").asText();
    for (FeatureType type : FeatureType.values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private static String shown(JsonNode text) {
    return Wording.shown(text.asText());
  }
}
