package org.testimony.core.annotation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything one annotator said about one article: labelled spans, relations between them, stance
 * per claim and target, values of the article as a whole. A value: every change gives a new set.
 *
 * @param annotations by id
 * @param relations by id; both ends are in {@code annotations}
 * @param judgements by claim and target
 * @param values of the article, by feature and target
 * @param note on the article as a whole
 * @param discuss whether the annotator asks to discuss the article
 */
public record AnnotationSet(
    Map<AnnotationId, Annotation> annotations,
    Map<RelationId, Relation> relations,
    Map<JudgementKey, String> judgements,
    Map<ValueKey, FeatureValue> values,
    Optional<String> note,
    boolean discuss) {

  /** The set without anything in it. */
  public static final AnnotationSet EMPTY =
      new AnnotationSet(Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty(), false);

  /** Copies; all maps iterate in the order of their keys. */
  public AnnotationSet {
    annotations = sorted(annotations);
    relations = sorted(relations);
    judgements = sorted(judgements);
    values = sorted(values);
  }

  /**
   * A judgement's place.
   *
   * @param claim the claim judged
   * @param target id of the target
   */
  public record JudgementKey(AnnotationId claim, String target)
      implements Comparable<JudgementKey> {

    @Override
    public int compareTo(JudgementKey other) {
      int byClaim = claim.compareTo(other.claim);
      return byClaim != 0 ? byClaim : target.compareTo(other.target);
    }
  }

  /**
   * An article value's place.
   *
   * @param feature id of the article feature
   * @param target id of the target, where the feature is asked per target
   */
  public record ValueKey(String feature, Optional<String> target) implements Comparable<ValueKey> {

    @Override
    public int compareTo(ValueKey other) {
      int byFeature = feature.compareTo(other.feature);
      return byFeature != 0 ? byFeature : target.orElse("").compareTo(other.target.orElse(""));
    }
  }

  private static <K extends Comparable<K>, V> Map<K, V> sorted(Map<K, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** The annotation of this name. */
  public Optional<Annotation> annotation(AnnotationId id) {
    return Optional.ofNullable(annotations.get(id));
  }

  /** The set with this annotation added or replaced. */
  public AnnotationSet with(Annotation annotation) {
    return changing(draft -> draft.annotations.put(annotation.id(), annotation));
  }

  /** The set without this annotation, its relations and its judgements. */
  public AnnotationSet without(AnnotationId annotation) {
    return changing(
        draft -> {
          draft.annotations.remove(annotation);
          draft.relations.values().removeIf(r -> r.ends().touches(annotation));
          draft.judgements.keySet().removeIf(j -> j.claim().equals(annotation));
        });
  }

  /** The set with this relation added or replaced. */
  public AnnotationSet with(Relation relation) {
    return changing(draft -> draft.relations.put(relation.id(), relation));
  }

  /** The set without this relation. */
  public AnnotationSet without(RelationId relation) {
    return changing(draft -> draft.relations.remove(relation));
  }

  /** The set with the stance on a claim set, or unset where empty. */
  public AnnotationSet judged(JudgementKey key, Optional<String> value) {
    return changing(draft -> put(draft.judgements, key, value));
  }

  /** The set with a value of the article set, or unset where empty. */
  public AnnotationSet valued(ValueKey key, Optional<FeatureValue> value) {
    return changing(draft -> put(draft.values, key, value));
  }

  /** The set with another note on the article, or none. */
  public AnnotationSet noted(Optional<String> newNote) {
    return new AnnotationSet(annotations, relations, judgements, values, newNote, discuss);
  }

  /** The set with the article's discuss flag as given. */
  public AnnotationSet discussed(boolean newDiscuss) {
    return new AnnotationSet(annotations, relations, judgements, values, note, newDiscuss);
  }

  private static <K, V> void put(Map<K, V> map, K key, Optional<V> value) {
    value.ifPresentOrElse(v -> map.put(key, v), () -> map.remove(key));
  }

  private AnnotationSet changing(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new AnnotationSet(
        draft.annotations, draft.relations, draft.judgements, draft.values, note, discuss);
  }

  /** The four maps while they change. */
  private static final class Draft {

    private final Map<AnnotationId, Annotation> annotations;
    private final Map<RelationId, Relation> relations;
    private final Map<JudgementKey, String> judgements;
    private final Map<ValueKey, FeatureValue> values;

    Draft(AnnotationSet set) {
      annotations = new TreeMap<>(set.annotations);
      relations = new TreeMap<>(set.relations);
      judgements = new TreeMap<>(set.judgements);
      values = new TreeMap<>(set.values);
    }
  }
}
