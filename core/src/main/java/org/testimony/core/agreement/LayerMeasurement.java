package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.Comparison;
import org.testimony.core.compare.CountedText;
import org.testimony.core.compare.Mark;
import org.testimony.core.compare.MarkGroup;
import org.testimony.core.compare.MatchedMarks;
import org.testimony.core.compare.PairComparison;

/** Measures agreement on one layer of spans. */
final class LayerMeasurement {

  private static final String MARKED = "marked";

  private final List<Comparison> comparisons;
  private final ReportRules.Layer layer;
  private final double threshold;
  private final Resampling resampling;
  private final Optional<GammaSettings> gamma;
  private final SpanAgreement spans;

  /**
   * Measures one layer.
   *
   * @param comparisons the articles
   * @param layer the layer and its features
   * @param rules how marks are matched, and whether gamma is measured
   * @param resampling how intervals are made
   */
  LayerMeasurement(
      List<Comparison> comparisons,
      ReportRules.Layer layer,
      ReportRules rules,
      Resampling resampling) {
    this.comparisons = comparisons;
    this.layer = layer;
    this.threshold = rules.comparison().threshold();
    this.resampling = resampling;
    this.gamma = rules.gamma();
    this.spans =
        new SpanAgreement(documents(mark -> Optional.of(layer.id())), threshold, resampling);
  }

  LayerSection section() {
    PassageSource presence = () -> passages(mark -> MARKED);
    PassageSource places = () -> passages(mark -> mark.span().toString());
    return new LayerSection(
        layer.id(),
        f1(Measure.F1_OVERLAP, presence),
        uAlphaBinary(places),
        f1(Measure.F1_EXACT, places),
        f1(Measure.F1_CHARACTER, places),
        markedBy(),
        gamma.map(settings -> gamma(settings, places)),
        features(),
        labelled());
  }

  /** Line id to article to the value on that article alone. */
  Map<String, Map<String, Estimate>> perArticle() {
    return Map.of(
        id(Measure.F1_OVERLAP.id()), spans.f1OverlapByDocument(),
        id(Measure.U_ALPHA_BINARY.id()), spans.uAlphaBinaryByDocument());
  }

  private List<SpanDocument> documents(Function<Mark, Optional<String>> label) {
    return comparisons.stream().map(c -> document(c.article(), label)).toList();
  }

  /** The spans of the layer of one article, in offsets of the characters that count. */
  private SpanDocument document(ComparedArticle article, Function<Mark, Optional<String>> label) {
    CountedText text = CountedText.of(article.length(), article.leftOut());
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    for (AnnotatorSet set : article.sets()) {
      for (Mark mark : set.marks(layer.id())) {
        Optional<String> own = label.apply(mark);
        if (own.isPresent()) {
          text.counted(mark.span())
              .ifPresent(
                  span ->
                      spans.add(
                          new SpanDocument.Labelled(set.annotator(), mark.id(), span, own.get())));
        }
      }
    }
    return new SpanDocument(
        article.id(), article.group(), text.length(), article.annotators(), spans);
  }

  private String id(String line) {
    return "layer/" + layer.id() + "/" + line;
  }

  private ReportLine f1(Measure measure, PassageSource passages) {
    return line(
        measure, spans.f1(measure), pair -> spans.f1(measure, pair.get(0), pair.get(1)), passages);
  }

  private ReportLine gamma(GammaSettings settings, PassageSource passages) {
    return line(
        Measure.GAMMA,
        spans.gamma(settings),
        pair -> spans.of(pair.get(0), pair.get(1)).gamma(settings),
        passages);
  }

  private ReportLine uAlphaBinary(PassageSource passages) {
    return line(
        Measure.U_ALPHA_BINARY,
        spans.uAlphaBinary(),
        pair -> spans.uAlphaBinary(pair.get(0), pair.get(1)),
        passages);
  }

  private ReportLine line(
      Measure measure,
      Coefficient overall,
      Function<List<String>, Coefficient> ofPair,
      PassageSource passages) {
    return line(id(measure.id()), overall, Map.of(), ofPair, passages);
  }

  private ReportLine line(
      String id,
      Coefficient overall,
      Map<String, Coefficient> byLabel,
      Function<List<String>, Coefficient> ofPair,
      PassageSource passages) {
    List<ReportLine.OfPair> pairs =
        spans.pairs().stream()
            .map(
                pair ->
                    new ReportLine.OfPair(
                        pair.get(0), pair.get(1), ofPair.apply(pair), Optional.empty()))
            .toList();
    return new ReportLine(id, overall, byLabel, pairs, Optional.empty(), passages);
  }

  /** Matched pairs, then marks without a partner, article by article and pair by pair. */
  private List<Passage> passages(Function<Mark, String> label) {
    List<Passage> passages = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      for (PairComparison pair : comparison.pairs(layer.id())) {
        for (MatchedMarks match : pair.matched()) {
          passages.add(
              passage(
                  pair,
                  value(pair.left(), match.left(), label),
                  value(pair.right(), match.right(), label)));
        }
        pair.onlyLeft()
            .forEach(
                m -> passages.add(passage(pair, value(pair.left(), m, label), none(pair.right()))));
        pair.onlyRight()
            .forEach(
                m -> passages.add(passage(pair, none(pair.left()), value(pair.right(), m, label))));
      }
    }
    return passages;
  }

  private static Passage passage(PairComparison pair, Passage.Value left, Passage.Value right) {
    return new Passage(pair.article(), Optional.empty(), List.of(left, right));
  }

  private static Passage.Value value(String annotator, Mark mark, Function<Mark, String> label) {
    return Passage.Value.of(annotator, mark, Optional.of(label.apply(mark)));
  }

  private static Passage.Value none(String annotator) {
    return Passage.Value.of(annotator, Optional.empty());
  }

  /** Groups of matched marks by size, apart for each number of annotators of an article. */
  private List<LayerSection.MarkedBy> markedBy() {
    Map<Integer, long[]> groups = new TreeMap<>();
    Map<Integer, Long> articles = new TreeMap<>();
    for (Comparison comparison : comparisons) {
      int annotators = comparison.article().sets().size();
      articles.merge(annotators, 1L, Long::sum);
      long[] sizes = groups.computeIfAbsent(annotators, a -> new long[annotators]);
      for (MarkGroup group : comparison.groups(layer.id())) {
        sizes[group.marks().size() - 1]++;
      }
    }
    List<LayerSection.MarkedBy> result = new ArrayList<>();
    groups.forEach(
        (annotators, sizes) ->
            result.add(
                new LayerSection.MarkedBy(
                    annotators,
                    articles.getOrDefault(annotators, 0L),
                    Arrays.stream(sizes).boxed().toList())));
    return result;
  }

  private List<FeatureSection> features() {
    MatchCoverage matches = new MatchCoverage(comparisons, layer.id());
    LabelLines lines = new LabelLines(Measure.ALPHA_MATCHED_PAIRS, resampling, matches.excluding());
    List<FeatureSection> sections = new ArrayList<>();
    for (ReportRules.Feature feature : layer.features()) {
      Units units =
          new ProjectUnits(comparisons)
              .matched(
                  layer.id(), (comparison, owned) -> ProjectUnits.single(owned.mark(), feature));
      sections.add(
          FeatureSection.of(
              id("feature/" + feature.id()),
              feature.id(),
              units,
              feature.labels(),
              lines,
              matches.covering()));
    }
    return sections;
  }

  private List<LayerSection.Labelled> labelled() {
    return layer.features().stream()
        .filter(feature -> feature.unset().isEmpty())
        .map(this::labelled)
        .toList();
  }

  /** Spans whose feature has no one label are left out, and counted. */
  private LayerSection.Labelled labelled(ReportRules.Feature feature) {
    Function<Mark, Optional<String>> label = mark -> ProjectUnits.single(mark, feature);
    List<SpanDocument> documents = documents(label);
    List<Exclusion> unset = new ArrayList<>();
    LabelAgreement.addIfAny(
        unset, Exclusion.Cause.VALUE_UNSET, number(spans.documents()) - number(documents));
    SpanAgreement labelled = new SpanAgreement(documents, threshold, resampling, unset);
    Map<List<String>, SpanAgreement> ofPair = new HashMap<>();
    Function<List<String>, SpanAgreement> pair =
        who -> ofPair.computeIfAbsent(who, w -> labelled.of(w.get(0), w.get(1)));
    PassageSource passages = () -> passages(mark -> label.apply(mark).orElse(""));
    String id = "feature/" + feature.id() + "/";
    return new LayerSection.Labelled(
        feature.id(),
        line(
            id(id + Measure.U_ALPHA.id()),
            labelled.uAlpha(),
            labelled.kuAlpha(),
            who -> pair.apply(who).uAlpha(),
            passages),
        line(
            id(id + Measure.CU_ALPHA.id()),
            labelled.cuAlpha(),
            Map.of(),
            who -> pair.apply(who).cuAlpha(),
            passages));
  }

  private static long number(List<SpanDocument> documents) {
    return documents.stream().mapToLong(document -> document.spans().size()).sum();
  }
}
