package org.testimony.core.codebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one place of a document may hold. Shapes are put together like the document itself. */
@FunctionalInterface
interface Shape {

  /**
   * Finds every fault at and below a place.
   *
   * @param node what stands there
   * @param at its JSON Pointer
   * @param problems takes the faults
   */
  void check(JsonNode node, String at, Problems problems);

  /**
   * A named place of an object.
   *
   * @param required whether the object is wrong without it
   */
  record Property(String name, Shape shape, boolean required) {}

  /** A property that must be there. */
  static Property required(String name, Shape shape) {
    return new Property(name, shape, true);
  }

  /** A property that may be left out. */
  static Property optional(String name, Shape shape) {
    return new Property(name, shape, false);
  }

  /** Words that follow a rule. */
  static Shape words(Wording wording) {
    return (node, at, problems) -> {
      if (!node.isTextual()) {
        problems.add(at, wrongType("a string", node));
        return;
      }
      wording.fault(node.textValue()).ifPresent(fault -> problems.add(at, fault));
    };
  }

  /** One of the given words. */
  static Shape oneOf(List<String> words) {
    return (node, at, problems) -> {
      if (!node.isTextual()) {
        problems.add(at, wrongType("a string", node));
      } else if (!words.contains(node.textValue())) {
        problems.add(
            at,
            "is %s, expected one of %s"
                .formatted(Wording.shown(node.textValue()), String.join(", ", words)));
      }
    };
  }

  /** True or false. */
  static Shape flag() {
    return (node, at, problems) -> {
      if (!node.isBoolean()) {
        problems.add(at, wrongType("true or false", node));
      }
    };
  }

  /** A whole number. */
  static Shape whole(Numbers numbers) {
    return (node, at, problems) -> {
      if (!node.isIntegralNumber()) {
        problems.add(at, wrongType(numbers.toString(), node));
      } else if (!node.canConvertToInt() || !numbers.contains(node.intValue())) {
        problems.add(at, "is %s, expected %s".formatted(node.asText(), numbers));
      }
    };
  }

  /** A list of alike items. */
  static Shape list(Shape each, int most) {
    return (node, at, problems) -> {
      if (!node.isArray()) {
        problems.add(at, wrongType("a list", node));
        return;
      }
      if (node.size() > most) {
        problems.add(at, "has %d items, at most %d are allowed".formatted(node.size(), most));
        return;
      }
      for (int i = 0; i < node.size(); i++) {
        each.check(node.get(i), at + "/" + i, problems);
      }
    };
  }

  /** An object whose property names are data. */
  static Shape map(Wording names, Shape each, int most) {
    return (node, at, problems) -> {
      if (!node.isObject()) {
        problems.add(at, wrongType("an object", node));
        return;
      }
      if (node.size() > most) {
        problems.add(at, "has %d entries, at most %d are allowed".formatted(node.size(), most));
        return;
      }
      Map<String, String> seen = new HashMap<>();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        Optional<String> fault = names.fault(entry.getKey());
        if (fault.isPresent()) {
          problems.add(at, "has an entry whose name " + fault.get());
          continue;
        }
        String other = seen.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getKey());
        if (other != null) {
          problems.add(in(at, entry.getKey()), "differs from %s only in case".formatted(other));
        }
        each.check(entry.getValue(), in(at, entry.getKey()), problems);
      }
    };
  }

  /** An object with these properties and no others. */
  static Shape object(Property... properties) {
    List<Property> known = List.copyOf(Arrays.asList(properties));
    return (node, at, problems) -> {
      if (!node.isObject()) {
        problems.add(at, wrongType("an object", node));
        return;
      }
      for (Property property : known) {
        JsonNode value = node.get(property.name());
        if (value != null) {
          property.shape().check(value, in(at, property.name()), problems);
        } else if (property.required()) {
          problems.add(in(at, property.name()), "is missing");
        }
      }
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (known.stream().noneMatch(property -> property.name().equals(entry.getKey()))) {
          unknown(entry.getKey(), at, problems);
        }
      }
    };
  }

  /** The pointer of a property below a place. */
  static String in(String at, String name) {
    return at + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Says what was expected and what stands there. */
  static String wrongType(String expected, JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "is a list, expected " + expected;
      case OBJECT -> "is an object, expected " + expected;
      case STRING -> "is a string, expected " + expected;
      case BOOLEAN -> "is %s, expected %s".formatted(node.asText(), expected);
      case NUMBER -> "is the number %s, expected %s".formatted(node.asText(), expected);
      default -> "is null, expected %s; what is not set is left out".formatted(expected);
    };
  }

  /** A name that cannot stand in a pointer is told in words at the object. */
  private static void unknown(String name, String at, Problems problems) {
    if (Wording.TITLE.fault(name).isPresent()) {
      problems.add(at, "has an unknown property " + Wording.shown(name));
    } else {
      problems.add(in(at, name), "is no property of the format");
    }
  }
}
