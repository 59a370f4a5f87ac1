package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.testimony.core.agreement.AttributionSection;
import org.testimony.core.agreement.FeatureSection;
import org.testimony.core.agreement.LayerSection;
import org.testimony.core.agreement.Measure;
import org.testimony.core.agreement.ProjectReport;
import org.testimony.core.agreement.ReportLine;
import org.testimony.core.agreement.StanceSection;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.FeatureType;
import org.testimony.core.codebook.Label;
import org.testimony.core.codebook.Layer;
import org.testimony.core.codebook.Target;
import org.testimony.web.platform.Texts;

/** A report in the words of its codebook, section by section. */
public final class ReportPage {

  private final AgreementReport report;
  private final ProjectReport measured;
  private final Codebook codebook;
  private final List<LineRow> overview = new ArrayList<>();
  private final List<ReportSection> sections = new ArrayList<>();

  ReportPage(AgreementReport report) {
    this.report = report;
    this.measured = report.measured();
    this.codebook = report.codebook();
    measured.layers().forEach(this::add);
    measured.attribution().ifPresent(this::add);
    measured.stance().forEach(this::addStance);
    addArticleFeatures();
    measured.articleStance().forEach(this::addArticleStance);
  }

  private void add(LayerSection layer) {
    String title = codebook.layer(layer.layer()).map(Layer::title).orElse(layer.layer());
    List<LineRow> lines = new ArrayList<>();
    layer.spans().forEach(line -> lines.add(row(line)));
    overview.add(new LineRow(Texts.of("agreement.overview.spans", title), layer.f1Overlap()));
    for (FeatureSection feature : layer.features()) {
      String name = feature(layer.layer(), feature.feature()).map(Feature::title).orElse("");
      lines.add(new LineRow(name, feature.alpha()));
      overview.add(
          new LineRow(Texts.of("agreement.overview.feature", title, name), feature.alpha()));
    }
    for (LayerSection.Labelled labelled : layer.labelled()) {
      String name = feature(layer.layer(), labelled.feature()).map(Feature::title).orElse("");
      for (ReportLine line : List.of(labelled.uAlpha(), labelled.cuAlpha())) {
        lines.add(new LineRow(Texts.of("agreement.line." + lastPart(line.id()), name), line));
      }
    }
    ReportSection section =
        new ReportSection("layer-" + layer.layer(), title, lines)
            .with(layer.markedBy())
            .with(matrix(layer.f1Overlap()))
            .with(matrix(layer.uAlphaBinary()));
    for (FeatureSection feature : layer.features()) {
      section.with(grid(feature(layer.layer(), feature.feature()), feature));
    }
    for (LayerSection.Labelled labelled : layer.labelled()) {
      byLabel(layer.layer(), labelled).ifPresent(section::saying);
    }
    sections.add(section);
  }

  /** The values of single labels in a sentence, where any label was used. */
  private Optional<String> byLabel(String layer, LayerSection.Labelled labelled) {
    Optional<Feature> feature = feature(layer, labelled.feature());
    Map<String, String> titles = titles(feature.map(Feature::labels).orElse(List.of()));
    List<String> values = new ArrayList<>();
    labelled
        .uAlpha()
        .byLabel()
        .forEach(
            (label, value) ->
                values.add(
                    titles.getOrDefault(label, label)
                        + " "
                        + (value.value().isPresent()
                            ? Digits.of(value.value())
                            : Texts.of("agreement.none"))));
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Texts.of(
                "agreement.byLabel",
                feature.map(Feature::title).orElse(""),
                String.join(", ", values)));
  }

  private Optional<Feature> feature(String layer, String feature) {
    return codebook.feature(layer, feature);
  }

  private void add(AttributionSection attribution) {
    String title = Texts.of("agreement.section.attribution");
    overview.add(new LineRow(title, attribution.alpha()));
    sections.add(
        new ReportSection(
                "attribution", title, attribution.lines().stream().map(this::row).toList())
            .with(matrix(attribution.alpha()))
            .with(matrix(attribution.linkF1()))
            .saying(
                Texts.of(
                    "agreement.conflicts",
                    attribution.conflicts().claims(),
                    attribution.conflicts().variants())));
  }

  private void addStance(StanceSection stance) {
    String target =
        stance.target().map(this::target).orElse(Texts.of("agreement.section.allTargets"));
    String title = Texts.of("agreement.section.stance", target);
    overview.add(new LineRow(title, stance.allLabels()));
    sections.add(section(stance, title));
  }

  private void addArticleStance(StanceSection stance) {
    String feature = stance.id().split("/", -1)[1];
    String title =
        Texts.of(
            "agreement.section.articleStance",
            codebook.articleFeature(feature).map(Feature::title).orElse(feature),
            stance.target().map(this::target).orElse(""));
    overview.add(new LineRow(title, stance.allLabels()));
    sections.add(section(stance, title));
  }

  private String target(String id) {
    return codebook.target(id).map(ReportPage::proposition).orElse(id);
  }

  /** The proposition of a target as part of a heading. */
  static String proposition(Target target) {
    String title = target.title().strip();
    return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
  }

  private ReportSection section(StanceSection stance, String title) {
    List<LineRow> lines = stance.lines().stream().map(this::row).toList();
    ReportSection section =
        new ReportSection(stance.id().replace('/', '-'), title, lines)
            .with(matrix(stance.allLabels()))
            .with(
                new LabelGrid(
                    Texts.of("agreement.line.all-labels"),
                    stance.allLabels(),
                    titles(codebook.stance().map(j -> j.labels()).orElse(List.of())),
                    true,
                    stance.confusion(),
                    stance.use(),
                    report.names()));
    return section
        .saying(Texts.of("agreement.flips", stance.flips()))
        .saying(Texts.of("agreement.unset", stance.unset()));
  }

  private void addArticleFeatures() {
    if (measured.articleFeatures().isEmpty()) {
      return;
    }
    List<LineRow> lines = new ArrayList<>();
    for (FeatureSection feature : measured.articleFeatures()) {
      LineRow row =
          new LineRow(
              codebook.articleFeature(feature.feature()).map(Feature::title).orElse(""),
              feature.alpha());
      lines.add(row);
      overview.add(row);
    }
    ReportSection section =
        new ReportSection("articles", Texts.of("agreement.section.articles"), lines);
    for (FeatureSection feature : measured.articleFeatures()) {
      section
          .with(matrix(feature.alpha()))
          .with(grid(codebook.articleFeature(feature.feature()), feature));
    }
    sections.add(section);
  }

  private LineRow row(ReportLine line) {
    return new LineRow(Texts.of("agreement.line." + lastPart(line.id())), line);
  }

  private static String lastPart(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private PairMatrix matrix(ReportLine line) {
    String key = "agreement.line." + lastPart(line.id());
    String name = Texts.has(key) ? Texts.of(key) : lineName(line.id());
    return new PairMatrix(name, line, report.names());
  }

  private String lineName(String id) {
    return overview.stream()
        .filter(row -> row.getId().equals(id))
        .map(LineRow::getName)
        .findFirst()
        .orElse(id);
  }

  private LabelGrid grid(Optional<Feature> feature, FeatureSection section) {
    Map<String, String> titles =
        feature.filter(f -> f.type() == FeatureType.FLAG).isPresent()
            ? flagTitles()
            : titles(feature.map(Feature::labels).orElse(List.of()));
    return new LabelGrid(
        feature.map(Feature::title).orElse(section.feature()),
        section.alpha(),
        titles,
        false,
        section.confusion(),
        section.use(),
        report.names());
  }

  private static Map<String, String> flagTitles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("false", Texts.of("agreement.flag.false"));
    titles.put("true", Texts.of("agreement.flag.true"));
    return titles;
  }

  private static Map<String, String> titles(List<Label> labels) {
    Map<String, String> titles = new LinkedHashMap<>();
    labels.forEach(label -> titles.put(label.id(), label.title()));
    return titles;
  }

  /** Whether at least two people submitted one article. */
  public boolean isMeasured() {
    return measured.articles() > 0;
  }

  /** Whether gamma of so many articles can be waited for. */
  public boolean isGammaPossible() {
    return measured.articles() > 0 && measured.articles() <= MeasureAgreement.MOST_FOR_GAMMA;
  }

  /** The line that comes first: stance over all targets, else the spans of the first layer. */
  public Optional<LineRow> headline() {
    List<StanceSection> stance = measured.stance();
    if (!stance.isEmpty()) {
      ReportLine line = stance.get(stance.size() - 1).allLabels();
      return Optional.of(new LineRow(lineName(line.id()), line));
    }
    return overview.stream().findFirst();
  }

  /** What comes first. */
  public LineRow getHeadline() {
    return headline().orElseThrow();
  }

  /** How many articles and people it rests on. */
  public String getBasis() {
    return Texts.of("agreement.basis", measured.articles(), measured.annotators().size());
  }

  /** Why the report has no intervals; empty where it has some. */
  public String getNoIntervals() {
    boolean few = measured.articles() < 10;
    return few ? Texts.of("agreement.tooFewArticles", measured.articles()) : "";
  }

  /** Rounds and codebook in a sentence. */
  public String getLead() {
    String rounds =
        report.rounds().stream().map(round -> round.name()).collect(Collectors.joining(", "));
    return Texts.of(
        "agreement.lead", report.rounds().size(), rounds, measured.provenance().codebook());
  }

  /** The most important line of each part. */
  public List<LineRow> getOverview() {
    return List.copyOf(overview);
  }

  /** All parts. */
  public List<ReportSection> getSections() {
    return List.copyOf(sections);
  }

  /** The table per article. */
  public ArticleTable getArticles() {
    Map<String, String> names = new LinkedHashMap<>();
    overview.forEach(row -> names.put(row.getId(), row.getName()));
    return new ArticleTable(report, names);
  }

  /** What was left out of the whole, then of each part. */
  public List<ReportSection.LeftOutRow> getLeftOut() {
    List<ReportSection.LeftOutRow> rows = new ArrayList<>();
    for (LeftOut left : report.leftOut()) {
      rows.add(
          new ReportSection.LeftOutRow(
              Texts.of("agreement.leftOut.sets"),
              Digits.of(left.count()),
              Texts.of("agreement.leftOut." + left.why().name())));
    }
    if (measured.articlesLeftOut() > 0) {
      rows.add(
          new ReportSection.LeftOutRow(
              Texts.of("agreement.leftOut.articles"),
              Digits.of(measured.articlesLeftOut()),
              Texts.of("agreement.leftOut.ONE_ANNOTATOR")));
    }
    for (MeasuredCodebook.NotMeasured not : report.notMeasured()) {
      rows.add(
          new ReportSection.LeftOutRow(
              not.title(), "", Texts.of("agreement.notMeasured." + not.why().name())));
    }
    sections.forEach(section -> rows.addAll(section.leftOut()));
    return rows;
  }

  /** The measures that the report uses, each with its definition. */
  public List<Definition> getDefinitions() {
    Map<String, Definition> definitions = new TreeMap<>();
    for (ReportLine line : measured.lines()) {
      Measure measure = line.overall().basis().measure();
      definitions.put(
          measure.id(),
          new Definition(
              measure.id(),
              Texts.of("agreement.measure." + measure.id()),
              Texts.of("agreement.meaning." + measure.id()),
              measure.definition()));
    }
    return List.copyOf(definitions.values());
  }

  /**
   * What a measure is.
   *
   * @param id of the measure
   * @param name on pages
   * @param meaning in plain words
   * @param definition that the values follow
   */
  public record Definition(String id, String name, String meaning, String definition) {}

  /** The report itself. */
  AgreementReport report() {
    return report;
  }
}
