package org.testimony.core.codebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A codebook as a JSON tree in the canonical order of its properties. What is absent is left out;
 * lists are always there, {@code enabled} of anything but a layer only where it is false.
 */
final class CodebookToTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CodebookToTree() {}

  static ObjectNode tree(Codebook codebook) {
    ObjectNode node = NODES.objectNode();
    node.put("id", codebook.id());
    node.put("version", codebook.version().toString());
    node.put("title", codebook.title());
    node.put("description", codebook.description());
    node.put("language", codebook.language());
    node.put("licence", codebook.licence());
    node.set("layers", list(codebook.layers(), CodebookToTree::layer));
    node.set("relations", list(codebook.relations(), CodebookToTree::relation));
    codebook.stance().ifPresent(stance -> node.set("stance", stance(stance)));
    node.set("articleFeatures", list(codebook.articleFeatures(), CodebookToTree::articleFeature));
    node.set("targets", list(codebook.targets(), CodebookToTree::target));
    ObjectNode switches = node.putObject("switches");
    for (Map.Entry<String, Switch> entry : codebook.switches().entrySet()) {
      switches.set(entry.getKey(), decision(entry.getValue()));
    }
    node.set("rules", list(codebook.rules(), CodebookToTree::rule));
    return node;
  }

  private static ObjectNode layer(Layer layer) {
    ObjectNode node = named(layer.id(), layer.title(), layer.definition());
    put(node, "guidance", layer.guidance());
    put(node, "example", layer.example());
    put(node, "counterExample", layer.counterExample());
    node.put("letter", layer.letter());
    node.put("key", layer.key());
    node.put("color", layer.color());
    node.put("enabled", layer.enabled());
    node.set("features", list(layer.features(), CodebookToTree::feature));
    return node;
  }

  private static ObjectNode feature(Feature feature) {
    ObjectNode node = named(feature.id(), feature.title(), feature.definition());
    node.put("type", feature.type().name());
    node.put("required", feature.required());
    node.set("labels", list(feature.labels(), CodebookToTree::label));
    putEnabled(node, feature.enabled());
    return node;
  }

  private static ObjectNode articleFeature(Feature feature) {
    ObjectNode node = named(feature.id(), feature.title(), feature.definition());
    node.put("type", feature.type().name());
    node.put("required", feature.required());
    node.put("perTarget", feature.perTarget());
    node.set("labels", list(feature.labels(), CodebookToTree::label));
    putEnabled(node, feature.enabled());
    return node;
  }

  private static ObjectNode label(Label label) {
    ObjectNode node = named(label.id(), label.title(), label.definition());
    put(node, "example", label.example());
    put(node, "counterExample", label.counterExample());
    put(node, "key", label.key());
    label.color().ifPresent(color -> node.put("color", color));
    put(node, "glyph", label.glyph());
    putEnabled(node, label.enabled());
    return node;
  }

  private static ObjectNode relation(RelationType relation) {
    ObjectNode node = named(relation.id(), relation.title(), relation.definition());
    put(node, "example", relation.example());
    put(node, "counterExample", relation.counterExample());
    node.put("from", relation.from());
    node.put("to", relation.to());
    node.put("min", relation.min());
    relation.max().ifPresent(max -> node.put("max", max));
    if (relation.exempt().isPresent()) {
      ObjectNode exempt = node.putObject("exempt");
      exempt.put("feature", relation.exempt().get().feature());
      exempt.put("label", relation.exempt().get().label());
    }
    putEnabled(node, relation.enabled());
    return node;
  }

  private static ObjectNode stance(Judging stance) {
    ObjectNode node = named(stance.id(), stance.title(), stance.definition());
    node.put("layer", stance.layer());
    node.set("labels", list(stance.labels(), CodebookToTree::label));
    node.set("scale", list(stance.scale(), NODES::textNode));
    return node;
  }

  private static ObjectNode target(Target target) {
    return named(target.id(), target.title(), target.definition());
  }

  private static ObjectNode rule(Rule rule) {
    ObjectNode node = NODES.objectNode();
    node.put("number", rule.number());
    node.put("title", rule.title());
    node.put("text", rule.text());
    node.put("example", rule.example());
    return node;
  }

  private static ObjectNode decision(Switch decision) {
    ObjectNode node = NODES.objectNode();
    node.put("title", decision.title());
    node.put("definition", decision.definition());
    if (decision instanceof Switch.OnOff onOff) {
      node.put("value", onOff.value());
    } else if (decision instanceof Switch.Choice choice) {
      node.put("value", choice.value());
      node.set("options", list(choice.options(), NODES::textNode));
    }
    return node;
  }

  private static ObjectNode named(String id, String title, String definition) {
    ObjectNode node = NODES.objectNode();
    node.put("id", id);
    node.put("title", title);
    node.put("definition", definition);
    return node;
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(present -> node.put(name, present));
  }

  private static void putEnabled(ObjectNode node, boolean enabled) {
    if (!enabled) {
      node.put("enabled", false);
    }
  }

  private static <T> ArrayNode list(List<T> parts, Function<T, ? extends JsonNode> tree) {
    ArrayNode nodes = NODES.arrayNode(parts.size());
    for (T part : parts) {
      nodes.add(tree.apply(part));
    }
    return nodes;
  }
}
