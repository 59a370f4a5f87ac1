package org.testimony.db.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.ValueJson;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.Span;
import org.testimony.core.text.StrictJson;

/** Spans, quotes and features as JSON in text columns. */
final class ColumnJson {

  private static final String NAME = "value";

  private ColumnJson() {}

  static String span(Span span) {
    return StrictJson.write(ValueJson.write(span));
  }

  static Span span(String column) {
    return wrapped(column).span(NAME);
  }

  static String texts(List<String> texts) {
    return StrictJson.write(ValueJson.texts(texts));
  }

  static List<String> texts(String column) {
    return wrapped(column).texts(NAME);
  }

  static String features(Map<String, FeatureValue> features) {
    return StrictJson.write(ValueJson.write(features));
  }

  static Map<String, FeatureValue> features(String column) {
    return ValueJson.readFeatures(wrapped(column), NAME);
  }

  static String value(FeatureValue value) {
    return StrictJson.write(ValueJson.write(value));
  }

  static FeatureValue value(String column) {
    return ValueJson.readValue(wrapped(column), NAME)
        .orElseThrow(() -> new IllegalStateException("no value is stored in: " + column));
  }

  private static JsonObject wrapped(String column) {
    JsonNode value = StrictJson.read(column);
    ObjectNode wrapper = StrictJson.object();
    wrapper.set(NAME, value);
    return JsonObject.of(wrapper);
  }
}
