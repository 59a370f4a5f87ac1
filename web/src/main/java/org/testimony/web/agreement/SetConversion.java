package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Relation;
import org.testimony.core.codebook.RelationType;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ArticleValue;
import org.testimony.core.compare.Judgement;
import org.testimony.core.compare.Link;
import org.testimony.core.compare.Mark;

/**
 * Turns an annotation set into what comparison takes. What is unset stays absent; a set flag is the
 * label {@code true}; notes and flags for discussion are no data.
 *
 * @param attribution the relation from a claim to its speaker, where the codebook has it
 */
record SetConversion(Optional<RelationType> attribution) {

  private static final String ON = "true";

  /** The set of an annotator. */
  AnnotatorSet of(String annotator, AnnotationSet set) {
    List<Mark> marks = new ArrayList<>();
    for (Annotation annotation : set.annotations().values()) {
      marks.add(mark(annotation));
    }
    List<Link> links = new ArrayList<>();
    for (Relation relation : set.relations().values()) {
      if (isAttribution(set, relation.ends())) {
        links.add(new Link(relation.ends().from().toString(), relation.ends().to().toString()));
      }
    }
    List<Judgement> judgements = new ArrayList<>();
    set.judgements()
        .forEach(
            (key, value) ->
                judgements.add(new Judgement(key.claim().toString(), key.target(), value)));
    List<ArticleValue> values = new ArrayList<>();
    set.values()
        .forEach(
            (key, value) ->
                values.add(new ArticleValue(key.feature(), key.target(), labels(value))));
    return new AnnotatorSet(annotator, marks, links, judgements, values);
  }

  /**
   * The set of an annotator who judged claims that were fixed: no marks of their own. Claims go by
   * their place, since each set holds a copy of them.
   */
  AnnotatorSet judged(String annotator, AnnotationSet set) {
    AnnotatorSet all = of(annotator, set);
    List<Judgement> judgements = new ArrayList<>();
    set.judgements()
        .forEach(
            (key, value) ->
                set.annotation(key.claim())
                    .ifPresent(
                        claim -> judgements.add(new Judgement(place(claim), key.target(), value))));
    return new AnnotatorSet(annotator, List.of(), List.of(), judgements, all.values());
  }

  /** The claims of a set that judged, by their places. */
  List<Mark> fixed(AnnotationSet set, String claimLayer) {
    return set.annotations().values().stream()
        .filter(annotation -> annotation.layer().equals(claimLayer))
        .map(SetConversion::mark)
        .map(
            mark ->
                new Mark(
                    mark.span().toString(),
                    mark.layer(),
                    mark.span(),
                    mark.words(),
                    mark.features()))
        .toList();
  }

  private static String place(Annotation annotation) {
    return annotation.content().span().toString();
  }

  private static Mark mark(Annotation annotation) {
    Map<String, List<String>> features = new TreeMap<>();
    annotation.content().features().forEach((id, value) -> features.put(id, labels(value)));
    return new Mark(
        annotation.id().toString(),
        annotation.layer(),
        annotation.content().span(),
        String.join(" ", annotation.content().quote()),
        features);
  }

  private static List<String> labels(FeatureValue value) {
    if (value instanceof FeatureValue.Many many) {
      return many.labels();
    }
    return List.of(value instanceof FeatureValue.One one ? one.text() : ON);
  }

  /** Whether a relation says who said a claim, and both ends are on the layers for that. */
  private boolean isAttribution(AnnotationSet set, Relation.Ends ends) {
    return attribution
        .filter(type -> type.id().equals(ends.type()))
        .filter(type -> type.connects(layer(set, ends.from()), layer(set, ends.to())))
        .isPresent();
  }

  private static String layer(AnnotationSet set, AnnotationId id) {
    return set.annotation(id).map(Annotation::layer).orElse("");
  }
}
