package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.testimony.core.compare.Comparison;
import org.testimony.core.compare.MatchedMarks;
import org.testimony.core.compare.PairComparison;
import org.testimony.core.compare.SpeakerClusters;

/**
 * Measures agreement on the speakers of matched claims.
 *
 * @param comparisons the articles
 * @param claimLayer layer of the claims
 * @param resampling how intervals are made
 * @param matches how many claims are matched
 */
record AttributionMeasurement(
    List<Comparison> comparisons, String claimLayer, Resampling resampling, MatchCoverage matches) {

  private static final String ID = "attribution";

  AttributionSection section() {
    Units units =
        new ProjectUnits(comparisons)
            .matched(
                claimLayer,
                (comparison, claim) ->
                    joined(comparison.speakers().speakers(claim.set(), claim.mark())));
    List<ReportLine.OfPair> pairs = new ArrayList<>();
    units
        .byPair()
        .forEach(
            (who, some) ->
                pairs.add(
                    new ReportLine.OfPair(
                        who.get(0), who.get(1), alpha(some, who), Optional.of(covered(some)))));
    ReportLine alpha =
        new ReportLine(
            ID + "/alpha-local-chance",
            alpha(units, LabelLines.EVERYBODY),
            Map.of(),
            pairs,
            Optional.of(covered(units)),
            units.passages());
    return new AttributionSection(alpha, linkF1(units));
  }

  private static Optional<String> joined(List<String> speakers) {
    return speakers.isEmpty() ? Optional.empty() : Optional.of(String.join(" + ", speakers));
  }

  private static Coverage covered(Units units) {
    long withTwo = units.tally(Reading.as(units.labels())).withTwo();
    return new Coverage(withTwo, units.list().size(), "matched claims");
  }

  private Coefficient alpha(Units units, List<String> who) {
    List<LocalChanceAlpha.Document> documents = new ArrayList<>();
    long contributing = 0;
    long items = 0;
    for (Units article : units.byArticle().values()) {
      PatternTable patterns = article.data(Reading.as(article.labels())).patterns();
      documents.add(new LocalChanceAlpha.Document(article.list().get(0).group(), patterns));
      items += patterns.itemsWithAtLeast(2);
      contributing += patterns.itemsWithAtLeast(2) > 0 ? 1 : 0;
    }
    List<Exclusion> excluded = new ArrayList<>(matches.excluding().of(who));
    LabelAgreement.addIfAny(excluded, Exclusion.Cause.VALUE_UNSET, units.unset());
    LocalChanceAlpha formula = LocalChanceAlpha.of(documents);
    return new Measuring(
            Measure.ALPHA_LOCAL_CHANCE,
            "nominal",
            units.name(),
            new SampleSize(contributing, items, 2 * items, units.annotators().size()),
            excluded)
        .of(formula.counts(), formula, resampling);
  }

  /** Hits and sizes of the links of matched claims, per article and pair. */
  private ReportLine linkF1(Units units) {
    Sums all = new Sums();
    Map<List<String>, Sums> byPair = new java.util.LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      for (PairComparison pair : comparison.pairs(claimLayer)) {
        List<String> who = List.of(pair.left(), pair.right());
        for (MatchedMarks match : pair.matched()) {
          long[] links = links(comparison, pair, match);
          all.add(comparison.article().group(), who, links);
          byPair
              .computeIfAbsent(who, w -> new Sums())
              .add(comparison.article().group(), who, links);
        }
      }
    }
    List<ReportLine.OfPair> pairs = new ArrayList<>();
    SpanMatchCounts.pairs(units.annotators()).stream()
        .filter(byPair::containsKey)
        .forEach(
            who ->
                pairs.add(
                    new ReportLine.OfPair(
                        who.get(0),
                        who.get(1),
                        byPair.getOrDefault(who, new Sums()).coefficient(resampling),
                        Optional.of(matches.of(who)))));
    return new ReportLine(
        ID + "/link-f1",
        all.coefficient(resampling),
        Map.of(),
        pairs,
        Optional.of(matches.of(LabelLines.EVERYBODY)),
        units.passages());
  }

  /** Links to the same speaker, and links in all, of two matched claims. */
  private static long[] links(Comparison comparison, PairComparison pair, MatchedMarks match) {
    SpeakerClusters clusters = comparison.speakers();
    TreeSet<String> left =
        new TreeSet<>(clusters.speakers(comparison.set(pair.left()), match.left()));
    TreeSet<String> right =
        new TreeSet<>(clusters.speakers(comparison.set(pair.right()), match.right()));
    left.remove(SpeakerClusters.AUTHOR);
    right.remove(SpeakerClusters.AUTHOR);
    long size = (long) left.size() + right.size();
    left.retainAll(right);
    return new long[] {left.size(), size};
  }

  /** Hits and sizes while they are added up. */
  private static final class Sums {
    private final DocumentCounts.Builder counts = DocumentCounts.builder(F1.COLUMNS);
    private final TreeSet<String> annotators = new TreeSet<>();
    private final TreeSet<String> groups = new TreeSet<>();
    private long links;

    void add(String group, List<String> who, long[] hitsAndSize) {
      counts.add(group, 0, hitsAndSize[0]);
      counts.add(group, 1, hitsAndSize[1]);
      annotators.addAll(who);
      links += hitsAndSize[1];
      if (hitsAndSize[1] > 0) {
        groups.add(group);
      }
    }

    Coefficient coefficient(Resampling resampling) {
      SampleSize n = new SampleSize(groups.size(), links, links, annotators.size());
      return new Measuring(Measure.LINK_F1, "exact", "link", n, List.of())
          .of(counts.build(), new F1(), resampling);
    }
  }
}
