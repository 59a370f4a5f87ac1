package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.Comparison;
import org.testimony.core.compare.Mark;
import org.testimony.core.compare.MatchedMarks;
import org.testimony.core.compare.NameVariants;
import org.testimony.core.compare.PairComparison;
import org.testimony.core.compare.SpeakerClusters;

/**
 * Measures agreement on the speakers of matched claims.
 *
 * @param comparisons the articles
 * @param claimLayer layer of the claims
 * @param units makes the units
 * @param resampling how intervals are made
 * @param matches how many claims are matched
 */
record AttributionMeasurement(
    List<Comparison> comparisons,
    String claimLayer,
    ProjectUnits units,
    Resampling resampling,
    MatchCoverage matches) {

  private static final String ID = "attribution";

  AttributionSection section() {
    Speakers speakers = new Speakers();
    Units claims =
        units.matched(
            claimLayer,
            (comparison, claim) ->
                speakers.name(comparison.speakers().speakers(claim.set(), claim.mark())));
    Map<List<String>, Units> byPair = claims.byPair();
    Alphas nominal = new Alphas(Measure.ALPHA_LOCAL_CHANCE, LocalChanceAlpha.Distances.NOMINAL);
    Optional<ReportLine> masi =
        speakers.several()
            ? Optional.of(
                new Alphas(Measure.ALPHA_LOCAL_CHANCE_MASI, speakers::masi)
                    .line("alpha-local-chance-masi", claims, byPair))
            : Optional.empty();
    return new AttributionSection(
        nominal.line("alpha-local-chance", claims, byPair), linkF1(claims), masi, conflicts());
  }

  private AttributionSection.Conflicts conflicts() {
    long different = 0;
    long variants = 0;
    for (Comparison comparison : comparisons) {
      for (PairComparison pair : comparison.pairs(claimLayer)) {
        AnnotatorSet left = comparison.set(pair.left());
        AnnotatorSet right = comparison.set(pair.right());
        for (MatchedMarks match : pair.matched()) {
          SpeakerClusters speakers = comparison.speakers();
          if (speakers
              .speakers(left, match.left())
              .equals(speakers.speakers(right, match.right()))) {
            continue;
          }
          List<Mark> ofLeft = left.linked(match.left());
          List<Mark> ofRight = right.linked(match.right());
          boolean conflict = !ofLeft.isEmpty() && !ofRight.isEmpty();
          different += conflict ? 1 : 0;
          variants += conflict && areVariants(ofLeft, ofRight) ? 1 : 0;
        }
      }
    }
    return new AttributionSection.Conflicts(different, variants);
  }

  private static boolean areVariants(List<Mark> left, List<Mark> right) {
    return left.stream()
        .anyMatch(a -> right.stream().anyMatch(b -> NameVariants.are(a.words(), b.words())));
  }

  /** The names under which sets of speakers count, each with its set. */
  private static final class Speakers {
    private final Map<String, TreeSet<String>> sets = new LinkedHashMap<>();

    Optional<String> name(List<String> speakers) {
      if (speakers.isEmpty()) {
        return Optional.empty();
      }
      String name = String.join(" + ", speakers);
      sets.computeIfAbsent(name, n -> new TreeSet<>(speakers));
      return Optional.of(name);
    }

    boolean several() {
      return sets.values().stream().anyMatch(set -> set.size() > 1);
    }

    double masi(String a, String b) {
      return LabelSets.masi(
          sets.getOrDefault(a, new TreeSet<>()), sets.getOrDefault(b, new TreeSet<>()));
    }
  }

  private static Coverage covered(Units claims) {
    long withTwo = claims.tally(Reading.as(claims.labels())).withTwo();
    return new Coverage(withTwo, claims.size(), "matched claims");
  }

  /** Alpha with chance inside each article, nominal or between sets. */
  private final class Alphas {
    private final Measure measure;
    private final LocalChanceAlpha.Distances distances;

    Alphas(Measure measure, LocalChanceAlpha.Distances distances) {
      this.measure = measure;
      this.distances = distances;
    }

    ReportLine line(String id, Units claims, Map<List<String>, Units> byPair) {
      List<ReportLine.OfPair> pairs = new ArrayList<>();
      byPair.forEach(
          (who, some) ->
              pairs.add(
                  new ReportLine.OfPair(
                      who.get(0), who.get(1), alpha(some, who), Optional.of(covered(some)))));
      return new ReportLine(
          ID + "/" + id,
          alpha(claims, LabelLines.EVERYBODY),
          Map.of(),
          pairs,
          Optional.of(covered(claims)),
          claims.source());
    }

    private Coefficient alpha(Units claims, List<String> who) {
      List<LocalChanceAlpha.Document> documents = new ArrayList<>();
      long[] contributing = new long[2];
      claims
          .byArticle()
          .forEach(
              (article, own) -> {
                PatternTable patterns = own.counts(Reading.as(own.labels())).patterns();
                documents.add(new LocalChanceAlpha.Document(own.article(0).group(), patterns));
                long items = patterns.itemsWithAtLeast(2);
                contributing[0] += items > 0 ? 1 : 0;
                contributing[1] += items;
              });
      List<Exclusion> excluded = new ArrayList<>(matches.excluding().of(who));
      LabelAgreement.addIfAny(excluded, Exclusion.Cause.VALUE_UNSET, claims.unset());
      LocalChanceAlpha formula = LocalChanceAlpha.of(documents, distances);
      SampleSize n =
          new SampleSize(
              contributing[0], contributing[1], 2 * contributing[1], claims.annotators().size());
      String scale = measure == Measure.ALPHA_LOCAL_CHANCE ? "nominal" : "masi";
      return new Measuring(measure, scale, claims.name(), n, excluded)
          .of(formula.counts(), formula, resampling);
    }
  }

  /** Hits and sizes of the links of matched claims, per article and pair. */
  private ReportLine linkF1(Units claims) {
    Sums all = new Sums();
    Map<List<String>, Sums> byPair = new LinkedHashMap<>();
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
    SpanMatchCounts.pairs(claims.annotators()).stream()
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
        claims.source());
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
