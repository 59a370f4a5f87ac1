package org.testimony.core.codebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Builds a codebook from a tree without faults. What is left out gets its default: {@code enabled}
 * true, {@code required} and {@code perTarget} false, {@code min} 0, lists empty.
 */
final class TreeToCodebook {

  private TreeToCodebook() {}

  static Codebook codebook(JsonNode node) {
    Map<String, Switch> switches = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("switches").properties()) {
      switches.put(entry.getKey(), decision(entry.getValue()));
    }
    return new Codebook(
        text(node, "id"),
        SemanticVersion.parse(text(node, "version")),
        text(node, "title"),
        text(node, "description"),
        text(node, "language"),
        text(node, "licence"),
        list(node.path("layers"), TreeToCodebook::layer),
        list(node.path("relations"), TreeToCodebook::relation),
        node.has("stance") ? Optional.of(stance(node.path("stance"))) : Optional.empty(),
        list(node.path("articleFeatures"), TreeToCodebook::feature),
        list(node.path("targets"), TreeToCodebook::target),
        switches,
        list(node.path("rules"), TreeToCodebook::rule));
  }

  private static Layer layer(JsonNode node) {
    return new Layer(
        text(node, "id"),
        text(node, "title"),
        text(node, "definition"),
        optional(node, "guidance"),
        optional(node, "example"),
        optional(node, "counterExample"),
        text(node, "letter"),
        text(node, "key"),
        node.path("color").intValue(),
        enabled(node),
        list(node.path("features"), TreeToCodebook::feature));
  }

  private static Feature feature(JsonNode node) {
    return new Feature(
        text(node, "id"),
        text(node, "title"),
        text(node, "definition"),
        FeatureType.valueOf(text(node, "type")),
        node.path("required").asBoolean(false),
        node.path("perTarget").asBoolean(false),
        list(node.path("labels"), TreeToCodebook::label),
        enabled(node));
  }

  private static Label label(JsonNode node) {
    return new Label(
        text(node, "id"),
        text(node, "title"),
        text(node, "definition"),
        optional(node, "example"),
        optional(node, "counterExample"),
        optional(node, "key"),
        number(node, "color"),
        optional(node, "glyph"),
        enabled(node));
  }

  private static RelationType relation(JsonNode node) {
    JsonNode exempt = node.path("exempt");
    return new RelationType(
        text(node, "id"),
        text(node, "title"),
        text(node, "definition"),
        optional(node, "example"),
        optional(node, "counterExample"),
        text(node, "from"),
        text(node, "to"),
        node.path("min").asInt(0),
        number(node, "max"),
        exempt.isObject()
            ? Optional.of(new Exemption(text(exempt, "feature"), text(exempt, "label")))
            : Optional.empty(),
        enabled(node));
  }

  private static Judging stance(JsonNode node) {
    return new Judging(
        text(node, "id"),
        text(node, "title"),
        text(node, "definition"),
        text(node, "layer"),
        list(node.path("labels"), TreeToCodebook::label),
        list(node.path("scale"), JsonNode::textValue));
  }

  private static Target target(JsonNode node) {
    return new Target(text(node, "id"), text(node, "title"), text(node, "definition"));
  }

  private static Rule rule(JsonNode node) {
    return new Rule(
        node.path("number").intValue(),
        text(node, "title"),
        text(node, "text"),
        text(node, "example"));
  }

  private static Switch decision(JsonNode node) {
    JsonNode value = node.path("value");
    if (value.isBoolean()) {
      return new Switch.OnOff(text(node, "title"), text(node, "definition"), value.booleanValue());
    }
    return new Switch.Choice(
        text(node, "title"),
        text(node, "definition"),
        value.textValue(),
        list(node.path("options"), JsonNode::textValue));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).textValue();
  }

  private static Optional<String> optional(JsonNode node, String name) {
    return Optional.ofNullable(node.path(name).textValue());
  }

  private static OptionalInt number(JsonNode node, String name) {
    return node.has(name) ? OptionalInt.of(node.path(name).intValue()) : OptionalInt.empty();
  }

  private static boolean enabled(JsonNode node) {
    return node.path("enabled").asBoolean(true);
  }

  private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> part) {
    List<T> parts = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      parts.add(part.apply(node));
    }
    return parts;
  }
}
