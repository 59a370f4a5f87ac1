package org.testimony.core.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All sets of one article laid against each other.
 *
 * @param article the article
 * @param pairs layer to the comparisons of all pairs of annotators, layers and pairs in order
 * @param groups layer to the groups of marks, in text order
 * @param speakers which mentions name the same speaker
 */
public record Comparison(
    ComparedArticle article,
    Map<String, List<PairComparison>> pairs,
    Map<String, List<MarkGroup>> groups,
    SpeakerClusters speakers) {

  /** Copies the maps. */
  public Comparison {
    pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
    groups = Collections.unmodifiableMap(new TreeMap<>(groups));
  }

  /** Compares the sets of an article on every layer that any of them uses. */
  public static Comparison of(ComparedArticle article, ComparisonRules rules) {
    Set<String> layers = new TreeSet<>(Set.of(rules.claimLayer(), rules.speakerLayer()));
    article.sets().forEach(set -> set.marks().forEach(mark -> layers.add(mark.layer())));
    Map<String, List<PairComparison>> pairs = new TreeMap<>();
    Map<String, List<MarkGroup>> groups = new TreeMap<>();
    for (String layer : layers) {
      List<PairComparison> ofLayer = pairs(article, layer, rules.threshold());
      pairs.put(layer, ofLayer);
      groups.put(layer, MarkGroup.join(layer, article.sets(), ofLayer));
    }
    SpeakerClusters speakers =
        SpeakerClusters.of(
            article.sets(),
            pairs.getOrDefault(rules.speakerLayer(), List.of()),
            pairs.getOrDefault(rules.claimLayer(), List.of()),
            rules);
    return new Comparison(article, pairs, groups, speakers);
  }

  private static List<PairComparison> pairs(
      ComparedArticle article, String layer, double threshold) {
    List<PairComparison.Side> sides =
        article.sets().stream().map(set -> PairComparison.Side.of(set, layer)).toList();
    List<PairComparison> pairs = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      for (int j = i + 1; j < sides.size(); j++) {
        pairs.add(PairComparison.of(article.id(), layer, sides.get(i), sides.get(j), threshold));
      }
    }
    return List.copyOf(pairs);
  }

  /** The comparisons on one layer; empty where fewer than two annotators saw the article. */
  public List<PairComparison> pairs(String layer) {
    return pairs.getOrDefault(layer, List.of());
  }

  /** The groups of marks on one layer, in text order. */
  public List<MarkGroup> groups(String layer) {
    return groups.getOrDefault(layer, List.of());
  }

  /** The set of an annotator who labelled the article. */
  public AnnotatorSet set(String annotator) {
    return article.sets().stream()
        .filter(set -> set.annotator().equals(annotator))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s did not label article %s".formatted(annotator, article.id())));
  }

  /** Everything on which the sets differ: by layer, in text order, then the article's values. */
  public List<Disagreement> disagreements() {
    return Disagreements.of(this);
  }

  /** The layers compared, in order. */
  public Set<String> layers() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(pairs.keySet()));
  }
}
