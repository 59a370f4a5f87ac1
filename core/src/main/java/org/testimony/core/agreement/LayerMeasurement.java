package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
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
  private final Resampling resampling;
  private final SpanAgreement spans;

  /**
   * Measures one layer.
   *
   * @param comparisons the articles
   * @param layer the layer and its features
   * @param threshold least intersection over union of a match
   * @param resampling how intervals are made
   */
  LayerMeasurement(
      List<Comparison> comparisons,
      ReportRules.Layer layer,
      double threshold,
      Resampling resampling) {
    this.comparisons = comparisons;
    this.layer = layer;
    this.resampling = resampling;
    this.spans =
        new SpanAgreement(
            comparisons.stream().map(c -> document(c.article(), layer.id())).toList(),
            threshold,
            resampling);
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
        features());
  }

  /** Line id to article to the value on that article alone. */
  Map<String, Map<String, Estimate>> perArticle() {
    return Map.of(
        id(Measure.F1_OVERLAP.id()), spans.f1OverlapByDocument(),
        id(Measure.U_ALPHA_BINARY.id()), spans.uAlphaBinaryByDocument());
  }

  /** The spans of a layer of one article, in offsets of the characters that count. */
  private static SpanDocument document(ComparedArticle article, String layer) {
    CountedText text = CountedText.of(article.length(), article.leftOut());
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    for (AnnotatorSet set : article.sets()) {
      for (Mark mark : set.marks(layer)) {
        text.counted(mark.span())
            .ifPresent(
                span ->
                    spans.add(new SpanDocument.Labelled(set.annotator(), mark.id(), span, layer)));
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
    List<ReportLine.OfPair> pairs =
        spans.pairs().stream()
            .map(
                pair ->
                    new ReportLine.OfPair(
                        pair.get(0), pair.get(1), ofPair.apply(pair), Optional.empty()))
            .toList();
    return new ReportLine(id(measure.id()), overall, Map.of(), pairs, Optional.empty(), passages);
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
}
