package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinTask;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.Comparison;

/**
 * Measures everything that a project's report holds, its sections side by side on all processors;
 * none depends on another, so the report is the same on any number of them.
 */
final class ProjectMeasurement {

  private final List<Comparison> comparisons;
  private final long leftOut;
  private final ReportRules rules;
  private final Resampling resampling;
  private final ProjectUnits units;
  private final Map<String, Map<String, Estimate>> values = new TreeMap<>();

  ProjectMeasurement(List<ComparedArticle> articles, ReportRules rules, Resampling resampling) {
    this.comparisons =
        articles.stream()
            .filter(article -> article.sets().size() >= 2)
            .sorted(Comparator.comparing(ComparedArticle::id))
            .parallel()
            .map(article -> Comparison.of(article, rules.comparison()))
            .toList();
    this.leftOut = (long) articles.size() - comparisons.size();
    this.rules = rules;
    this.resampling = resampling;
    this.units = new ProjectUnits(comparisons);
  }

  ProjectReport report(Provenance provenance) {
    TreeSet<String> annotators = new TreeSet<>();
    comparisons.forEach(comparison -> annotators.addAll(comparison.article().annotators()));
    ForkJoinTask<List<StanceSection>> stance = ForkJoinTask.adapt(this::stance).fork();
    ForkJoinTask<Optional<AttributionSection>> attribution =
        ForkJoinTask.adapt(this::attribution).fork();
    List<LayerSection> layers = rules.layers().parallelStream().map(this::layer).toList();
    return new ProjectReport(
        provenance,
        comparisons.size(),
        leftOut,
        List.copyOf(annotators),
        resampling.replicates(),
        resampling.seed(),
        layers,
        attribution.join(),
        stance.join(),
        articleFeatures(),
        articleStance(),
        documents());
  }

  private LayerSection layer(ReportRules.Layer layer) {
    LayerMeasurement measurement = new LayerMeasurement(comparisons, layer, rules, resampling);
    measurement.perArticle().forEach(this::addPerArticle);
    return measurement.section();
  }

  private synchronized void addPerArticle(String line, Map<String, Estimate> byArticle) {
    byArticle.forEach(
        (article, estimate) ->
            values.computeIfAbsent(article, a -> new TreeMap<>()).put(line, estimate));
  }

  private Optional<AttributionSection> attribution() {
    String speakers = rules.comparison().speakerLayer();
    boolean measured = rules.layers().stream().anyMatch(layer -> layer.id().equals(speakers));
    return measured
        ? Optional.of(
            new AttributionMeasurement(
                    comparisons, rules.comparison().claimLayer(), units, resampling, claimMatches())
                .section())
        : Optional.empty();
  }

  private MatchCoverage claimMatches() {
    return new MatchCoverage(comparisons, rules.comparison().claimLayer());
  }

  private List<StanceSection> stance() {
    if (rules.judging().isEmpty()) {
      return List.of();
    }
    ReportRules.Judging judging = rules.judging().get();
    StanceMeasurement measurement = claimStance(judging);
    List<StanceSection> sections = new ArrayList<>();
    List<Units> all = new ArrayList<>();
    for (String target : judging.targets()) {
      Units toward = units.stance(rules.comparison().claimLayer(), target);
      String id = "stance/" + target;
      sections.add(measurement.section(id, Optional.of(target), toward));
      addPerArticle(id + "/all-labels", perArticle(judging.labels(), toward));
      all.add(toward);
    }
    if (all.size() > 1) {
      Units joined = ProjectUnits.joined(all.get(0).name(), all);
      sections.add(measurement.section("stance/all", Optional.empty(), joined));
      addPerArticle("stance/all/all-labels", perArticle(judging.labels(), joined));
    }
    return sections;
  }

  private StanceMeasurement claimStance(ReportRules.Judging judging) {
    if (units.hasFixedClaims()) {
      return fixedUnits(judging);
    }
    MatchCoverage matches = claimMatches();
    return new StanceMeasurement(
        judging,
        new LabelLines(Measure.ALPHA_MATCHED_PAIRS, resampling, matches.excluding()),
        matches.covering());
  }

  /** Units that are the same for all annotators: fixed claims and whole articles. */
  private StanceMeasurement fixedUnits(ReportRules.Judging judging) {
    return new StanceMeasurement(judging, fixedLines(), covering());
  }

  private LabelLines fixedLines() {
    return new LabelLines(Measure.KRIPPENDORFF_ALPHA, resampling, who -> List.of());
  }

  private static LabelLines.Covering covering() {
    return (tally, who) -> Optional.of(new Coverage(tally.withTwo(), tally.units(), "units"));
  }

  private List<FeatureSection> articleFeatures() {
    List<FeatureSection> sections = new ArrayList<>();
    for (ReportRules.ArticleFeature feature : rules.articleFeatures()) {
      if (feature.kind() == ReportRules.ArticleFeature.Kind.CHOICE) {
        sections.add(
            FeatureSection.of(
                "article/" + feature.id(),
                feature.id(),
                units.articles(feature.id(), Optional.empty()),
                feature.labels(),
                fixedLines(),
                covering()));
      }
    }
    return sections;
  }

  private List<StanceSection> articleStance() {
    List<StanceSection> sections = new ArrayList<>();
    if (rules.judging().isEmpty()) {
      return sections;
    }
    ReportRules.Judging judging = rules.judging().get();
    for (ReportRules.ArticleFeature feature : rules.articleFeatures()) {
      if (feature.kind() != ReportRules.ArticleFeature.Kind.STANCE) {
        continue;
      }
      for (String target : judging.targets()) {
        sections.add(
            fixedUnits(judging)
                .section(
                    "article/" + feature.id() + "/" + target,
                    Optional.of(target),
                    units.articles(feature.id(), Optional.of(target))));
      }
    }
    return sections;
  }

  /** The table per article. */
  private List<DocumentRow> documents() {
    return comparisons.stream()
        .map(Comparison::article)
        .map(article -> row(article, values.getOrDefault(article.id(), Map.of())))
        .toList();
  }

  /** The stance of each article, pooled over its own units alone. */
  private static Map<String, Estimate> perArticle(Labels labels, Units units) {
    Map<String, Estimate> estimates = new TreeMap<>();
    Reading asIs = Reading.as(labels);
    units
        .byArticle()
        .forEach(
            (article, own) -> {
              PatternTable table = own.counts(asIs).patterns();
              KrippendorffAlpha alpha = new KrippendorffAlpha(table, Distance.nominal());
              estimates.put(article, alpha.of(table.counts()));
            });
    return estimates;
  }

  private DocumentRow row(ComparedArticle article, Map<String, Estimate> values) {
    Map<String, Map<String, Long>> marks = new TreeMap<>();
    for (ReportRules.Layer layer : rules.layers()) {
      Map<String, Long> counts = new TreeMap<>();
      for (AnnotatorSet set : article.sets()) {
        counts.put(set.annotator(), (long) set.marks(layer.id()).size());
      }
      marks.put(layer.id(), counts);
    }
    return new DocumentRow(article.id(), article.annotators(), marks, values);
  }
}
