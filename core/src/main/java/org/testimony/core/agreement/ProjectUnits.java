package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
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

/** Takes the units of agreement out of compared articles. */
final class ProjectUnits {

  static final String MATCHED_PAIR = "matched pair";
  static final String FIXED_CLAIM = "fixed claim";
  static final String ARTICLE = "article";

  private final List<Comparison> comparisons;

  ProjectUnits(List<Comparison> comparisons) {
    this.comparisons = comparisons;
  }

  /** Matched pairs of marks on a layer, each mark with a label. */
  Units matched(String layer, BiFunction<Comparison, Owned, Optional<String>> label) {
    return matched(layer, Optional.empty(), label);
  }

  /**
   * A mark with the set that holds it.
   *
   * @param set the annotator's set
   * @param mark one of its marks
   */
  record Owned(AnnotatorSet set, Mark mark) {}

  private Units matched(
      String layer,
      Optional<String> target,
      BiFunction<Comparison, Owned, Optional<String>> label) {
    List<Units.Unit> units = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      for (PairComparison pair : comparison.pairs(layer)) {
        AnnotatorSet left = comparison.set(pair.left());
        AnnotatorSet right = comparison.set(pair.right());
        for (MatchedMarks match : pair.matched()) {
          Owned a = new Owned(left, match.left());
          Owned b = new Owned(right, match.right());
          units.add(
              new Units.Unit(
                  comparison.article().group(),
                  new Passage(
                      pair.article(),
                      target,
                      List.of(
                          Units.value(pair.left(), a.mark(), label.apply(comparison, a)),
                          Units.value(pair.right(), b.mark(), label.apply(comparison, b))))));
        }
      }
    }
    return new Units(MATCHED_PAIR, units);
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
          (comparison, claim) -> judgement(claim.set(), claim.mark().id(), target));
    }
    List<Units.Unit> units = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      ComparedArticle article = comparison.article();
      for (Mark claim : article.fixedClaims()) {
        List<Passage.Value> values =
            article.sets().stream()
                .map(set -> Units.value(set.annotator(), claim, judgement(set, claim.id(), target)))
                .toList();
        units.add(
            new Units.Unit(
                article.group(), new Passage(article.id(), Optional.of(target), values)));
      }
    }
    return new Units(FIXED_CLAIM, units);
  }

  private static Optional<String> judgement(AnnotatorSet set, String claim, String target) {
    for (Judgement judgement : set.judgements()) {
      if (judgement.claim().equals(claim) && judgement.target().equals(target)) {
        return Optional.of(judgement.value());
      }
    }
    return Optional.empty();
  }

  /** Whole articles with the value of a feature. */
  Units articles(String feature, Optional<String> target) {
    Predicate<ArticleValue> wanted =
        value -> value.feature().equals(feature) && value.target().equals(target);
    List<Units.Unit> units = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      ComparedArticle article = comparison.article();
      List<Passage.Value> values =
          article.sets().stream()
              .map(
                  set ->
                      new Passage.Value(
                          set.annotator(),
                          Optional.empty(),
                          Optional.empty(),
                          set.values().stream()
                              .filter(wanted)
                              .findFirst()
                              .filter(value -> value.values().size() == 1)
                              .map(value -> value.values().get(0))))
              .toList();
      units.add(new Units.Unit(article.group(), new Passage(article.id(), target, values)));
    }
    return new Units(ARTICLE, units);
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
