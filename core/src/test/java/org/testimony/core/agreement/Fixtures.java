package org.testimony.core.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testimony.core.text.Span;

/** Reads the published examples. */
final class Fixtures {

  private Fixtures() {}

  static JsonNode read(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode codingCase(String id) {
    return named(read("coding-cases.json"), id);
  }

  static JsonNode unitizingCase(String id) {
    return named(read("unitizing-cases.json"), id);
  }

  private static JsonNode named(JsonNode file, String id) {
    for (JsonNode one : file.get("cases")) {
      if (one.get("id").asText().equals(id)) {
        return one;
      }
    }
    throw new IllegalArgumentException("no case " + id);
  }

  /** Items as rows of labels, a column each annotator, or a contingency table of two. */
  static LabelData labels(JsonNode node) {
    List<String> names = new ArrayList<>();
    JsonNode declared =
        node.has("categories") ? node.get("categories") : node.get("declared_categories");
    if (declared != null) {
      declared.forEach(name -> names.add(name.asText()));
    } else {
      node.get("items")
          .forEach(
              row ->
                  row.forEach(
                      cell -> {
                        if (!cell.isNull() && !names.contains(cell.asText())) {
                          names.add(cell.asText());
                        }
                      }));
    }
    Labels labels = Labels.of(names);
    return node.has("items") ? items(labels, node.get("items")) : table(labels, node);
  }

  static LabelData items(Labels labels, JsonNode rows) {
    int width = rows.isEmpty() ? 0 : rows.get(0).size();
    LabelData.Builder builder = LabelData.builder(labels, annotators(width));
    int number = 0;
    for (JsonNode row : rows) {
      Map<String, String> values = new HashMap<>();
      for (int a = 0; a < row.size(); a++) {
        if (!row.get(a).isNull()) {
          values.put("r" + (a + 1), row.get(a).asText());
        }
      }
      builder.item("i" + number, "i" + number, values);
      number++;
    }
    return builder.build();
  }

  private static LabelData table(Labels labels, JsonNode node) {
    LabelData.Builder builder = LabelData.builder(labels, annotators(2));
    int number = 0;
    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < labels.size(); j++) {
        for (int n = 0; n < node.get("contingency_table").get(i).get(j).asInt(); n++) {
          builder.item(
              "i" + number, "i" + number, Map.of("r1", labels.name(i), "r2", labels.name(j)));
          number++;
        }
      }
    }
    return builder.build();
  }

  static List<String> annotators(int number) {
    List<String> names = new ArrayList<>();
    for (int a = 1; a <= number; a++) {
      names.add("r" + a);
    }
    return names;
  }

  /** The values that labels stand for: the labels themselves where they are numbers. */
  static double[] numbers(Labels labels) {
    return labels.names().stream().mapToDouble(Double::parseDouble).toArray();
  }

  static SpanDocument spans(JsonNode node) {
    List<String> annotators = new ArrayList<>();
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    node.get("spans")
        .properties()
        .forEach(
            entry -> {
              annotators.add(entry.getKey());
              for (JsonNode span : entry.getValue()) {
                spans.add(
                    new SpanDocument.Labelled(
                        entry.getKey(),
                        "s" + spans.size(),
                        Span.of(span.get(0).asInt(), span.get(1).asInt()),
                        span.get(2).asText()));
              }
            });
    String id = node.get("id").asText();
    return new SpanDocument(id, id, node.get("length").asInt(), annotators, spans);
  }

  static LabelAgreement agreement(LabelData data) {
    return new LabelAgreement(data, "item", List.of(), Resampling.none());
  }
}
