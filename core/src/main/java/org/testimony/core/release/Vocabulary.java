package org.testimony.core.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.Judging;
import org.testimony.core.codebook.Label;
import org.testimony.core.codebook.Layer;
import org.testimony.core.codebook.RelationType;
import org.testimony.core.codebook.Target;

/**
 * Every part that some version of a codebook has, since labels of all versions may be in a corpus.
 * Parts of the newest version come first and in its words; parts that only older versions have
 * follow.
 *
 * @param layers with the features and labels of all versions
 * @param relations by their newest version
 * @param judgings what is judged, with the labels of all versions; none or one
 * @param targets of all versions
 */
record Vocabulary(
    List<Layer> layers,
    List<RelationType> relations,
    List<Judging> judgings,
    List<Target> targets) {

  static Vocabulary of(List<Codebook> oldestFirst) {
    List<Codebook> newestFirst = new ArrayList<>();
    oldestFirst.forEach(codebook -> newestFirst.add(0, codebook));
    return new Vocabulary(
        merged(newestFirst, Codebook::layers, Layer::id, Vocabulary::merge),
        merged(newestFirst, Codebook::relations, RelationType::id, (newer, older) -> newer),
        merged(newestFirst, c -> c.stance().stream().toList(), j -> "", Vocabulary::merge),
        merged(newestFirst, Codebook::targets, Target::id, (newer, older) -> newer));
  }

  private static <S, T> List<T> merged(
      List<S> sources,
      Function<S, List<T>> parts,
      Function<T, String> id,
      BinaryOperator<T> newerAndOlder) {
    Map<String, T> merged = new LinkedHashMap<>();
    for (S source : sources) {
      for (T part : parts.apply(source)) {
        merged.merge(id.apply(part), part, newerAndOlder);
      }
    }
    return List.copyOf(merged.values());
  }

  private static Layer merge(Layer newer, Layer older) {
    return newer.withFeatures(
        merged(List.of(newer, older), Layer::features, Feature::id, Vocabulary::merge));
  }

  private static Feature merge(Feature newer, Feature older) {
    return newer.type().hasLabels()
        ? newer.withLabels(labels(newer.labels(), older.labels()))
        : newer;
  }

  private static Judging merge(Judging newer, Judging older) {
    return newer.withLabels(labels(newer.labels(), older.labels()), newer.scale());
  }

  private static List<Label> labels(List<Label> newer, List<Label> older) {
    return merged(List.of(newer, older), Function.identity(), Label::id, (first, second) -> first);
  }

  Optional<Layer> layer(String id) {
    return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
  }

  Optional<Feature> feature(String layer, String feature) {
    return layer(layer).flatMap(l -> l.feature(feature));
  }

  boolean hasLayer(String id) {
    return layer(id).isPresent();
  }

  boolean hasFeature(String layer, String feature) {
    return feature(layer, feature).isPresent();
  }

  boolean hasRelation(String id) {
    return relations.stream().anyMatch(relation -> relation.id().equals(id));
  }

  boolean hasTarget(String id) {
    return targets.stream().anyMatch(target -> target.id().equals(id));
  }
}
