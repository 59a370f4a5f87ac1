package org.testimony.core.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testimony.core.text.Fragment;

/** Reads articles and annotations of the own format token by token and cuts every span. */
final class JsonlReadBack extends ReadBack {

  private static final JsonFactory TOKENS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(20_000_000).build())
          .build();

  private final Map<String, ReleasedSet.Annotation> expected = new LinkedHashMap<>();
  private final Map<String, String> articles = new HashMap<>();

  JsonlReadBack(Corpus corpus) {
    for (Corpus.Labelled labelled : corpus.labelled()) {
      articles.put(labelled.assignment().name(), labelled.article().name());
      labelled.set().annotations().forEach(a -> expected.put(a.name(), a));
    }
  }

  @Override
  void take(ReleaseFile file) {
    boolean texts = file.path().equals("articles.jsonl");
    if (!texts && !file.path().equals("annotations.jsonl")) {
      return;
    }
    try (JsonParser parser = TOKENS.createParser(file.bytes())) {
      while (parser.nextToken() != null) {
        Map<?, ?> document = (Map<?, ?>) value(parser);
        if (texts) {
          keepText(text(document, "article"), text(document, "text"));
        } else {
          spans(document);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.path() + " cannot be read back", e);
    }
  }

  private void spans(Map<?, ?> set) {
    String article = articles.getOrDefault(text(set, "assignment"), "");
    for (Object span : list(set, "spans")) {
      compare((Map<?, ?>) span, text(article));
    }
  }

  private void compare(Map<?, ?> span, int[] text) {
    String name = text(span, "id");
    ReleasedSet.Annotation annotation = expected.remove(name);
    if (annotation == null) {
      difference(name, "an annotation", "none");
      return;
    }
    List<String> covered = new ArrayList<>();
    List<Fragment> places = new ArrayList<>();
    for (Object pair : list(span, "span")) {
      int begin = ((Number) ((List<?>) pair).get(0)).intValue();
      int end = ((Number) ((List<?>) pair).get(1)).intValue();
      covered.add(cut(text, begin, end));
      places.add(new Fragment(begin, end));
    }
    requireEqual(name, covered, annotation.words().exact());
    requireEqual(name, places, annotation.span().fragments());
    requireEqual(name, list(span, "quote"), covered);
    compared(covered.size());
  }

  @Override
  void finish() {
    expected.keySet().forEach(name -> difference(name, "nothing", "an annotation"));
  }

  private static String text(Map<?, ?> object, String name) {
    return String.valueOf(object.get(name));
  }

  private static List<?> list(Map<?, ?> object, String name) {
    return object.get(name) instanceof List<?> list ? list : List.of();
  }

  /** The value that starts at the parser's token: maps, lists, texts, numbers, truth values. */
  private static Object value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> object = new HashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        object.put(name, value(parser));
      }
      return object;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser));
      }
      return array;
    }
    return parser.currentToken().isNumeric() ? parser.getNumberValue() : parser.getText();
  }
}
