package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.testimony.core.table.CsvRefused;

/** Labels and spans of others, from CSV to JSON. */
class ForeignDataTest {

  private static final LabelsCsv LABELS =
      new LabelsCsv(
          "labels.csv", Optional.empty(), List.of(), Optional.empty(), LabelsCsv.Several.REFUSED);
  private static final SpansCsv SPANS = new SpansCsv("spans.csv", "documents.csv");

  private static LabelData labels(String csv) {
    return LABELS.read(new StringReader(csv)).data();
  }

  private static void refuses(String csv, String message) {
    assertThatThrownBy(() -> labels(csv)).isInstanceOf(CsvRefused.class).hasMessage(message);
  }

  /** The 12 units of Krippendorff (2011) as rows. */
  private static String krippendorff2011() {
    StringBuilder csv = new StringBuilder("item,annotator,label\n");
    JsonNode items = Fixtures.codingCase("krippendorff-2011-12units-4coders").get("items");
    for (int i = 0; i < items.size(); i++) {
      for (int a = 0; a < 4; a++) {
        if (!items.get(i).get(a).isNull()) {
          csv.append("u%d,c%d,%s%n".formatted(i, a, items.get(i).get(a).asText()));
        }
      }
    }
    return csv.toString();
  }

  @Test
  void krippendorff_2011_from_csv_to_json() {
    LabelData data = labels(krippendorff2011());
    LabelMeasures ordinal =
        new LabelMeasures(
            Distance.ordinal(),
            AgreementWeights.unweighted(5),
            Optional.empty(),
            new Resampling(200, 42, 0.95),
            Optional.empty());
    Measured measured =
        ordinal.measure(data, Measure.KRIPPENDORFF_ALPHA, EnumSet.allOf(LabelMeasures.By.class));
    JsonNode json = AgreementJson.of(measured);
    assertThat(json.get("measure").asText()).isEqualTo("krippendorff-alpha");
    assertThat(json.get("scale").asText()).isEqualTo("ordinal");
    assertThat(json.get("value").asDouble()).isCloseTo(0.8153875038, within(1e-9));
    assertThat(json.get("undefined").isNull()).isTrue();
    assertThat(json.at("/n/pairable").asInt()).isEqualTo(40);
    assertThat(json.at("/ci/method").asText()).isEqualTo("bootstrap");
    assertThat(json.at("/ci/seed").asInt()).isEqualTo(42);
    assertThat(json.get("byLabel").size()).isEqualTo(5);
    assertThat(json.get("byPair").size()).isEqualTo(6);
    assertThat(json.at("/excluded/0/reason").asText()).isEqualTo("ITEM_WITH_ONE_VALUE");
  }

  @Test
  void every_measure_of_labels_answers_with_a_value_or_a_reason() {
    LabelData data = labels(krippendorff2011());
    LabelMeasures measures = LabelMeasures.nominal(data.labels(), Resampling.none());
    for (Measure measure : Measure.values()) {
      boolean ofSets = measure == Measure.ALPHA_JACCARD || measure == Measure.ALPHA_MASI;
      if (LabelMeasures.measures(measure) && !ofSets) {
        Measured measured = measures.measure(data, measure, Set.of());
        boolean two =
            measured.overall() instanceof Coefficient.Undefined undefined
                && undefined.reason() == Reason.NEEDS_TWO_ANNOTATORS;
        assertThat(measured.overall().value().isPresent() || two).as(measure.id()).isTrue();
        assertThat(measured.byPair()).hasSize(two ? 6 : 0);
      }
    }
  }

  @Test
  void analytic_and_jackknife_intervals_are_given_where_asked_for() {
    LabelData data = labels(krippendorff2011());
    LabelMeasures analytic =
        new LabelMeasures(
            Distance.nominal(),
            AgreementWeights.unweighted(5),
            Optional.empty(),
            Resampling.none(),
            Optional.of(0.95));
    Interval interval =
        analytic
            .measure(data, Measure.GWET_AC1, Set.of())
            .overall()
            .uncertainty()
            .interval()
            .orElseThrow();
    assertThat(interval.unit()).isEqualTo("item");
    assertThat(interval.low()).as("irrCAC prints (0.461,1)").isCloseTo(0.461, within(0.006));
    assertThat(interval.high()).isEqualTo(1);
    assertThat(analytic.measure(data, Measure.HUBERT_KAPPA, Set.of()).overall().uncertainty())
        .isEqualTo(Uncertainty.none(CiReason.NOT_AVAILABLE));
    LabelMeasures jackknife = LabelMeasures.nominal(data.labels(), Resampling.jackknife(0.95));
    assertThat(
            jackknife
                .measure(data, Measure.KRIPPENDORFF_ALPHA, Set.of())
                .overall()
                .uncertainty()
                .interval()
                .orElseThrow()
                .method())
        .isEqualTo(Interval.Method.JACKKNIFE);
  }

  @Test
  void bad_labels_are_refused_with_file_line_and_column() {
    refuses("", "labels.csv, line 1: expected the header item,annotator,label,[document]");
    refuses(
        "item,label\n",
        "labels.csv, line 1: expected the header item,annotator,label,[document], column annotator"
            + " is missing");
    refuses(
        "item,annotator,label,mood\n",
        "labels.csv, line 1: expected the header item,annotator,label,[document], found column"
            + " \"mood\"");
    refuses(
        "item,annotator,label\n1,a,x\n2,a,\n",
        "labels.csv, line 3, column label: expected a value, found an empty cell");
    refuses(
        "item,annotator,label\n1,a,x\n1,a,y\n",
        "labels.csv, line 3, column label: a has a label on item 1 already");
    refuses(
        "item,annotator,label,document\n1,a,x,d\n1,b,x,e\n",
        "labels.csv, line 3, column document: item 1 is in document d on line 2 and in e here");
    refuses("item,annotator,label\n1,a\n", "labels.csv, line 2: expected 3 cells, found 2");
    assertThatThrownBy(() -> labels("item,annotator,label\n1,a,\"x\n"))
        .isInstanceOf(CsvRefused.class)
        .hasMessageStartingWith("labels.csv, line 2: is no CSV file");
  }

  @Test
  void declared_labels_named_annotators_and_missing_tokens_are_respected() {
    LabelsCsv reader =
        new LabelsCsv(
            "l.csv",
            Optional.of(List.of("against", "neutral", "for")),
            List.of("silent"),
            Optional.of("NA"),
            LabelsCsv.Several.REFUSED);
    LabelData data =
        reader
            .read(
                new StringReader(
                    "item,annotator,label\r\n1,a,for\r\n1,b,NA\r\n2,a,against\r\n2,b,for\r\n"))
            .data();
    assertThat(data.labels().names()).containsExactly("against", "neutral", "for");
    assertThat(data.annotators()).containsExactly("a", "b", "silent");
    assertThat(data.patterns().itemsWithAtLeast(2)).isEqualTo(1);
    assertThatThrownBy(() -> reader.read(new StringReader("item,annotator,label\n1,a,maybe\n")))
        .hasMessage(
            "l.csv, line 2, column label: expected one of [against, neutral, for], found \"maybe\"");
  }

  @Test
  void undeclared_labels_are_ordered_by_value_where_they_are_numbers() {
    assertThat(labels("item,annotator,label\n1,a,10\n2,a,9\n3,a,-1.5\n").labels().names())
        .containsExactly("-1.5", "9", "10");
    assertThat(labels("item,annotator,label\n1,a,b\n2,a,10\n").labels().names())
        .containsExactly("10", "b");
  }

  @Test
  void sets_are_read_from_several_rows() {
    LabelsCsv reader =
        new LabelsCsv(
            "l.csv", Optional.empty(), List.of(), Optional.empty(), LabelsCsv.Several.SETS);
    LabelsCsv.Content content =
        reader.read(new StringReader("item,annotator,label\n1,a,x\n1,a,y\n1,b,x\n2,a,z\n2,b,z\n"));
    LabelMeasures measures =
        new LabelMeasures(
            Distance.nominal(),
            AgreementWeights.unweighted(content.data().labels().size()),
            content.sets(),
            Resampling.none(),
            Optional.empty());
    Coefficient masi = measures.measure(content.data(), Measure.ALPHA_MASI, Set.of()).overall();
    assertThat(masi.basis().observed().orElseThrow())
        .as("distance 2/3 on one of two items")
        .isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void distances_are_read_for_all_pairs() {
    Labels labels = Labels.of("x", "y", "z");
    DistanceCsv reader = new DistanceCsv("d.csv");
    Distance.Custom distance =
        reader.read(new StringReader("a,b,distance\nx,y,1\nz,x,2\ny,z,0.5\n"), labels);
    assertThat(distance.given(new long[3]).of(0, 2)).isEqualTo(2);
    assertThatThrownBy(() -> reader.read(new StringReader("a,b,distance\nx,y,1\n"), labels))
        .hasMessage("d.csv, line 1: expected a distance between x and z");
    assertThatThrownBy(() -> reader.read(new StringReader("a,b,distance\nx,y,1\ny,x,2\n"), labels))
        .hasMessage("d.csv, line 3, column distance: this pair has the distance 1.0 already");
    assertThatThrownBy(() -> reader.read(new StringReader("a,b,distance\nx,y,-1\n"), labels))
        .hasMessageStartingWith("d.csv, line 2, column distance: expected a distance from 0");
  }

  private static Map<String, List<SpanDocument>> spans(String spans, String documents) {
    return SPANS.read(new StringReader(spans), new StringReader(documents));
  }

  private static void refuses(String spans, String documents, String message) {
    assertThatThrownBy(() -> spans(spans, documents))
        .isInstanceOf(CsvRefused.class)
        .hasMessage(message);
  }

  private static final String HEAD = "document,annotator,layer,begin,end,label,id\n";

  @Test
  void spans_with_fragments_and_silent_annotators_are_read() {
    Map<String, List<SpanDocument>> read =
        spans(
            HEAD + "d,a,Claim,110,120,x,1\nd,a,Claim,130,140,x,1\nd,b,Claim,110,140,x,1\n",
            "document,length,begin,annotators\nd,60,100,a|b|c\ne,10,0,a|b\n");
    SpanDocument d = read.get("Claim").get(0);
    assertThat(d.annotators()).containsExactly("a", "b", "c");
    assertThat(d.spansOf("a").get(0).span().toString()).isEqualTo("[10, 20);[30, 40)");
    assertThat(d.spansOf("c")).isEmpty();
    assertThat(read.get("Claim").get(1).spans()).isEmpty();
  }

  @Test
  void bad_spans_are_refused_with_file_line_and_column() {
    String documents = "document,length,annotators\nd,50,a|b\n";
    refuses(
        HEAD + "e,a,Claim,1,2,x,1\n",
        documents,
        "spans.csv, line 2, column document: expected a document of the other file, found \"e\"");
    refuses(
        HEAD + "d,c,Claim,1,2,x,1\n",
        documents,
        "spans.csv, line 2, column annotator: expected one of those who saw the document, [a, b],"
            + " found \"c\"");
    refuses(
        HEAD + "d,a,Claim,5,5,x,1\n",
        documents,
        "spans.csv, line 2, column end: expected an end after the begin 5, found 5");
    refuses(
        HEAD + "d,a,Claim,5,51,x,1\n",
        documents,
        "spans.csv, line 2, column end: the document ends at 50, found 51");
    refuses(
        HEAD + "d,a,Claim,1.5,3,x,1\n",
        documents,
        "spans.csv, line 2, column begin: expected a whole number from 0, found \"1.5\"");
    refuses(
        HEAD + "d,a,Claim,1,9,x,1\nd,a,Claim,5,12,x,1\n",
        documents,
        "spans.csv, line 3, column begin: fragments of span 1 overlap");
    refuses(
        HEAD + "d,a,Claim,1,9,x,1\nd,a,Claim,15,22,y,1\n",
        documents,
        "spans.csv, line 3, column label: span 1 has the label x already");
    refuses(
        HEAD + "d,a,Claim,1,9,x,1\nd,b,Claim,1,9,x,1\ne,a,Claim,1,9,x,1\n",
        "document,length\nd,50\ne,50\n",
        "documents.csv, line 3, column annotators: [b] marked nothing in document e; expected a"
            + " column annotators that says who saw it");
  }

  @Test
  void every_measure_of_spans_answers() {
    Map<String, List<SpanDocument>> read =
        spans(
            HEAD
                + "d,a,Claim,1,9,x,1\nd,b,Claim,2,9,x,1\nd,a,Claim,20,30,y,2\nd,b,Claim,20,28,y,2\n",
            "document,length\nd,50\n");
    SpanMeasures measures = new SpanMeasures(0.5, 2, GammaSettings.defaults(1), Resampling.none());
    for (Measure measure : Measure.values()) {
      if (SpanMeasures.measures(measure)) {
        Measured measured =
            measures.measure(read.get("Claim"), measure, EnumSet.allOf(LabelMeasures.By.class));
        assertThat(measured.overall().value()).as(measure.id()).isPresent();
        assertThat(measured.byPair()).hasSize(1);
        assertThat(AgreementJson.of(measured).toString()).doesNotContain("NaN");
      }
    }
  }
}
