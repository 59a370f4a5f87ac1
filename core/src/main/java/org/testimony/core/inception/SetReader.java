package org.testimony.core.inception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ArticleValue;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/**
 * Makes an annotator's set of the annotations of a file. Marks are numbered in text order, so that
 * the order in the file has no effect and all formats give the same set.
 */
final class SetReader {

  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::layer)
          .thenComparing(Found::fragment)
          .thenComparing(found -> new TreeMap<>(found.features()).toString());

  private final Map<String, InceptionLayer> layers;
  private long empty;

  /** Reads the annotations of these layers, by name. */
  SetReader(Map<String, InceptionLayer> layers) {
    this.layers = layers;
  }

  private record Found(String layer, Fragment fragment, Map<String, List<String>> features) {}

  /** The types whose annotations are read. */
  Set<String> types() {
    Set<String> types = new HashSet<>(layers.keySet());
    types.add(Cas.TOKEN);
    return types;
  }

  /** The tokens of a text in order, whatever else there is. */
  static List<Fragment> tokens(String place, Cas cas, CodePoints offsets) {
    TreeSet<Fragment> tokens = new TreeSet<>();
    for (Cas.Annotation annotation : cas.annotations()) {
      boolean token = annotation.type().equals(Cas.TOKEN);
      annotation
          .range()
          .filter(range -> token && range.begin() < range.end())
          .ifPresent(range -> tokens.add(fragment(place, range, offsets)));
    }
    return List.copyOf(tokens);
  }

  /** Annotations left out because they cover no character. */
  long empty() {
    return empty;
  }

  AnnotatorSet set(String place, String annotator, Cas cas, CodePoints offsets) {
    List<Found> spans = new ArrayList<>();
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Cas.Annotation annotation : cas.annotations()) {
      InceptionLayer layer = layers.get(annotation.type());
      if (layer == null) {
        continue;
      }
      Map<String, List<String>> features = plain(layer, annotation);
      Optional<Cas.Range> range = annotation.range();
      if (layer.kind() == InceptionLayer.Kind.DOCUMENT) {
        features.forEach(
            (feature, of) ->
                values
                    .computeIfAbsent(
                        InceptionDocument.wholeDocument(layer.name(), feature),
                        name -> new ArrayList<>())
                    .addAll(of));
      } else if (range.isPresent() && range.get().begin() == range.get().end()) {
        empty++;
      } else if (range.isPresent()) {
        spans.add(new Found(layer.name(), fragment(place, range.get(), offsets), features));
      }
    }
    return new AnnotatorSet(annotator, marks(spans), List.of(), List.of(), articleValues(values));
  }

  private static Map<String, List<String>> plain(InceptionLayer layer, Cas.Annotation annotation) {
    Map<String, List<String>> features = new LinkedHashMap<>();
    for (InceptionLayer.Feature feature : layer.features()) {
      List<String> values = annotation.features().getOrDefault(feature.name(), List.of());
      if (!values.isEmpty()) {
        features.put(feature.name(), values);
      }
    }
    return features;
  }

  private static Fragment fragment(String place, Cas.Range range, CodePoints offsets) {
    try {
      return offsets.fragment(range);
    } catch (IllegalArgumentException e) {
      throw new ExportRefused(place, String.valueOf(e.getMessage()));
    }
  }

  private static List<Mark> marks(List<Found> spans) {
    List<Found> ordered = new ArrayList<>(spans);
    ordered.sort(ORDER);
    List<Mark> marks = new ArrayList<>();
    for (Found found : ordered) {
      marks.add(
          new Mark(
              "%06d".formatted(marks.size() + 1),
              found.layer(),
              new Span(List.of(found.fragment())),
              found.features()));
    }
    return marks;
  }

  private static List<ArticleValue> articleValues(Map<String, List<String>> values) {
    List<ArticleValue> all = new ArrayList<>();
    values.forEach(
        (feature, of) ->
            all.add(new ArticleValue(feature, Optional.empty(), of.stream().distinct().toList())));
    return all;
  }
}
