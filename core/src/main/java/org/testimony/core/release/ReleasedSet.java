package org.testimony.core.release;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Origin;
import org.testimony.core.text.Quote;
import org.testimony.core.text.Span;

/**
 * An annotation set under the names of a release.
 *
 * @param name of the set; all names in it start with it
 * @param annotations in text order
 * @param relations by type and ends
 * @param judgements by claim in text order, then by target
 * @param values of the article as a whole, by feature and target
 * @param note on the article as a whole
 * @param discuss whether the annotator asks to discuss the article
 */
public record ReleasedSet(
    String name,
    List<Annotation> annotations,
    List<Relation> relations,
    List<Judgement> judgements,
    Map<ValueKey, FeatureValue> values,
    Optional<String> note,
    boolean discuss) {

  /** Copies; refuses names given twice, and ends and claims that are not in the set. */
  public ReleasedSet {
    annotations = List.copyOf(annotations);
    relations = List.copyOf(relations);
    judgements = List.copyOf(judgements);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    Set<String> spans = new HashSet<>();
    for (Annotation annotation : annotations) {
      requireNew(name, annotation.name(), spans);
    }
    Set<String> links = new HashSet<>(spans);
    for (Relation relation : relations) {
      requireNew(name, relation.name(), links);
      requireKnown(relation.name(), relation.from(), spans);
      requireKnown(relation.name(), relation.to(), spans);
    }
    Set<String> judged = new HashSet<>();
    for (Judgement judgement : judgements) {
      requireKnown("a judgement of " + name, judgement.claim(), spans);
      if (!judged.add(judgement.claim() + " " + judgement.target())) {
        throw new IllegalArgumentException(
            "%s is judged twice for target %s".formatted(judgement.claim(), judgement.target()));
      }
    }
  }

  private static void requireNew(String set, String name, Set<String> taken) {
    if (!name.startsWith(set + "-")) {
      throw new IllegalArgumentException("%s is no name in set %s".formatted(name, set));
    }
    if (!taken.add(name)) {
      throw new IllegalArgumentException("%s is there twice".formatted(name));
    }
  }

  private static void requireKnown(String who, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException("%s names %s, which is not there".formatted(who, name));
    }
  }

  /**
   * A labelled span.
   *
   * @param name in the release
   * @param layer id of a layer of the codebook
   * @param span the place in the article's text
   * @param words the covered text and what stands around it, as stored
   * @param features by feature id
   * @param note the annotator's remark
   * @param discuss whether the annotator asks for discussion
   * @param origin how it came to be
   * @param codebook the version it was made under
   */
  public record Annotation(
      String name,
      String layer,
      Span span,
      Quote words,
      Map<String, FeatureValue> features,
      Optional<String> note,
      boolean discuss,
      Origin origin,
      String codebook) {

    /** Copies; features are kept in the order of their ids. */
    public Annotation {
      features = Collections.unmodifiableMap(new TreeMap<>(features));
    }
  }

  /**
   * A link.
   *
   * @param name in the release
   * @param type id of a relation type of the codebook
   * @param from name of the annotation where it starts
   * @param to name of the annotation where it ends
   */
  public record Relation(String name, String type, String from, String to) {}

  /**
   * A stance.
   *
   * @param claim name of the annotation judged
   * @param target id of the target
   * @param value id of the label
   */
  public record Judgement(String claim, String target, String value) {}
}
