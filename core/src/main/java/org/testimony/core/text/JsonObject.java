package org.testimony.core.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.testimony.core.text.StrictJson.Malformed;

/**
 * An object of a JSON document while it is read: each getter checks the type and names the place of
 * a fault. Read with {@link #only} first, so that no property is overlooked.
 *
 * @param node the object
 * @param pointer where it stands in its document
 */
public record JsonObject(JsonNode node, String pointer) {

  /** Refuses anything but an object. */
  public JsonObject {
    if (!node.isObject()) {
      throw new Malformed(pointer, "an object was expected");
    }
  }

  /** The object that is the whole document. */
  public static JsonObject of(JsonNode document) {
    return new JsonObject(document, "");
  }

  /** Refuses properties other than these. */
  public JsonObject only(String... names) {
    Set<String> known = Set.of(names);
    for (String name : (Iterable<String>) node::fieldNames) {
      if (!known.contains(name)) {
        throw new Malformed(
            at(name), "unknown property; known here: " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return this;
  }

  /** The pointer to a property. */
  public String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Whether the property is there and not null. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** The property, whatever it is. */
  public JsonNode any(String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      throw new Malformed(at(name), "this property is required");
    }
    return value;
  }

  /** A text; NUL and halves of surrogate pairs are refused. */
  public String text(String name) {
    return text(any(name), at(name));
  }

  private static String text(JsonNode value, String at) {
    if (!value.isTextual()) {
      throw new Malformed(at, "a text was expected");
    }
    String text = value.textValue();
    if (text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
      throw new Malformed(at, "the text holds NUL or half a surrogate pair");
    }
    return text;
  }

  /** A text, or nothing where the property is absent or null. */
  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A whole number of 32 bits. */
  public int integer(String name) {
    return integer(any(name), at(name));
  }

  private static int integer(JsonNode value, String at) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new Malformed(at, "a whole number was expected");
    }
    return value.intValue();
  }

  /** A whole number of 64 bits. */
  public long longInteger(String name) {
    JsonNode value = any(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new Malformed(at(name), "a whole number was expected");
    }
    return value.longValue();
  }

  /** True, false, or false where the property is absent or null. */
  public boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    JsonNode value = any(name);
    if (!value.isBoolean()) {
      throw new Malformed(at(name), "true or false was expected");
    }
    return value.booleanValue();
  }

  /** A UUID in its usual form. */
  public UUID uuid(String name) {
    String text = text(name);
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw new Malformed(at(name), "a UUID was expected");
    }
    return UUID.fromString(text);
  }

  /** A constant of an enumeration. */
  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    String text = text(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw new Malformed(
        at(name), "one of %s was expected".formatted(List.of(type.getEnumConstants())));
  }

  /** An object. */
  public JsonObject object(String name) {
    return new JsonObject(any(name), at(name));
  }

  /** The elements of an array, each an object. */
  public List<JsonObject> objects(String name) {
    List<JsonObject> objects = new ArrayList<>();
    List<JsonNode> elements = elements(name);
    for (int i = 0; i < elements.size(); i++) {
      objects.add(new JsonObject(elements.get(i), at(name) + "/" + i));
    }
    return objects;
  }

  /** The elements of an array, each a text. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    List<JsonNode> elements = elements(name);
    for (int i = 0; i < elements.size(); i++) {
      texts.add(text(elements.get(i), at(name) + "/" + i));
    }
    return texts;
  }

  /** A span as {@code [[begin, end], …]}, in code points. */
  public Span span(String name) {
    List<Fragment> fragments = new ArrayList<>();
    List<JsonNode> elements = elements(name);
    for (int i = 0; i < elements.size(); i++) {
      JsonNode pair = elements.get(i);
      String at = at(name) + "/" + i;
      if (!pair.isArray() || pair.size() != 2) {
        throw new Malformed(at, "a pair [begin, end] was expected");
      }
      int begin = integer(pair.get(0), at + "/0");
      int end = integer(pair.get(1), at + "/1");
      fragments.add(fragment(begin, end, at));
    }
    try {
      return new Span(fragments);
    } catch (IllegalArgumentException e) {
      throw new Malformed(at(name), String.valueOf(e.getMessage()));
    }
  }

  private static Fragment fragment(int begin, int end, String at) {
    try {
      return new Fragment(begin, end);
    } catch (IllegalArgumentException e) {
      throw new Malformed(at, String.valueOf(e.getMessage()));
    }
  }

  /** The elements of an array. */
  public List<JsonNode> elements(String name) {
    JsonNode value = any(name);
    if (!value.isArray()) {
      throw new Malformed(at(name), "an array was expected");
    }
    List<JsonNode> elements = new ArrayList<>(value.size());
    value.forEach(elements::add);
    return elements;
  }
}
