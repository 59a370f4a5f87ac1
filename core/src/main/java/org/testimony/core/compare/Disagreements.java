package org.testimony.core.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.testimony.core.compare.Disagreement.Kind;
import org.testimony.core.compare.Disagreement.Version;
import org.testimony.core.text.Span;

/** Lists what differs between the sets of one article. */
final class Disagreements {

  private final Comparison comparison;
  private final ComparedArticle article;
  private final List<Disagreement> found = new ArrayList<>();

  private Disagreements(Comparison comparison) {
    this.comparison = comparison;
    this.article = comparison.article();
  }

  static List<Disagreement> of(Comparison comparison) {
    Disagreements disagreements = new Disagreements(comparison);
    if (comparison.article().sets().size() > 1) {
      for (String layer : comparison.layers()) {
        comparison.groups(layer).forEach(disagreements::inGroup);
      }
      disagreements.onFixedClaims();
      disagreements.onArticle();
    }
    return List.copyOf(disagreements.found);
  }

  private void inGroup(MarkGroup group) {
    if (group.marks().size() < article.sets().size()) {
      found.add(ofGroup(Kind.PRESENCE, group, Optional.empty(), Optional.empty(), a -> List.of()));
    }
    if (group.marks().values().stream().map(Mark::span).distinct().count() > 1) {
      found.add(ofGroup(Kind.BOUNDARY, group, Optional.empty(), Optional.empty(), a -> List.of()));
    }
    TreeSet<String> features = new TreeSet<>();
    group.marks().values().forEach(mark -> features.addAll(mark.features().keySet()));
    for (String feature : features) {
      addIfDifferent(
          ofGroup(
              Kind.LABEL,
              group,
              Optional.of(feature),
              Optional.empty(),
              annotator -> group.of(annotator).map(m -> m.values(feature)).orElse(List.of())));
    }
    addIfDifferent(
        ofGroup(
            Kind.ATTRIBUTION,
            group,
            Optional.empty(),
            Optional.empty(),
            annotator -> speakers(group, annotator)));
    stances(group.layer(), group.place(), group.marks());
  }

  private List<String> speakers(MarkGroup group, String annotator) {
    return group
        .of(annotator)
        .map(mark -> comparison.speakers().speakers(comparison.set(annotator), mark))
        .orElse(List.of());
  }

  private void onFixedClaims() {
    for (Mark claim : article.fixedClaims()) {
      Map<String, Mark> same = new TreeMap<>();
      article.annotators().forEach(annotator -> same.put(annotator, claim));
      stances(claim.layer(), claim.span(), same);
    }
  }

  private void stances(String layer, Span place, Map<String, Mark> marks) {
    Map<String, Map<String, String>> byTarget = new TreeMap<>();
    marks.forEach(
        (annotator, mark) -> {
          for (Judgement judgement : comparison.set(annotator).judgements()) {
            if (judgement.claim().equals(mark.id())) {
              byTarget
                  .computeIfAbsent(judgement.target(), t -> new TreeMap<>())
                  .put(annotator, judgement.value());
            }
          }
        });
    byTarget.forEach(
        (target, values) ->
            addIfDifferent(
                new Disagreement(
                    Kind.STANCE,
                    article.id(),
                    Optional.of(layer),
                    Optional.empty(),
                    Optional.of(target),
                    Optional.of(place),
                    versions(
                        marks,
                        annotator ->
                            Optional.ofNullable(values.get(annotator))
                                .map(List::of)
                                .orElse(List.of())))));
  }

  private void onArticle() {
    record Place(String feature, Optional<String> target) {}
    Map<Place, Map<String, List<String>>> byPlace = new LinkedHashMap<>();
    for (AnnotatorSet set : article.sets()) {
      for (ArticleValue value : set.values()) {
        byPlace
            .computeIfAbsent(new Place(value.feature(), value.target()), p -> new TreeMap<>())
            .put(set.annotator(), value.values());
      }
    }
    byPlace.forEach(
        (place, values) ->
            addIfDifferent(
                new Disagreement(
                    Kind.LABEL,
                    article.id(),
                    Optional.empty(),
                    Optional.of(place.feature()),
                    place.target(),
                    Optional.empty(),
                    versions(Map.of(), a -> values.getOrDefault(a, List.of())))));
  }

  private Disagreement ofGroup(
      Kind kind,
      MarkGroup group,
      Optional<String> field,
      Optional<String> target,
      Function<String, List<String>> values) {
    return new Disagreement(
        kind,
        article.id(),
        Optional.of(group.layer()),
        field,
        target,
        Optional.of(group.place()),
        versions(group.marks(), values));
  }

  private List<Version> versions(Map<String, Mark> marks, Function<String, List<String>> values) {
    List<Version> versions = new ArrayList<>();
    for (String annotator : article.annotators()) {
      Optional<Mark> mark = Optional.ofNullable(marks.get(annotator));
      versions.add(
          new Version(
              annotator, mark.map(Mark::id), mark.map(Mark::span), values.apply(annotator)));
    }
    return versions;
  }

  /** Keeps a disagreement if those who have the mark differ; who has none differs in presence. */
  private void addIfDifferent(Disagreement candidate) {
    boolean ofArticle = candidate.place().isEmpty();
    long kinds =
        candidate.versions().stream()
            .filter(version -> ofArticle || version.mark().isPresent())
            .map(Version::values)
            .distinct()
            .count();
    if (kinds > 1) {
      found.add(candidate);
    }
  }
}
