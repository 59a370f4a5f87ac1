package org.testimony.core.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Origin;
import org.testimony.core.annotation.ValueJson;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.Quote;
import org.testimony.core.text.StrictJson;

/** Released sets as JSON objects. */
final class SetJson {

  private SetJson() {}

  static ObjectNode write(String assignment, ReleasedSet set) {
    ObjectNode node = StrictJson.object();
    node.put("set", set.name()).put("assignment", assignment);
    ArrayNode spans = node.putArray("spans");
    set.annotations().forEach(annotation -> write(annotation, spans.addObject()));
    ArrayNode relations = node.putArray("relations");
    for (ReleasedSet.Relation relation : set.relations()) {
      relations
          .addObject()
          .put("id", relation.name())
          .put("type", relation.type())
          .put("from", relation.from())
          .put("to", relation.to());
    }
    ArrayNode judgements = node.putArray("judgements");
    for (ReleasedSet.Judgement judgement : set.judgements()) {
      judgements
          .addObject()
          .put("claim", judgement.claim())
          .put("target", judgement.target())
          .put("value", judgement.value());
    }
    ArrayNode values = node.putArray("values");
    set.values().forEach((key, value) -> write(key, value, values.addObject()));
    set.note().ifPresent(note -> node.put("note", note));
    if (set.discuss()) {
      node.put("discuss", true);
    }
    return node;
  }

  private static void write(ReleasedSet.Annotation annotation, ObjectNode node) {
    node.put("id", annotation.name()).put("layer", annotation.layer());
    node.set("span", ValueJson.write(annotation.span()));
    node.set("quote", ValueJson.texts(annotation.words().exact()));
    node.put("prefix", annotation.words().prefix()).put("suffix", annotation.words().suffix());
    node.set("features", ValueJson.write(annotation.features()));
    annotation.note().ifPresent(note -> node.put("note", note));
    if (annotation.discuss()) {
      node.put("discuss", true);
    }
    node.put("origin", annotation.origin().name()).put("codebook", annotation.codebook());
  }

  private static void write(ValueKey key, FeatureValue value, ObjectNode node) {
    node.put("feature", key.feature());
    key.target().ifPresent(target -> node.put("target", target));
    node.set("value", ValueJson.write(value));
  }

  static ReleasedSet read(JsonObject object) {
    object.only(
        "set", "assignment", "spans", "relations", "judgements", "values", "note", "discuss");
    List<ReleasedSet.Annotation> annotations = new ArrayList<>();
    object.objects("spans").forEach(span -> annotations.add(readAnnotation(span)));
    List<ReleasedSet.Relation> relations = new ArrayList<>();
    for (JsonObject relation : object.objects("relations")) {
      relation.only("id", "type", "from", "to");
      relations.add(
          new ReleasedSet.Relation(
              relation.text("id"),
              relation.text("type"),
              relation.text("from"),
              relation.text("to")));
    }
    List<ReleasedSet.Judgement> judgements = new ArrayList<>();
    for (JsonObject judgement : object.objects("judgements")) {
      judgement.only("claim", "target", "value");
      judgements.add(
          new ReleasedSet.Judgement(
              judgement.text("claim"), judgement.text("target"), judgement.text("value")));
    }
    return new ReleasedSet(
        object.text("set"),
        annotations,
        relations,
        judgements,
        readValues(object),
        object.optionalText("note"),
        object.flag("discuss"));
  }

  private static ReleasedSet.Annotation readAnnotation(JsonObject span) {
    span.only(
        "id",
        "layer",
        "span",
        "quote",
        "prefix",
        "suffix",
        "features",
        "note",
        "discuss",
        "origin",
        "codebook");
    return new ReleasedSet.Annotation(
        span.text("id"),
        span.text("layer"),
        span.span("span"),
        new Quote(span.texts("quote"), span.text("prefix"), span.text("suffix")),
        ValueJson.readFeatures(span, "features"),
        span.optionalText("note"),
        span.flag("discuss"),
        span.constant("origin", Origin.class),
        span.text("codebook"));
  }

  private static Map<ValueKey, FeatureValue> readValues(JsonObject object) {
    Map<ValueKey, FeatureValue> values = new TreeMap<>();
    for (JsonObject value : object.objects("values")) {
      value.only("feature", "target", "value");
      ValueKey key = new ValueKey(value.text("feature"), value.optionalText("target"));
      FeatureValue read =
          ValueJson.readValue(value, "value")
              .orElseThrow(
                  () -> new StrictJson.Malformed(value.at("value"), "a value was expected"));
      if (values.put(key, read) != null) {
        throw new StrictJson.Malformed(value.pointer(), "this value of the article stands twice");
      }
    }
    return values;
  }
}
