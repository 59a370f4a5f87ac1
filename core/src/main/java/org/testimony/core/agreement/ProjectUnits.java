package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ArticleValue;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.Comparison;
import org.testimony.core.compare.Judgement;
import org.testimony.core.compare.Mark;
import org.testimony.core.compare.MatchedMarks;
import org.testimony.core.compare.PairComparison;

/** Takes the units of agreement out of compared articles, and the passages that they stand for. */
final class ProjectUnits {

  static final String MATCHED_PAIR = "matched pair";
  static final String FIXED_CLAIM = "fixed claim";
  static final String ARTICLE = "article";

  private final List<Comparison> comparisons;
  private final IdentityHashMap<AnnotatorSet, Map<Place, String>> judgements =
      new IdentityHashMap<>();

  private record Place(String claim, String target) {}

  ProjectUnits(List<Comparison> comparisons) {
    this.comparisons = comparisons;
    for (Comparison comparison : comparisons) {
      for (AnnotatorSet set : comparison.article().sets()) {
        Map<Place, String> own = new HashMap<>();
        for (Judgement judgement : set.judgements()) {
          own.put(new Place(judgement.claim(), judgement.target()), judgement.value());
        }
        judgements.put(set, own);
      }
    }
  }

  /**
   * A mark with the set that holds it.
   *
   * @param set the annotator's set
   * @param mark one of its marks
   */
  record Owned(AnnotatorSet set, Mark mark) {}

  /** The label of a mark, as a measure reads it. */
  interface Labelling extends BiFunction<Comparison, Owned, Optional<String>> {}

  private interface MatchVisitor {
    void visit(Comparison comparison, Owned left, Owned right);
  }

  /** Matched pairs of marks on a layer, each mark with a label. */
  Units matched(String layer, Labelling label) {
    return matched(layer, Optional.empty(), label);
  }

  private Units matched(String layer, Optional<String> target, Labelling label) {
    Units.Builder units = Units.builder(MATCHED_PAIR, () -> matchedPassages(layer, target, label));
    eachMatch(
        layer,
        (comparison, left, right) ->
            units
                .article(comparison.article())
                .value(left.set().annotator(), label.apply(comparison, left))
                .value(right.set().annotator(), label.apply(comparison, right)));
    return units.build();
  }

  private List<Passage> matchedPassages(String layer, Optional<String> target, Labelling label) {
    List<Passage> passages = new ArrayList<>();
    eachMatch(
        layer,
        (comparison, left, right) ->
            passages.add(
                new Passage(
                    comparison.article().id(),
                    target,
                    List.of(
                        value(left, label.apply(comparison, left)),
                        value(right, label.apply(comparison, right))))));
    return passages;
  }

  private void eachMatch(String layer, MatchVisitor visitor) {
    for (Comparison comparison : comparisons) {
      Map<String, AnnotatorSet> sets = new HashMap<>();
      comparison.article().sets().forEach(set -> sets.put(set.annotator(), set));
      for (PairComparison pair : comparison.pairs(layer)) {
        AnnotatorSet left = Objects.requireNonNull(sets.get(pair.left()));
        AnnotatorSet right = Objects.requireNonNull(sets.get(pair.right()));
        for (MatchedMarks match : pair.matched()) {
          visitor.visit(comparison, new Owned(left, match.left()), new Owned(right, match.right()));
        }
      }
    }
  }

  private static Passage.Value value(Owned owned, Optional<String> label) {
    return Passage.Value.of(owned.set().annotator(), owned.mark(), label);
  }

  /** Whether claims were fixed before they were judged. */
  boolean hasFixedClaims() {
    return comparisons.stream().anyMatch(c -> !c.article().fixedClaims().isEmpty());
  }

  /** Stance on a target: of fixed claims where there are any, else of matched claims. */
  Units stance(String claimLayer, String target) {
    if (!hasFixedClaims()) {
      return matched(
          claimLayer,
          Optional.of(target),
          (comparison, claim) -> judgement(claim.set(), claim.mark(), target));
    }
    Units.Builder units = Units.builder(FIXED_CLAIM, () -> fixedPassages(target));
    for (Comparison comparison : comparisons) {
      ComparedArticle article = comparison.article();
      for (Mark claim : article.fixedClaims()) {
        units.article(article);
        article.sets().forEach(s -> units.value(s.annotator(), judgement(s, claim, target)));
      }
    }
    return units.build();
  }

  private List<Passage> fixedPassages(String target) {
    List<Passage> passages = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      ComparedArticle article = comparison.article();
      for (Mark claim : article.fixedClaims()) {
        List<Passage.Value> values =
            article.sets().stream()
                .map(set -> value(new Owned(set, claim), judgement(set, claim, target)))
                .toList();
        passages.add(new Passage(article.id(), Optional.of(target), values));
      }
    }
    return passages;
  }

  private Optional<String> judgement(AnnotatorSet set, Mark claim, String target) {
    return Optional.ofNullable(
        judgements.getOrDefault(set, Map.of()).get(new Place(claim.id(), target)));
  }

  /** All units of several measures of the same kind. */
  static Units joined(String name, List<Units> parts) {
    List<PassageSource> sources = parts.stream().map(Units::source).toList();
    Units.Builder all =
        Units.builder(name, () -> sources.stream().flatMap(s -> s.passages().stream()).toList());
    parts.forEach(all::addAll);
    return all.build();
  }

  /** Whole articles with the value of a feature. */
  Units articles(String feature, Optional<String> target) {
    Units.Builder units = Units.builder(ARTICLE, () -> articlePassages(feature, target));
    for (Comparison comparison : comparisons) {
      units.article(comparison.article());
      for (AnnotatorSet set : comparison.article().sets()) {
        units.value(set.annotator(), single(set, feature, target));
      }
    }
    return units.build();
  }

  private List<Passage> articlePassages(String feature, Optional<String> target) {
    List<Passage> passages = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      List<Passage.Value> values =
          comparison.article().sets().stream()
              .map(set -> Passage.Value.of(set.annotator(), single(set, feature, target)))
              .toList();
      passages.add(new Passage(comparison.article().id(), target, values));
    }
    return passages;
  }

  private static Optional<String> single(
      AnnotatorSet set, String feature, Optional<String> target) {
    Predicate<ArticleValue> wanted =
        value -> value.feature().equals(feature) && value.target().equals(target);
    return set.values().stream()
        .filter(wanted)
        .findFirst()
        .filter(value -> value.values().size() == 1)
        .map(value -> value.values().get(0));
  }

  /** The value of a feature of a mark, where it holds one label. */
  static Optional<String> single(Mark mark, ReportRules.Feature feature) {
    List<String> values = mark.values(feature.id());
    if (values.isEmpty()) {
      return feature.unset();
    }
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }
}
