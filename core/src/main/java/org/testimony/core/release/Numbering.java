package org.testimony.core.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.ValueJson;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Layer;
import org.testimony.core.text.Quote;
import org.testimony.core.text.StrictJson;

/**
 * Gives annotation sets the names of a release. Annotations are numbered in text order, those of
 * each layer's letter for themselves; where two have the same place, by layer, features, note and
 * stance, so that the numbers do not depend on ids as long as there is any other difference.
 */
public final class Numbering {

  private final Vocabulary vocabulary;

  /** For sets made under these versions of a codebook. */
  public Numbering(List<Codebook> codebooks) {
    this.vocabulary = Vocabulary.of(codebooks);
  }

  /**
   * What is kept beside an annotation.
   *
   * @param words the covered text and what stands around it, as stored
   * @param codebook the version it was made under
   */
  public record Kept(Quote words, String codebook) {}

  /** The set of an assignment under its released names. */
  public ReleasedSet current(
      String person,
      String article,
      String round,
      int repeat,
      AnnotationSet set,
      Map<AnnotationId, Kept> kept) {
    return named(Names.assignment(person, article, round, repeat), set, kept);
  }

  /** The first submission, which is named as the first submission of the current set. */
  public ReleasedSet firstSubmission(
      ReleasedSet current, AnnotationSet set, Map<AnnotationId, Kept> kept) {
    return named(Names.firstSubmission(current.name()), set, kept);
  }

  private ReleasedSet named(String name, AnnotationSet set, Map<AnnotationId, Kept> kept) {
    Map<AnnotationId, String> stances = stances(set);
    List<Annotation> ordered = new ArrayList<>(set.annotations().values());
    ordered.sort(textOrder(stances));
    Map<String, Integer> counts = new HashMap<>();
    Map<AnnotationId, String> names = new HashMap<>();
    Map<AnnotationId, Integer> places = new HashMap<>();
    List<ReleasedSet.Annotation> annotations = new ArrayList<>();
    for (Annotation annotation : ordered) {
      String letter = vocabulary.layer(annotation.layer()).map(Layer::letter).orElse("X");
      String own = Names.annotation(name, letter, counts.merge(letter, 1, Integer::sum));
      names.put(annotation.id(), own);
      places.put(annotation.id(), places.size());
      annotations.add(released(own, annotation, kept));
    }
    return new ReleasedSet(
        name,
        annotations,
        relations(name, set, names, places),
        judgements(set, names, places),
        set.values(),
        set.note(),
        set.discuss());
  }

  private static Comparator<Annotation> textOrder(Map<AnnotationId, String> stances) {
    return Comparator.comparing((Annotation a) -> a.content().span())
        .thenComparing(Annotation::layer)
        .thenComparing(a -> StrictJson.write(ValueJson.write(a.content().features())))
        .thenComparing(a -> a.content().note().orElse(""))
        .thenComparing(a -> a.content().discuss())
        .thenComparing(a -> stances.getOrDefault(a.id(), ""))
        .thenComparing(Annotation::id);
  }

  private static Map<AnnotationId, String> stances(AnnotationSet set) {
    Map<AnnotationId, String> stances = new HashMap<>();
    set.judgements()
        .forEach(
            (key, value) ->
                stances.merge(key.claim(), key.target() + "=" + value, (a, b) -> a + " " + b));
    return stances;
  }

  private static ReleasedSet.Annotation released(
      String name, Annotation annotation, Map<AnnotationId, Kept> kept) {
    Kept beside = kept.get(annotation.id());
    if (beside == null) {
      throw new IllegalArgumentException("nothing is kept beside " + annotation.id());
    }
    return new ReleasedSet.Annotation(
        name,
        annotation.layer(),
        annotation.content().span(),
        beside.words(),
        annotation.content().features(),
        annotation.content().note(),
        annotation.content().discuss(),
        annotation.origin(),
        beside.codebook());
  }

  private static List<ReleasedSet.Relation> relations(
      String name,
      AnnotationSet set,
      Map<AnnotationId, String> names,
      Map<AnnotationId, Integer> places) {
    List<Relation> ordered = new ArrayList<>(set.relations().values());
    ordered.sort(
        Comparator.comparing((Relation r) -> place(r.ends().from(), places))
            .thenComparing(r -> r.ends().type())
            .thenComparing(r -> place(r.ends().to(), places))
            .thenComparing(Relation::id));
    List<ReleasedSet.Relation> relations = new ArrayList<>();
    for (Relation relation : ordered) {
      Relation.Ends ends = relation.ends();
      String own = Names.relation(name, relations.size() + 1);
      relations.add(
          new ReleasedSet.Relation(
              own, ends.type(), name(ends.from(), names), name(ends.to(), names)));
    }
    return relations;
  }

  private static List<ReleasedSet.Judgement> judgements(
      AnnotationSet set, Map<AnnotationId, String> names, Map<AnnotationId, Integer> places) {
    List<AnnotationSet.JudgementKey> keys = new ArrayList<>(set.judgements().keySet());
    keys.sort(
        Comparator.comparing((AnnotationSet.JudgementKey k) -> place(k.claim(), places))
            .thenComparing(AnnotationSet.JudgementKey::target));
    List<ReleasedSet.Judgement> judgements = new ArrayList<>();
    for (AnnotationSet.JudgementKey key : keys) {
      String value = set.judgements().get(key);
      if (value != null) {
        judgements.add(new ReleasedSet.Judgement(name(key.claim(), names), key.target(), value));
      }
    }
    return judgements;
  }

  private static Integer place(AnnotationId id, Map<AnnotationId, Integer> places) {
    Integer place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("annotation %s is not in the set".formatted(id));
    }
    return place;
  }

  private static String name(AnnotationId id, Map<AnnotationId, String> names) {
    String name = names.get(id);
    if (name == null) {
      throw new IllegalArgumentException("annotation %s is not in the set".formatted(id));
    }
    return name;
  }
}
