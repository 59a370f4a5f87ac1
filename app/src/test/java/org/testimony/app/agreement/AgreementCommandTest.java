package org.testimony.app.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testimony.app.Testimony;

/** The command, from files to what is printed. */
class AgreementCommandTest {

  private static final Path EXAMPLES = Path.of("../docs/examples");
  private static final Path EXPORTS =
      Path.of("../core/src/test/resources/org/testimony/core/inception");

  @TempDir private Path folder = Path.of("");

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveBack() {
    System.setOut(out);
    System.setErr(err);
  }

  private String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    output.reset();
    errors.reset();
    List<String> all = new ArrayList<>(List.of("agreement"));
    all.addAll(List.of(arguments));
    return Testimony.run(all.toArray(String[]::new));
  }

  private List<JsonNode> json(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    assertThat(run(all.toArray(String[]::new))).as(errors()).isZero();
    List<JsonNode> objects = new ArrayList<>();
    for (String line : output().split("\n", -1)) {
      if (!line.isEmpty()) {
        objects.add(new ObjectMapper().readTree(line));
      }
    }
    return objects;
  }

  private List<CSVRecord> csv(String text) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text))
        .getRecords();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static String krippendorff() {
    return EXAMPLES.resolve("krippendorff-2011.csv").toString();
  }

  private static String export(String format) {
    return EXPORTS.resolve("harbour-bridge-" + format + ".zip").toString();
  }

  @ParameterizedTest
  @CsvSource({"nominal,0.743", "ordinal,0.815", "interval,0.849", "ratio,0.797"})
  void krippendorff_2011_twelve_units_four_coders(String scale, double printed) throws IOException {
    JsonNode alpha = json("--labels", krippendorff(), "--scale", scale).get(0);
    assertThat(alpha.get("measure").asText()).isEqualTo("krippendorff-alpha");
    assertThat(alpha.get("scale").asText()).isEqualTo(scale);
    assertThat(alpha.get("value").asDouble()).isCloseTo(printed, within(0.0006));
    assertThat(alpha.get("undefined").isNull()).isTrue();
    assertThat(alpha.at("/n/pairable").asInt()).isEqualTo(40);
    assertThat(alpha.at("/ci/method").asText()).isEqualTo("bootstrap");
    assertThat(alpha.at("/ci/replicates").asInt()).isEqualTo(1000);
    assertThat(alpha.at("/ci/seed").asInt()).isEqualTo(42);
  }

  @ParameterizedTest
  @CsvSource({"u-alpha,0.510,0.0006", "u-alpha-binary,0.413,0.0012", "cu-alpha,0.724,0.0006"})
  void krippendorff_2019_figure_12_11(String measure, double printed, double tolerance)
      throws IOException {
    JsonNode value =
        json(
                "--spans",
                EXAMPLES.resolve("figure-12-11-spans.csv").toString(),
                "--documents",
                EXAMPLES.resolve("figure-12-11-documents.csv").toString(),
                "--measure",
                measure)
            .get(0);
    assertThat(value.get("value").asDouble()).isCloseTo(printed, within(tolerance));
    assertThat(value.get("layer").asText()).isEqualTo("Unit");
    assertThat(value.get("ciReason").asText()).isEqualTo("FEWER_THAN_TEN_DOCUMENTS");
  }

  @Test
  void every_measure_of_labels_gives_a_value_or_a_reason_in_every_form() throws IOException {
    String ids =
        "percent,percent-pairable,bennett-s,brennan-prediger,randolph-kappa,scott-pi,cohen-kappa,"
            + "weighted-kappa,max-kappa,fleiss-kappa,fleiss-kappa-gwet,conger-kappa,hubert-kappa,"
            + "light-kappa,krippendorff-alpha,krippendorff-alpha-gwet,gwet-ac1,gwet-ac2";
    List<JsonNode> all =
        json("--labels", krippendorff(), "--measure", ids, "--by", "label,pair,annotator");
    assertThat(all).extracting(o -> o.get("measure").asText()).containsExactly(ids.split(",", -1));
    for (JsonNode one : all) {
      assertThat(one.get("value").isNumber()).isEqualTo(one.get("undefined").isNull());
      assertThat(one.get("byPair")).hasSize(6);
      assertThat(one.get("byAnnotator")).hasSize(4);
      if (List.of("bennett-s", "scott-pi", "cohen-kappa", "weighted-kappa", "max-kappa")
          .contains(one.get("measure").asText())) {
        assertThat(one.get("undefined").asText()).isEqualTo("NEEDS_TWO_ANNOTATORS");
      }
    }
    assertThat(run("--labels", krippendorff(), "--measure", ids, "--format", "csv")).isZero();
    Map<String, Long> rows =
        csv(output()).stream()
            .filter(row -> row.get("by").equals("all"))
            .collect(Collectors.groupingBy(r -> r.get("measure"), Collectors.counting()));
    assertThat(rows).hasSize(18).allSatisfy((measure, count) -> assertThat(count).isEqualTo(1));
    assertThat(run("--labels", krippendorff(), "--measure", ids)).isZero();
    assertThat(output()).contains(ids.split(",", -1)).doesNotContain("NaN");
  }

  @Test
  void every_measure_of_spans_answers() throws IOException {
    String ids =
        "alpha-u,u-alpha,u-alpha-binary,cu-alpha,ku-alpha,gamma,gamma-cat,gamma-k,f1-exact,"
            + "f1-overlap,f1-character,token-alpha,boundary-similarity";
    String spans =
        file(
            "s.csv",
            """
            document,annotator,layer,begin,end,label
            d,a,L,0,9,x
            d,b,L,1,9,x
            d,a,L,20,30,y
            d,b,L,20,28,y
            """);
    String documents = file("d.csv", "document,length\nd,50\n");
    List<JsonNode> all =
        json(
            "--spans",
            spans,
            "--documents",
            documents,
            "--measure",
            ids,
            "--by",
            "label,pair,annotator",
            "--samples",
            "5");
    assertThat(all).extracting(o -> o.get("measure").asText()).containsExactly(ids.split(",", -1));
    assertThat(all).allSatisfy(one -> assertThat(one.get("value").isNumber()).isTrue());
    assertThat(all.get(4).get("valueOf").asText()).isEqualTo("cu-alpha");
    assertThat(all.get(5).get("scale").asText()).contains("5 samples");
  }

  @Test
  void models_give_errors_and_competence() throws IOException {
    List<JsonNode> models =
        json("--labels", krippendorff(), "--measure", "dawid-skene,mace", "--seed", "3");
    assertThat(models.get(0).at("/errorRates/A/4")).hasSize(5);
    assertThat(models.get(0).at("/items/6")).hasSize(5);
    assertThat(models.get(1).at("/byAnnotator/C/value").asDouble())
        .as("C deviates most often")
        .isLessThan(models.get(1).at("/byAnnotator/A/value").asDouble());
    assertThat(run("--labels", krippendorff(), "--measure", "mace", "--format", "csv")).isZero();
    assertThat(csv(output()))
        .filteredOn(row -> row.get("by").equals("annotator"))
        .extracting(row -> row.get("annotator_a"))
        .containsExactly("A", "B", "C", "D");
    String empty = file("empty.csv", "item,annotator,label\n");
    assertThat(json("--labels", empty, "--measure", "mace").get(0).get("undefined").asText())
        .isEqualTo("NO_DATA");
  }

  @Test
  void order_weights_distances_sets_and_missing_labels_are_respected() throws IOException {
    String words =
        file(
            "w.csv",
            """
            item,annotator,label
            1,a,for
            1,b,for
            2,a,against
            2,b,neutral
            3,a,NA
            3,b,for
            4,a,against
            4,b,against
            """);
    JsonNode ordinal =
        json(
                "--labels",
                words,
                "--missing",
                "NA",
                "--scale",
                "ordinal",
                "--order",
                "against,neutral,for",
                "--ci",
                "none")
            .get(0);
    assertThat(ordinal.at("/n/items").asInt()).isEqualTo(3);
    assertThat(ordinal.get("ciReason").asText()).isEqualTo("NOT_REQUESTED");
    String distance =
        file("x.csv", "a,b,distance\nagainst,neutral,1\nneutral,for,1\nagainst,for,4\n");
    JsonNode custom =
        json(
                "--labels",
                words,
                "--missing",
                "NA",
                "--distance",
                distance,
                "--measure",
                "krippendorff-alpha,gwet-ac2")
            .get(0);
    assertThat(custom.get("value").asDouble())
        .as("values a n a a f f: Do = 2 · 1 / 6; De = (2·3·1 + 2·1·2·1 + 2·3·2·4) / 30")
        .isCloseTo(1 - (2.0 / 6) / ((6 + 4 + 48) / 30.0), within(1e-12));
    String sets = file("m.csv", "item,annotator,label\n1,a,x\n1,a,y\n1,b,x\n2,a,z\n2,b,z\n");
    assertThat(
            json("--labels", sets, "--sets", "--measure", "alpha-masi")
                .get(0)
                .get("observed")
                .asDouble())
        .isCloseTo(1.0 / 3, within(1e-12));
    JsonNode declared =
        json(
                "--labels",
                krippendorff(),
                "--categories",
                "1,2,3,4,5,6",
                "--measure",
                "brennan-prediger")
            .get(0);
    assertThat(declared.get("expected").asDouble()).isCloseTo(1.0 / 6, within(1e-12));
  }

  @Test
  void ways_to_an_interval() throws IOException {
    assertThat(
            json("--labels", krippendorff(), "--ci", "jackknife").get(0).at("/ci/method").asText())
        .isEqualTo("jackknife");
    assertThat(
            json("--labels", krippendorff(), "--ci", "analytic", "--measure", "gwet-ac1")
                .get(0)
                .at("/ci/unit")
                .asText())
        .isEqualTo("item");
    JsonNode seeded = json("--labels", krippendorff(), "--seed", "7", "--replicates", "99").get(0);
    assertThat(seeded.at("/ci/seed").asInt()).isEqualTo(7);
    assertThat(seeded.at("/ci/replicates").asInt()).isEqualTo(99);
  }

  private void refused(String message, String... arguments) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(errors()).hasLineCount(1).startsWith("testimony: ").contains(message);
    assertThat(output()).isEmpty();
  }

  @Test
  void bad_labels_are_refused_with_file_line_and_column() throws IOException {
    String twice = file("twice.csv", "item,annotator,label\n1,a,x\n1,a,y\n");
    refused(twice + ", line 3, column label: a has a label on item 1 already", "--labels", twice);
    String empty = file("cell.csv", "item,annotator,label\n1,a,\n");
    refused(empty + ", line 2, column label: expected a value", "--labels", empty);
    String cut = file("cut.csv", "item,annotator,label\n1,a,\"x\n");
    refused(cut + ", line 2: is no CSV file", "--labels", cut);
    String words = file("words.csv", "item,annotator,label\n1,a,x\n");
    refused(
        words + ", line 2, column label: expected a number",
        "--labels",
        words,
        "--scale",
        "ordinal");
    refused(
        words + ", line 2, column label: expected one of [y, z]",
        "--labels",
        words,
        "--categories",
        "y,z");
    Path bytes = folder.resolve("bytes.csv");
    Files.write(
        bytes,
        new byte[] {
          'i',
          't',
          'e',
          'm',
          ',',
          'a',
          'n',
          'n',
          'o',
          't',
          'a',
          't',
          'o',
          'r',
          ',',
          'l',
          'a',
          'b',
          'e',
          'l',
          '\n',
          '1',
          ',',
          'a',
          ',',
          'x',
          '\n',
          '2',
          ',',
          'a',
          ',',
          (byte) 0xFF,
          '\n',
          '3',
          ',',
          'a',
          ',',
          'x',
          '\n'
        });
    refused(bytes + ", line 3: expected UTF-8", "--labels", bytes.toString());
    String distance = file("far.csv", "a,b,distance\nx,x,0\nx,y,z\n");
    refused(
        distance + ", line 3, column",
        "--labels",
        file("two.csv", "item,annotator,label\n1,a,x\n1,b,y\n"),
        "--distance",
        distance);
  }

  @Test
  void bad_spans_are_refused_with_file_line_and_column() throws IOException {
    String head = "document,annotator,layer,begin,end,label\n";
    String documents = file("d.csv", "document,length,annotators\nd,50,a|b\n");
    String outside = file("outside.csv", head + "d,a,L,1,51,x\n");
    refused(
        outside + ", line 2, column end: the document ends at 50",
        "--spans",
        outside,
        "--documents",
        documents);
    String none = file("none.csv", head);
    refused(
        none + ", line 2: expected at least one span", "--spans", none, "--documents", documents);
    String unsaid = file("unsaid.csv", "document,length\nd,50\ne,50\n");
    String spans = file("s.csv", head + "d,a,L,1,5,x\nd,b,L,1,5,x\ne,a,L,1,5,x\n");
    refused(
        unsaid + ", line 3, column annotators: [b] marked nothing in document e",
        "--spans",
        spans,
        "--documents",
        unsaid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--labels a.csv --spans b.csv",
        "--spans b.csv",
        "--labels a.csv --layer x",
        "--labels a.csv --documents d.csv",
        "--labels a.csv --measure nonsense",
        "--labels a.csv --measure f1-overlap",
        "--labels a.csv --measure alpha-masi",
        "--labels a.csv --sets --measure mace",
        "--labels a.csv --sets --scale ordinal",
        "--labels a.csv --scale ordinal --distance d.csv",
        "--labels a.csv --order a,b --categories b,c",
        "--labels a.csv --order a,a",
        "--labels a.csv --scale interval --order a,b",
        "--labels a.csv --replicates 0",
        "--labels a.csv --scale none",
        "--labels a.csv --by word",
        "--spans a.csv --documents b.csv --measure cohen-kappa",
        "--spans a.csv --documents b.csv --ci analytic",
        "--spans a.csv --documents b.csv --samples 0",
        "--spans a.csv --documents b.csv --scale ordinal",
        "--inception a.zip --sets",
        "--inception a.zip --measure mace"
      })
  void options_that_do_not_go_together_are_refused_before_anything_is_read(String line) {
    refused("--help", line.isEmpty() ? new String[0] : line.split(" ", -1));
  }

  @Test
  void a_missing_file_is_no_bad_usage() {
    assertThat(run("--labels", folder.resolve("missing.csv").toString())).isEqualTo(1);
    assertThat(errors()).hasLineCount(1).contains("missing.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsoncas", "xmi", "ctsv3"})
  void an_inception_export_gives_pooled_values(String format) throws IOException {
    Path differing = folder.resolve("differing.csv");
    List<JsonNode> all =
        json(
            "--inception",
            export(format),
            "--document-layer",
            "Stance",
            "--by",
            "label,pair",
            "--disagreements",
            differing.toString());
    Map<String, JsonNode> lines = new TreeMap<>();
    all.forEach(
        line ->
            lines.put(
                line.get("layer").asText()
                    + "/"
                    + line.get("feature").asText()
                    + "/"
                    + line.get("measure").asText(),
                line));
    JsonNode f1 = lines.get("custom.Claim/null/f1-overlap");
    assertThat(f1.get("value").asDouble())
        .as("197 matched pairs of 453 spans, counted by an independent program")
        .isCloseTo(394.0 / 453, within(1e-12));
    assertThat(f1.at("/ci/method").asText()).isEqualTo("bootstrap");
    assertThat(f1.at("/n/documents").asInt()).isEqualTo(12);
    assertThat(lines.get("custom.Claim/null/f1-exact").get("value").asDouble())
        .as("136 equal pairs, by the same program")
        .isCloseTo(272.0 / 453, within(1e-12));
    JsonNode stance = lines.get("custom.Stance/label/krippendorff-alpha");
    assertThat(stance.get("value").asDouble())
        .as("34 values: 19 neutral, 8 favour, 7 against; by the same program")
        .isCloseTo(0.5161290322580645, within(1e-12));
    assertThat(stance.at("/n/items").asInt()).isEqualTo(12);
    assertThat(stance.at("/n/pairable").asInt()).isEqualTo(34);
    assertThat(f1.at("/source/sets").asInt()).isEqualTo(34);
    assertThat(f1.at("/source/skipped")).hasSize(2);
    List<CSVRecord> rows = csv(Files.readString(differing));
    assertThat(rows)
        .filteredOn(row -> row.get("kind").equals("PRESENCE"))
        .as("spans without a partner")
        .hasSize(453 - 394);
    assertThat(rows)
        .filteredOn(row -> row.get("layer").equals("custom.Stance"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("kind")).isEqualTo("LABEL"));
    assertThat(rows)
        .filteredOn(row -> row.get("kind").equals("BOUNDARY"))
        .extracting(row -> row.get("text_a"))
        .contains("doubled. A report");
    refusedToWriteAgain(format, differing);
  }

  private void refusedToWriteAgain(String format, Path there) {
    assertThat(run("--inception", export(format), "--disagreements", there.toString()))
        .isEqualTo(1);
    assertThat(errors()).contains("is there already");
  }

  @Test
  void layers_features_and_unfinished_sets_of_an_export_are_chosen() throws IOException {
    List<JsonNode> one =
        json(
            "--inception",
            export("xmi"),
            "--layer",
            "Claim",
            "--feature",
            "label",
            "--measure",
            "alpha-matched-pairs",
            "--unfinished");
    assertThat(one).hasSize(1);
    assertThat(one.get(0).at("/source/sets").asInt()).isEqualTo(35);
    assertThat(one.get(0).at("/coverage/all").asInt()).isGreaterThan(453);
    refused("there is no layer \"Speech\"", "--inception", export("xmi"), "--layer", "Speech");
    refused("no layer has a feature \"mood\"", "--inception", export("xmi"), "--feature", "mood");
    refused(
        "expected one of the labels against, favour, found \"neutral\"",
        "--inception",
        export("xmi"),
        "--document-layer",
        "Stance",
        "--order",
        "against,favour");
  }

  @Test
  void an_export_in_words_says_what_was_not_read_and_what_could_be_measured() {
    assertThat(run("--inception", export("jsoncas"))).isZero();
    assertThat(output())
        .contains("Project harbour-bridge: 12 documents, 34 sets of annotations")
        .contains("not finished by the annotator (--unfinished reads them)")
        .contains("--document-layer custom.Stance measures it document by document")
        .contains("custom.Claim, label");
  }

  @Test
  void what_is_no_export_is_refused() throws IOException {
    String file = file("export.zip", "no archive");
    refused(file + ", is no ZIP archive", "--inception", file);
  }

  @Test
  void spans_on_which_annotators_differ_are_written() throws IOException {
    Path differing = folder.resolve("differing.csv");
    assertThat(
            run(
                "--spans",
                EXAMPLES.resolve("figure-12-11-spans.csv").toString(),
                "--documents",
                EXAMPLES.resolve("figure-12-11-documents.csv").toString(),
                "--disagreements",
                differing.toString()))
        .isZero();
    assertThat(csv(Files.readString(differing)))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("kind")).isIn("PRESENCE", "BOUNDARY"));
  }
}
