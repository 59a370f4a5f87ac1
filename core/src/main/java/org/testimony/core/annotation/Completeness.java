package org.testimony.core.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.Rejection.Missing;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.RelationType;
import org.testimony.core.codebook.Target;

/**
 * What a set still lacks before it can be submitted.
 *
 * @param codebook whose required features and relations count
 */
public record Completeness(Codebook codebook) {

  /** Required features and relations that are missing, in text order. */
  public List<Missing> missing(AnnotationSet set) {
    List<Missing> missing = new ArrayList<>();
    for (Annotation annotation : inTextOrder(set)) {
      codebook
          .layer(annotation.layer())
          .ifPresent(
              layer -> {
                for (Feature feature : layer.features()) {
                  if (feature.isAsked() && !has(annotation, feature)) {
                    missing.add(lacks(annotation, feature.id(), Missing.Kind.REQUIRED_FEATURE));
                  }
                }
              });
      for (RelationType relation : codebook.relations()) {
        if (isRequired(relation, annotation) && count(set, relation, annotation) < relation.min()) {
          missing.add(lacks(annotation, relation.id(), Missing.Kind.REQUIRED_RELATION));
        }
      }
    }
    return List.copyOf(missing);
  }

  /** Claims and targets without stance, in text order; they may stay so. */
  public List<Missing> unsetStances(AnnotationSet set) {
    List<Missing> unset = new ArrayList<>();
    codebook
        .stance()
        .ifPresent(
            judging -> {
              for (Annotation annotation : inTextOrder(set)) {
                if (!annotation.layer().equals(judging.layer())) {
                  continue;
                }
                for (Target target : codebook.targets()) {
                  JudgementKey key = new JudgementKey(annotation.id(), target.id());
                  if (!set.judgements().containsKey(key)) {
                    unset.add(lacks(annotation, target.id(), Missing.Kind.STANCE));
                  }
                }
              }
            });
    return List.copyOf(unset);
  }

  private static List<Annotation> inTextOrder(AnnotationSet set) {
    return set.annotations().values().stream()
        .sorted(
            Comparator.comparing((Annotation a) -> a.content().span())
                .thenComparing(Annotation::id))
        .toList();
  }

  private static boolean has(Annotation annotation, Feature feature) {
    return annotation.content().features().containsKey(feature.id());
  }

  private static Missing lacks(Annotation annotation, String field, Missing.Kind kind) {
    return new Missing(annotation.id(), field, kind);
  }

  private static boolean isRequired(RelationType relation, Annotation annotation) {
    if (relation.min() == 0 || !relation.enabled() || !relation.from().equals(annotation.layer())) {
      return false;
    }
    return relation
        .exempt()
        .map(
            exempt ->
                !FeatureValue.of(exempt.label())
                    .equals(annotation.content().features().get(exempt.feature())))
        .orElse(true);
  }

  private static long count(AnnotationSet set, RelationType relation, Annotation annotation) {
    return set.relations().values().stream()
        .filter(r -> r.ends().type().equals(relation.id()))
        .filter(r -> r.ends().from().equals(annotation.id()))
        .count();
  }
}
