package org.testimony.core.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.testimony.core.text.Span;

/**
 * One labelled span of one annotator, as comparison sees it.
 *
 * @param id unique within the annotator's set
 * @param layer the layer it is on
 * @param span the characters it covers
 * @param words the text that it covers; empty where it is not known
 * @param features feature id to the chosen labels, sorted; an unset feature is absent
 */
public record Mark(
    String id, String layer, Span span, String words, Map<String, List<String>> features) {

  /** Text order: by span, then by id. */
  public static final Comparator<Mark> TEXT_ORDER =
      Comparator.comparing(Mark::span).thenComparing(Mark::id);

  /** Copies the features, drops empty ones and sorts the labels of each. */
  public Mark {
    Map<String, List<String>> copy = new TreeMap<>();
    features.forEach(
        (feature, labels) -> {
          if (!labels.isEmpty()) {
            copy.put(feature, labels.stream().sorted().toList());
          }
        });
    features = java.util.Collections.unmodifiableMap(copy);
  }

  /** A mark of which only the place is known. */
  public Mark(String id, String layer, Span span, Map<String, List<String>> features) {
    this(id, layer, span, "", features);
  }

  /** The labels chosen for a feature; empty where it is unset. */
  public List<String> values(String feature) {
    return features.getOrDefault(feature, List.of());
  }
}
