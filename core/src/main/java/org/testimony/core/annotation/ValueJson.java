package org.testimony.core.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.Span;
import org.testimony.core.text.StrictJson;
import org.testimony.core.text.StrictJson.Malformed;

/** The parts of sets and operations as JSON: values, places, contents, ends of relations. */
public final class ValueJson {

  private ValueJson() {}

  /** A label or text as a text, several labels as an array, a set flag as true. */
  public static JsonNode write(FeatureValue value) {
    if (value instanceof FeatureValue.One one) {
      return TextNode.valueOf(one.text());
    }
    if (value instanceof FeatureValue.Many many) {
      return texts(many.labels());
    }
    return BooleanNode.TRUE;
  }

  /** Texts as an array. */
  public static ArrayNode texts(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** A value, or nothing where the property is absent, null or false. */
  public static Optional<FeatureValue> readValue(JsonObject object, String name) {
    if (!object.has(name)) {
      return Optional.empty();
    }
    JsonNode value = object.any(name);
    if (value.isBoolean()) {
      return value.booleanValue() ? Optional.of(FeatureValue.on()) : Optional.empty();
    }
    try {
      return Optional.of(
          value.isArray()
              ? new FeatureValue.Many(object.texts(name))
              : new FeatureValue.One(object.text(name)));
    } catch (Malformed e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new Malformed(object.at(name), String.valueOf(e.getMessage()));
    }
  }

  /** A span as {@code [[begin, end], …]}. */
  public static ArrayNode write(Span span) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Fragment fragment : span.fragments()) {
      array.addArray().add(fragment.begin()).add(fragment.end());
    }
    return array;
  }

  static ObjectNode write(Change.Place place) {
    ObjectNode node = StrictJson.object();
    node.set("span", write(place.span()));
    node.set("quote", texts(place.quote()));
    return node;
  }

  static Change.Place readPlace(JsonObject object) {
    object.only("span", "quote");
    return new Change.Place(object.span("span"), object.texts("quote"));
  }

  /** Writes a content's properties into an object. */
  static ObjectNode write(Content content, ObjectNode into) {
    into.put("layer", content.layer());
    into.set("span", write(content.span()));
    into.set("quote", texts(content.quote()));
    into.set("features", write(content.features()));
    content.note().ifPresent(note -> into.put("note", note));
    if (content.discuss()) {
      into.put("discuss", true);
    }
    return into;
  }

  static Content readContent(JsonObject object, String... more) {
    String[] names = new String[more.length + 6];
    List.of("layer", "span", "quote", "features", "note", "discuss").toArray(names);
    System.arraycopy(more, 0, names, 6, more.length);
    object.only(names);
    return new Content(
        object.text("layer"),
        object.span("span"),
        object.texts("quote"),
        readFeatures(object, "features"),
        object.optionalText("note"),
        object.flag("discuss"));
  }

  /** Features by id. */
  public static ObjectNode write(Map<String, FeatureValue> features) {
    ObjectNode node = StrictJson.object();
    features.forEach((id, value) -> node.set(id, write(value)));
    return node;
  }

  /** Features by id; an absent property means none. */
  public static Map<String, FeatureValue> readFeatures(JsonObject object, String name) {
    Map<String, FeatureValue> features = new TreeMap<>();
    if (object.has(name)) {
      JsonObject values = object.object(name);
      for (String id : (Iterable<String>) values.node()::fieldNames) {
        readValue(values, id).ifPresent(value -> features.put(id, value));
      }
    }
    return features;
  }

  static ObjectNode write(Relation.Ends ends, ObjectNode into) {
    into.put("type", ends.type());
    into.put("from", ends.from().toString());
    into.put("to", ends.to().toString());
    return into;
  }

  static Relation.Ends readEnds(JsonObject object) {
    return new Relation.Ends(
        object.text("type"),
        new AnnotationId(object.uuid("from")),
        new AnnotationId(object.uuid("to")));
  }
}
