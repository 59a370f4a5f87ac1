package org.testimony.core.agreement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Coefficients and reports as JSON trees, with properties in a fixed order and numbers in full
 * precision. Absent is {@code null}, never NaN.
 */
public final class AgreementJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AgreementJson() {}

  /** One measure, as the command line prints it. */
  public static ObjectNode of(Coefficient coefficient) {
    Coefficient.Basis basis = coefficient.basis();
    ObjectNode node = NODES.objectNode();
    node.put("measure", basis.measure().id());
    node.put("scale", basis.scale());
    node.put("definition", basis.measure().definition());
    node.put("unit", basis.unit());
    number(node, "value", coefficient.value());
    if (coefficient instanceof Coefficient.Undefined undefined) {
      node.put("undefined", undefined.reason().name());
      undefined
          .bounds()
          .ifPresent(
              bounds ->
                  node.putObject("bounds").put("low", bounds.low()).put("high", bounds.high()));
    } else {
      node.putNull("undefined");
    }
    number(node, "observed", basis.observed());
    number(node, "expected", basis.expected());
    node.put(
        "observedKind", basis.measure().observedKind().name().toLowerCase(java.util.Locale.ROOT));
    node.set("n", size(basis.n()));
    number(node, "se", standardError(coefficient));
    uncertainty(node, coefficient.uncertainty());
    ArrayNode excluded = node.putArray("excluded");
    for (Exclusion exclusion : basis.excluded()) {
      excluded.addObject().put("reason", exclusion.cause().name()).put("count", exclusion.count());
    }
    return node;
  }

  private static OptionalDouble standardError(Coefficient coefficient) {
    return coefficient instanceof Coefficient.Defined defined
        ? defined.standardError()
        : OptionalDouble.empty();
  }

  private static ObjectNode size(SampleSize n) {
    return NODES
        .objectNode()
        .put("documents", n.documents())
        .put("items", n.items())
        .put("pairable", n.pairable())
        .put("annotators", n.annotators());
  }

  private static void number(ObjectNode node, String name, OptionalDouble number) {
    if (number.isPresent()) {
      node.put(name, number.getAsDouble());
    } else {
      node.putNull(name);
    }
  }

  private static void uncertainty(ObjectNode node, Uncertainty uncertainty) {
    if (uncertainty instanceof Uncertainty.Known known) {
      node.set("ci", interval(known.first()));
      node.putNull("ciReason");
      if (!known.beside().isEmpty()) {
        ArrayNode beside = node.putArray("ciBeside");
        known.beside().forEach(interval -> beside.add(interval(interval)));
      }
    } else if (uncertainty instanceof Uncertainty.None none) {
      node.putNull("ci");
      node.put("ciReason", none.reason().name());
      if (none.replicates() > 0) {
        node.put("undefinedReplicates", none.undefinedReplicates());
      }
    }
  }

  private static ObjectNode interval(Interval interval) {
    return NODES
        .objectNode()
        .put("level", interval.level())
        .put("low", interval.low())
        .put("high", interval.high())
        .put("method", interval.method().name().toLowerCase(java.util.Locale.ROOT))
        .put("unit", interval.unit())
        .put("replicates", interval.replicates())
        .put("undefinedReplicates", interval.undefinedReplicates())
        .put("seed", interval.seed());
  }

  /** A measure with its values by label and by pair, as the command line prints it. */
  public static ObjectNode of(Measured measured) {
    ObjectNode node = of(measured.overall());
    ObjectNode byLabel = node.putObject("byLabel");
    measured.byLabel().forEach((label, coefficient) -> byLabel.set(label, of(coefficient)));
    byPair(node, measured.byPair());
    ObjectNode byAnnotator = node.putObject("byAnnotator");
    measured
        .byAnnotator()
        .forEach(
            (annotator, of) -> {
              ObjectNode entry = byAnnotator.putObject(annotator);
              entry.set("againstRest", of(of.againstRest()));
              entry.set("withoutOne", of(of.withoutOne()));
            });
    return node;
  }

  /** What a model of annotators says, with the probability of each label of each item. */
  public static ObjectNode of(AnnotatorModel model) {
    ObjectNode node = of(model.overall());
    node.putObject("byLabel");
    node.putArray("byPair");
    ObjectNode byAnnotator = node.putObject("byAnnotator");
    model.ofAnnotator().forEach((annotator, value) -> byAnnotator.set(annotator, of(value)));
    number(node, "logLikelihood", model.logLikelihood());
    node.set("shares", probabilities(model.shares()));
    ObjectNode items = node.putObject("items");
    model.posteriors().forEach((item, labels) -> items.set(item, probabilities(labels)));
    return node;
  }

  private static ObjectNode probabilities(Map<String, Double> ofLabel) {
    ObjectNode node = NODES.objectNode();
    ofLabel.forEach(node::put);
    return node;
  }

  private static void byPair(ObjectNode node, List<ReportLine.OfPair> pairs) {
    ArrayNode byPair = node.putArray("byPair");
    for (ReportLine.OfPair pair : pairs) {
      ObjectNode entry = byPair.addObject();
      entry.putArray("annotators").add(pair.left()).add(pair.right());
      entry.setAll(of(pair.coefficient()));
      coverage(entry, pair.coverage());
    }
  }

  /** A line of a report: a measure with its values by label and by pair. */
  public static ObjectNode of(ReportLine line) {
    ObjectNode node = NODES.objectNode();
    node.put("id", line.id());
    node.setAll(of(line.overall()));
    ObjectNode byLabel = node.putObject("byLabel");
    line.byLabel().forEach((label, coefficient) -> byLabel.set(label, of(coefficient)));
    byPair(node, line.byPair());
    coverage(node, line.coverage());
    node.put("passages", line.passages().size());
    node.put("disagreeing", line.disagreeing().size());
    return node;
  }

  /** What a value is conditional on, put beside it. */
  public static void coverage(ObjectNode node, Optional<Coverage> coverage) {
    coverage.ifPresent(
        c ->
            node.putObject("coverage")
                .put("covered", c.covered())
                .put("all", c.all())
                .put("unit", c.unit()));
  }

  /** A whole report. */
  public static ObjectNode of(ProjectReport report) {
    ObjectNode node = NODES.objectNode();
    node.put("format", "testimony-agreement").put("version", 1);
    node.putObject("provenance")
        .put("codebook", report.provenance().codebook())
        .put("data", report.provenance().data())
        .put("product", report.provenance().product());
    node.put("articles", report.articles()).put("articlesLeftOut", report.articlesLeftOut());
    node.set("annotators", strings(report.annotators()));
    node.put("replicates", report.replicates()).put("seed", report.seed());
    ArrayNode layers = node.putArray("layers");
    report.layers().forEach(layer -> layers.add(layer(layer)));
    if (report.attribution().isPresent()) {
      AttributionSection attribution = report.attribution().get();
      node.set("attribution", lines(attribution.lines()));
      node.putObject("attributionConflicts")
          .put("claims", attribution.conflicts().claims())
          .put("variants", attribution.conflicts().variants());
    } else {
      node.putNull("attribution").putNull("attributionConflicts");
    }
    node.set("stance", sections(report.stance()));
    ArrayNode features = node.putArray("articleFeatures");
    report.articleFeatures().forEach(feature -> features.add(feature(feature)));
    node.set("articleStance", sections(report.articleStance()));
    ArrayNode documents = node.putArray("documents");
    report.documents().forEach(row -> documents.add(document(row)));
    return node;
  }

  private static ArrayNode strings(List<String> strings) {
    ArrayNode array = NODES.arrayNode();
    strings.forEach(array::add);
    return array;
  }

  private static ArrayNode lines(List<ReportLine> lines) {
    ArrayNode array = NODES.arrayNode();
    lines.forEach(line -> array.add(of(line)));
    return array;
  }

  private static ObjectNode layer(LayerSection layer) {
    ObjectNode node = NODES.objectNode().put("layer", layer.layer());
    node.set("lines", lines(layer.spans()));
    ArrayNode marked = node.putArray("markedBy");
    for (LayerSection.MarkedBy row : layer.markedBy()) {
      ObjectNode entry = marked.addObject();
      entry.put("annotators", row.annotators()).put("articles", row.articles());
      ArrayNode groups = entry.putArray("groups");
      row.groups().forEach(groups::add);
    }
    ArrayNode features = node.putArray("features");
    layer.features().forEach(feature -> features.add(feature(feature)));
    ArrayNode labelled = node.putArray("labelled");
    for (LayerSection.Labelled feature : layer.labelled()) {
      labelled
          .addObject()
          .put("feature", feature.feature())
          .set("lines", lines(List.of(feature.uAlpha(), feature.cuAlpha())));
    }
    return node;
  }

  private static ObjectNode feature(FeatureSection feature) {
    ObjectNode node = NODES.objectNode().put("feature", feature.feature());
    node.set("line", of(feature.alpha()));
    node.set("labels", strings(feature.labels().names()));
    node.set("confusion", table(feature.confusion()));
    node.set("use", use(feature.use()));
    return node;
  }

  private static ArrayNode sections(List<StanceSection> sections) {
    ArrayNode array = NODES.arrayNode();
    for (StanceSection section : sections) {
      ObjectNode node = array.addObject().put("id", section.id());
      node.put("target", section.target().orElse(null)).put("unit", section.unit());
      node.set("aboutness", of(section.aboutness()));
      node.set("direction", of(section.direction()));
      node.set("directionOrdinal", of(section.directionOrdinal()));
      node.set("allLabels", of(section.allLabels()));
      node.set("ac1", of(section.ac1()));
      node.set("ac2", of(section.ac2()));
      node.set("labels", strings(section.labels().names()));
      node.set("confusion", table(section.confusion()));
      node.put("flips", section.flips());
      node.set("prevalence", counts(section.prevalence()));
      node.set("use", use(section.use()));
      node.put("unset", section.unset());
    }
    return array;
  }

  private static ArrayNode table(List<List<Long>> rows) {
    ArrayNode table = NODES.arrayNode();
    for (List<Long> row : rows) {
      ArrayNode cells = table.addArray();
      row.forEach(cells::add);
    }
    return table;
  }

  private static ObjectNode counts(Map<String, Long> counts) {
    ObjectNode node = NODES.objectNode();
    counts.forEach(node::put);
    return node;
  }

  private static ObjectNode use(Map<String, Map<String, Long>> use) {
    ObjectNode node = NODES.objectNode();
    use.forEach((annotator, counts) -> node.set(annotator, counts(counts)));
    return node;
  }

  private static ObjectNode document(DocumentRow row) {
    ObjectNode node = NODES.objectNode().put("article", row.article());
    node.set("annotators", strings(row.annotators()));
    ObjectNode marks = node.putObject("marks");
    row.marks().forEach((layer, counts) -> marks.set(layer, counts(counts)));
    ObjectNode values = node.putObject("values");
    row.values()
        .forEach(
            (line, estimate) -> {
              ObjectNode value = values.putObject(line);
              number(value, "value", estimate.value());
              value.put("undefined", estimate.undefined().map(Enum::name).orElse(null));
              number(value, "observed", estimate.observed());
            });
    return node;
  }
}
