package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.testimony.core.text.Fragment;

/**
 * The measures of agreement on spans of one layer, for a corpus of documents.
 *
 * <p>Documents that fewer than two annotators saw are left out and counted.
 */
public final class SpanAgreement {

  private static final String MARKED = "marked";

  private final List<SpanDocument> documents;
  private final double threshold;
  private final Resampling resampling;
  private final List<Exclusion> excluded = new ArrayList<>();
  private final int alone;
  private final Map<List<String>, SpanMatchCounts[]> matches = new HashMap<>();
  private final List<String> annotators;
  private final List<List<String>> pairs;
  private final List<Map<String, Marked>> marked = new ArrayList<>();
  private Optional<Unitizing> unitizing = Optional.empty();

  /**
   * Agreement on spans.
   *
   * @param documents all documents
   * @param threshold least intersection over union of overlap F1
   * @param resampling how intervals are made
   */
  public SpanAgreement(List<SpanDocument> documents, double threshold, Resampling resampling) {
    this(documents, threshold, resampling, List.of());
  }

  /** The same where some spans were left out before. */
  SpanAgreement(
      List<SpanDocument> documents,
      double threshold,
      Resampling resampling,
      List<Exclusion> leftOut) {
    this.documents = documents.stream().filter(d -> d.annotators().size() >= 2).toList();
    this.threshold = threshold;
    this.resampling = resampling;
    this.alone = (int) documents.stream().flatMap(d -> d.annotators().stream()).distinct().count();
    excluded.addAll(leftOut);
    LabelAgreement.addIfAny(
        excluded,
        Exclusion.Cause.DOCUMENT_WITH_ONE_ANNOTATOR,
        documents.stream().filter(d -> d.annotators().size() == 1).count());
    this.annotators =
        this.documents.stream()
            .flatMap(document -> document.annotators().stream())
            .distinct()
            .sorted()
            .toList();
    Set<List<String>> together = new HashSet<>();
    this.documents.forEach(d -> together.addAll(SpanMatchCounts.pairs(d.annotators())));
    this.pairs = SpanMatchCounts.pairs(annotators).stream().filter(together::contains).toList();
  }

  /**
   * What an annotator marked in a document.
   *
   * @param characters the characters that lie in any span
   * @param spans how many spans
   */
  private record Marked(List<Fragment> characters, long spans) {

    static Marked of(SpanDocument document, String annotator) {
      List<SpanDocument.Labelled> own = document.spansOf(annotator);
      return new Marked(
          Ranges.union(own.stream().map(SpanDocument.Labelled::span).toList()), own.size());
    }
  }

  /** Pair to document to their matches, made when they are first asked for. */
  private synchronized Map<List<String>, SpanMatchCounts[]> matches() {
    if (matches.isEmpty()) {
      for (int d = 0; d < documents.size(); d++) {
        SpanDocument document = documents.get(d);
        for (List<String> pair : SpanMatchCounts.pairs(document.annotators())) {
          matches.computeIfAbsent(pair, p -> none())[d] =
              SpanMatchCounts.of(document, pair.get(0), pair.get(1), threshold);
        }
      }
    }
    return matches;
  }

  private SpanMatchCounts[] none() {
    SpanMatchCounts[] none = new SpanMatchCounts[documents.size()];
    Arrays.fill(none, SpanMatchCounts.NONE);
    return none;
  }

  /** The matches of some pairs on each document. */
  private SpanMatchCounts[] matches(List<List<String>> some) {
    if (some.size() == 1) {
      return Objects.requireNonNull(matches().getOrDefault(some.get(0), none()));
    }
    SpanMatchCounts[] sum = none();
    for (List<String> pair : some) {
      SpanMatchCounts[] own = Objects.requireNonNull(matches().getOrDefault(pair, none()));
      for (int d = 0; d < sum.length; d++) {
        sum[d] = sum[d].merge(own[d]);
      }
    }
    return sum;
  }

  /** The documents that count. */
  List<SpanDocument> documents() {
    return documents;
  }

  /** Everybody who saw a document that counts, in order. */
  public List<String> annotators() {
    return annotators;
  }

  /** All pairs of annotators who saw a document together, in order. */
  public List<List<String>> pairs() {
    return pairs;
  }

  /** F1 of a kind, all pairs of annotators pooled. */
  public Coefficient f1(Measure measure) {
    return f1(measure, pairs(), new SampleSize(0, 0, 0, seen()));
  }

  /** F1 of a kind, of one pair of annotators. */
  public Coefficient f1(Measure measure, String left, String right) {
    List<String> pair = left.compareTo(right) < 0 ? List.of(left, right) : List.of(right, left);
    return f1(measure, List.of(pair), new SampleSize(0, 0, 0, 2));
  }

  private Coefficient f1(Measure measure, List<List<String>> some, SampleSize size) {
    DocumentCounts.Builder counts = DocumentCounts.builder(F1.COLUMNS);
    SpanMatchCounts sum = SpanMatchCounts.NONE;
    long contributing = 0;
    SpanMatchCounts[] byDocument = matches(some);
    for (int d = 0; d < documents.size(); d++) {
      SpanMatchCounts here = byDocument[d];
      add(counts, d, new long[] {here.hits(measure), here.size(measure)});
      contributing += here.size(measure) > 0 ? 1 : 0;
      sum = sum.merge(here);
    }
    String scale = measure == Measure.F1_OVERLAP ? "IoU >= " + threshold : "exact";
    SampleSize n = new SampleSize(contributing, sum.spans(), sum.characters(), size.annotators());
    return new Measuring(measure, scale, unit(measure), n, excluded)
        .of(counts.build(), new F1(), resampling);
  }

  private static String unit(Measure measure) {
    return measure == Measure.F1_CHARACTER ? "character" : "span";
  }

  /** The counts behind F1, all pairs of annotators and documents added up. */
  public SpanMatchCounts matchCounts() {
    SpanMatchCounts sum = SpanMatchCounts.NONE;
    for (SpanMatchCounts counts : matches(pairs())) {
      sum = sum.merge(counts);
    }
    return sum;
  }

  /** Binary u-alpha on the union of each annotator's spans; always defined on overlapping spans. */
  public Coefficient uAlphaBinary() {
    UnitizingSums none = UnitizingSums.empty(Labels.of(MARKED), mostAnnotators());
    DocumentCounts.Builder counts = DocumentCounts.builder(none.columns().size());
    for (int d = 0; d < documents.size(); d++) {
      add(counts, d, lengths(none, d));
    }
    return measuring(Measure.U_ALPHA_BINARY).of(counts.build(), UnitizingAlpha.u(none), resampling);
  }

  /** The lengths of one document in which spans are marked or not, whatever their label. */
  private long[] lengths(UnitizingSums none, int document) {
    return none.ofUnion(
        documents.get(document),
        marked().get(document).values().stream().map(Marked::characters).toList());
  }

  /** What each annotator marked in each document, made when it is first asked for. */
  private synchronized List<Map<String, Marked>> marked() {
    if (marked.isEmpty()) {
      for (SpanDocument document : documents) {
        Map<String, Marked> own = new LinkedHashMap<>();
        for (String annotator : document.annotators()) {
          own.put(annotator, Marked.of(document, annotator));
        }
        marked.add(own);
      }
    }
    return marked;
  }

  private void add(DocumentCounts.Builder counts, int document, long[] row) {
    counts.add(documents.get(document).group(), row);
  }

  /** Overlap F1 of each document alone, for a table per document. */
  public Map<String, Estimate> f1OverlapByDocument() {
    Map<String, Estimate> values = new LinkedHashMap<>();
    SpanMatchCounts[] byDocument = matches(pairs());
    for (int d = 0; d < documents.size(); d++) {
      long[] counts = {byDocument[d].overlap(), byDocument[d].spans()};
      values.put(documents.get(d).id(), new F1().of(counts));
    }
    return values;
  }

  /** Binary u-alpha of each document alone, for a table per document. */
  public Map<String, Estimate> uAlphaBinaryByDocument() {
    UnitizingSums none = UnitizingSums.empty(Labels.of(MARKED), mostAnnotators());
    Map<String, Estimate> values = new LinkedHashMap<>();
    for (int d = 0; d < documents.size(); d++) {
      values.put(documents.get(d).id(), UnitizingAlpha.u(none).of(lengths(none, d)));
    }
    return values;
  }

  /** Binary u-alpha of one pair of annotators, on the documents that both saw. */
  public Coefficient uAlphaBinary(String left, String right) {
    UnitizingSums none = UnitizingSums.empty(Labels.of(MARKED), 2);
    DocumentCounts.Builder counts = DocumentCounts.builder(none.columns().size());
    long together = 0;
    long spans = 0;
    long characters = 0;
    for (int d = 0; d < documents.size(); d++) {
      SpanDocument document = documents.get(d);
      Optional<Marked> a = Optional.ofNullable(marked().get(d).get(left));
      Optional<Marked> b = Optional.ofNullable(marked().get(d).get(right));
      if (a.isPresent() && b.isPresent()) {
        List<List<Fragment>> both = List.of(a.get().characters(), b.get().characters());
        add(counts, d, none.ofUnion(document, both));
        together++;
        spans += a.get().spans() + b.get().spans();
        characters += 2L * document.length();
      }
    }
    SampleSize n = new SampleSize(together, spans, characters, together > 0 ? 2 : 0);
    return new Measuring(Measure.U_ALPHA_BINARY, "nominal", "character", n, List.of())
        .of(counts.build(), UnitizingAlpha.u(none), resampling);
  }

  /** u-alpha over labels; undefined where spans of one annotator overlap. */
  public Coefficient uAlpha() {
    return overLabels(Measure.U_ALPHA, UnitizingAlpha::u);
  }

  /** cu-alpha; undefined where spans of one annotator overlap. */
  public Coefficient cuAlpha() {
    return overLabels(Measure.CU_ALPHA, UnitizingAlpha::cu);
  }

  /** (k)u-alpha of each label in order; undefined where spans of one annotator overlap. */
  public Map<String, Coefficient> kuAlpha() {
    Map<String, Coefficient> byLabel = new LinkedHashMap<>();
    List<String> names = labels().names();
    for (int code = 0; code < names.size(); code++) {
      int label = code;
      byLabel.put(
          names.get(code), overLabels(Measure.KU_ALPHA, sums -> UnitizingAlpha.ku(sums, label)));
    }
    return byLabel;
  }

  /** Gamma; always defined on overlapping and nested spans, broken ones count as their hull. */
  public Coefficient gamma(GammaSettings settings) {
    return gamma(settings, GammaLimits.DEFAULT);
  }

  /** Gamma by a search that goes so far; beyond, it has bounds and no value. */
  Coefficient gamma(GammaSettings settings, GammaLimits limits) {
    List<Gamma.Disorders> disorders = new ArrayList<>();
    for (SpanDocument document : documents) {
      disorders.add(
          Gamma.of(Gamma.continuum(document), settings, limits, PoissonWeights.key(document.id())));
    }
    Coefficient best = gamma(Measure.GAMMA, settings, disorders);
    return disorders.stream().allMatch(Gamma.Disorders::areProved)
        ? best
        : new Coefficient.Undefined(best.basis(), Reason.SEARCH_LIMIT, Gamma.bounds(disorders));
  }

  /** Gamma-cat: agreement of the labels of aligned spans. */
  public Coefficient gammaCat(GammaSettings settings) {
    return gammaOfLabels(Measure.GAMMA_CAT, settings, GammaLimits.DEFAULT, Optional.empty());
  }

  /** Gamma-k of each label in order. */
  public Map<String, Coefficient> gammaK(GammaSettings settings) {
    Map<String, Coefficient> byLabel = new LinkedHashMap<>();
    for (String label : labels().names()) {
      byLabel.put(
          label, gammaOfLabels(Measure.GAMMA_K, settings, GammaLimits.DEFAULT, Optional.of(label)));
    }
    return byLabel;
  }

  Coefficient gammaOfLabels(
      Measure measure, GammaSettings settings, GammaLimits limits, Optional<String> label) {
    List<Gamma.Disorders> disorders = new ArrayList<>();
    for (SpanDocument document : documents) {
      Optional<Gamma.Disorders> one =
          Gamma.ofLabels(
              Gamma.continuum(document),
              settings,
              limits,
              label,
              PoissonWeights.key(document.id()));
      if (one.isEmpty()) {
        return gammaMeasuring(measure, settings).undefined(Reason.SEARCH_LIMIT);
      }
      disorders.add(one.get());
    }
    return gamma(measure, settings, disorders);
  }

  private Coefficient gamma(
      Measure measure, GammaSettings settings, List<Gamma.Disorders> disorders) {
    DocumentCounts.Builder counts = DocumentCounts.builder(Gamma.COLUMNS);
    for (int d = 0; d < disorders.size(); d++) {
      add(counts, d, disorders.get(d).counts());
    }
    return gammaMeasuring(measure, settings).of(counts.build(), new Gamma(), resampling);
  }

  /** Says what gamma is computed with, and how many broken spans it took for their hull. */
  private Measuring gammaMeasuring(Measure measure, GammaSettings settings) {
    long broken =
        documents.stream()
            .flatMap(document -> document.spans().stream())
            .filter(span -> span.span().fragments().size() > 1)
            .count();
    String scale =
        broken == 0
            ? settings.describe()
            : "%s, %d broken spans as their hull".formatted(settings.describe(), broken);
    return new Measuring(measure, scale, "unit", measuring(measure).n(), excluded);
  }

  /** Boundary similarity B, all pairs of annotators pooled. */
  public Coefficient boundarySimilarity(int reach) {
    BoundarySimilarity formula = new BoundarySimilarity(reach);
    DocumentCounts.Builder counts = DocumentCounts.builder(BoundarySimilarity.COLUMNS);
    for (SpanDocument document : documents) {
      for (List<String> pair : SpanMatchCounts.pairs(document.annotators())) {
        counts.add(document.group(), formula.counts(document, pair.get(0), pair.get(1)));
      }
    }
    Measuring plain = measuring(Measure.BOUNDARY_SIMILARITY);
    return new Measuring(plain.measure(), "reach " + reach, "boundary", plain.n(), excluded)
        .of(counts.build(), formula, resampling);
  }

  /** Alpha of 1995 and 2004 over all labels; undefined where units of one label overlap. */
  public Coefficient alphaU() {
    return alphaU(labels());
  }

  /** Alpha of 1995 and 2004 of each label in order. */
  public Map<String, Coefficient> alphaUByLabel() {
    Map<String, Coefficient> byLabel = new LinkedHashMap<>();
    labels().names().forEach(label -> byLabel.put(label, alphaU(Labels.of(label))));
    return byLabel;
  }

  private Coefficient alphaU(Labels some) {
    Measuring measuring = measuring(Measure.ALPHA_U);
    for (SpanDocument document : documents) {
      for (String label : some.names()) {
        if (UnitizingSums.overlaps(document.onlyLabel(label))) {
          return measuring.undefined(Reason.OVERLAPPING_UNITS);
        }
      }
    }
    AlphaU formula = AlphaU.of(documents, some);
    return measuring.of(formula.counts(), formula, resampling);
  }

  /** Alpha on labels projected to tokens; undefined where spans of one annotator overlap. */
  public Coefficient tokenAlpha() {
    List<String> names = new ArrayList<>(labels().names());
    names.add(TokenProjection.OUTSIDE);
    Labels all = Labels.sorted(names);
    PatternTable table = PatternTable.empty(all);
    Map<String, PatternTable> byGroup = new LinkedHashMap<>();
    for (SpanDocument document : documents) {
      if (UnitizingSums.overlaps(document)) {
        return measuring(Measure.TOKEN_ALPHA).undefined(Reason.OVERLAPPING_UNITS);
      }
      PatternTable own = TokenProjection.patterns(document, all);
      table = table.merge(own);
      byGroup.merge(document.group(), own, PatternTable::merge);
    }
    DocumentCounts.Builder counts = DocumentCounts.builder(table.patterns().size());
    for (Map.Entry<String, PatternTable> entry : byGroup.entrySet()) {
      PatternTable own = entry.getValue();
      long[] items = own.counts();
      for (int p = 0; p < items.length; p++) {
        counts.add(entry.getKey(), table.column(own.patterns().get(p)), items[p]);
      }
    }
    SampleSize n =
        new SampleSize(documents.size(), table.itemsWithAtLeast(2), table.pairableValues(), seen());
    return new Measuring(Measure.TOKEN_ALPHA, "nominal", tokenUnit(), n, excluded)
        .of(counts.build(), new KrippendorffAlpha(table, Distance.nominal()), resampling);
  }

  /**
   * The measures of labels on labels projected to tokens, such as Cohen's kappa; each token is an
   * item of its document. Spans of one annotator must not overlap.
   */
  public LabelAgreement onTokens() {
    List<String> names = new ArrayList<>(labels().names());
    names.add(TokenProjection.OUTSIDE);
    LabelData.Builder data = LabelData.builder(Labels.sorted(names), annotators());
    for (SpanDocument document : documents) {
      TokenProjection.add(data, document);
    }
    return new LabelAgreement(data.build(), tokenUnit(), excluded, resampling);
  }

  private String tokenUnit() {
    boolean tokens = documents.stream().anyMatch(document -> !document.tokens().isEmpty());
    return tokens ? "token" : "character";
  }

  /** A measure of the spans of each label alone, labels in order. */
  Map<String, Coefficient> byLabel(Function<SpanAgreement, Coefficient> measure) {
    Map<String, Coefficient> byLabel = new LinkedHashMap<>();
    for (String label : labels().names()) {
      List<SpanDocument> alone = documents.stream().map(d -> d.onlyLabel(label)).toList();
      byLabel.put(label, measure.apply(new SpanAgreement(alone, threshold, resampling)));
    }
    return byLabel;
  }

  /** The same for one pair of annotators. */
  public SpanAgreement of(String left, String right) {
    List<String> pair = List.of(left, right);
    return new SpanAgreement(
        documents.stream()
            .filter(document -> document.annotators().containsAll(pair))
            .map(document -> document.only(pair))
            .toList(),
        threshold,
        resampling);
  }

  private Coefficient overLabels(Measure measure, Function<UnitizingSums, UnitizingAlpha> formula) {
    Unitizing all = unitizing();
    return all.byDocument()
        .map(counts -> measuring(measure).of(counts, formula.apply(all.none()), resampling))
        .orElseGet(() -> measuring(measure).undefined(Reason.OVERLAPPING_UNITS));
  }

  /**
   * Lengths over labels.
   *
   * @param none sums with the right columns
   * @param byDocument their counts; empty where spans of one annotator overlap
   */
  private record Unitizing(UnitizingSums none, Optional<DocumentCounts> byDocument) {}

  /** The lengths that all measures over labels share, made when they are first asked for. */
  private synchronized Unitizing unitizing() {
    if (unitizing.isEmpty()) {
      UnitizingSums none = UnitizingSums.empty(labels(), mostAnnotators());
      boolean overlap = documents.stream().anyMatch(UnitizingSums::overlaps);
      unitizing =
          Optional.of(new Unitizing(none, overlap ? Optional.empty() : Optional.of(lengths(none))));
    }
    return unitizing.get();
  }

  private DocumentCounts lengths(UnitizingSums none) {
    DocumentCounts.Builder counts = DocumentCounts.builder(none.columns().size());
    for (int d = 0; d < documents.size(); d++) {
      add(counts, d, none.ofUnits(documents.get(d)));
    }
    return counts.build();
  }

  private Measuring measuring(Measure measure) {
    long spans = documents.stream().mapToLong(document -> document.spans().size()).sum();
    long characters =
        documents.stream().mapToLong(d -> (long) d.length() * d.annotators().size()).sum();
    return new Measuring(
        measure,
        "nominal",
        "character",
        new SampleSize(documents.size(), spans, characters, seen()),
        excluded);
  }

  /** Annotators who saw something together, or else those who saw something alone. */
  private int seen() {
    int together = annotators().size();
    return together > 0 ? together : alone;
  }

  private Labels labels() {
    Set<String> names = new HashSet<>();
    for (SpanDocument document : documents) {
      for (SpanDocument.Labelled span : document.spans()) {
        names.add(span.label());
      }
    }
    return Labels.sorted(names);
  }

  private int mostAnnotators() {
    return documents.stream().mapToInt(document -> document.annotators().size()).max().orElse(2);
  }
}
