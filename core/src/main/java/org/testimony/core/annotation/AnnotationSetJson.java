package org.testimony.core.annotation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;

/** A whole annotation set as JSON: the form of the page, of exports and of tests. */
public final class AnnotationSetJson {

  private AnnotationSetJson() {}

  /** The set as an object with spans, relations, judgements, values, note and discuss. */
  public static ObjectNode write(AnnotationSet set) {
    ObjectNode node = StrictJson.object();
    ArrayNode spans = node.putArray("spans");
    for (Annotation annotation : set.annotations().values()) {
      ObjectNode span = spans.addObject().put("id", annotation.id().toString());
      ValueJson.write(annotation.content(), span).put("origin", annotation.origin().name());
    }
    ArrayNode relations = node.putArray("relations");
    for (Relation relation : set.relations().values()) {
      ValueJson.write(relation.ends(), relations.addObject().put("id", relation.id().toString()));
    }
    ArrayNode judgements = node.putArray("judgements");
    set.judgements()
        .forEach(
            (key, value) ->
                judgements
                    .addObject()
                    .put("claim", key.claim().toString())
                    .put("target", key.target())
                    .put("value", value));
    ArrayNode values = node.putArray("values");
    set.values()
        .forEach(
            (key, value) -> {
              ObjectNode entry = values.addObject().put("feature", key.feature());
              key.target().ifPresent(target -> entry.put("target", target));
              entry.set("value", ValueJson.write(value));
            });
    set.note().ifPresent(note -> node.put("note", note));
    if (set.discuss()) {
      node.put("discuss", true);
    }
    return node;
  }

  /**
   * The set that an object describes.
   *
   * @throws StrictJson.Malformed when it has another form
   */
  public static AnnotationSet read(JsonObject object) {
    object.only("spans", "relations", "judgements", "values", "note", "discuss");
    Map<AnnotationId, Annotation> annotations = new TreeMap<>();
    for (JsonObject span : object.objects("spans")) {
      AnnotationId id = new AnnotationId(span.uuid("id"));
      Content content = ValueJson.readContent(span, "id", "origin");
      annotations.put(id, new Annotation(id, content, span.constant("origin", Origin.class)));
    }
    Map<RelationId, Relation> relations = new TreeMap<>();
    for (JsonObject relation : object.objects("relations")) {
      relation.only("id", "type", "from", "to");
      RelationId id = new RelationId(relation.uuid("id"));
      relations.put(id, new Relation(id, ValueJson.readEnds(relation)));
    }
    Map<JudgementKey, String> judgements = new TreeMap<>();
    for (JsonObject judgement : object.objects("judgements")) {
      judgement.only("claim", "target", "value");
      AnnotationId claim = new AnnotationId(judgement.uuid("claim"));
      judgements.put(new JudgementKey(claim, judgement.text("target")), judgement.text("value"));
    }
    Map<ValueKey, FeatureValue> values = new TreeMap<>();
    for (JsonObject value : object.objects("values")) {
      value.only("feature", "target", "value");
      ValueKey key = new ValueKey(value.text("feature"), value.optionalText("target"));
      ValueJson.readValue(value, "value").ifPresent(v -> values.put(key, v));
    }
    Optional<String> note = object.optionalText("note");
    return new AnnotationSet(
        annotations, relations, judgements, values, note, object.flag("discuss"));
  }
}
