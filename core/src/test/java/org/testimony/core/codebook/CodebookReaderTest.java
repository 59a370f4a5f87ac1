package org.testimony.core.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.testimony.core.codebook.Documents.list;
import static org.testimony.core.codebook.Documents.object;
import static org.testimony.core.codebook.Documents.problems;
import static org.testimony.core.codebook.Documents.small;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookReaderTest {

  private static final String FORM = "/layers/0/features/0";

  @Test
  void reads_every_part_of_the_format() {
    Codebook codebook = Documents.smallCodebook();

    assertThat(codebook.version()).isEqualTo(new SemanticVersion(1, 2, 3));
    assertThat(codebook.layers()).extracting(Layer::id).containsExactly("Claim", "Speaker");
    assertThat(codebook.feature("Claim", "form").orElseThrow().labels())
        .extracting(Label::id)
        .containsExactly("DIRECT", "AUTHORIAL");
    assertThat(codebook.relation("SAID_BY").orElseThrow())
        .isEqualTo(
            new RelationType(
                "SAID_BY",
                "Said by",
                "The source.",
                Optional.empty(),
                Optional.empty(),
                "Claim",
                "Speaker",
                1,
                OptionalInt.of(3),
                Optional.of(new Exemption("form", "AUTHORIAL")),
                true));
    assertThat(codebook.stance().orElseThrow().scale()).containsExactly("AGAINST", "FAVOR");
    assertThat(codebook.articleFeature("stance").orElseThrow().perTarget()).isTrue();
    assertThat(codebook.target("T1").orElseThrow().title()).isEqualTo("The tunnel should be built");
    assertThat(codebook.isOn("outermostOnly")).isFalse();
    assertThat(codebook.option("authorial")).contains("ALL");
    assertThat(codebook.rule(2).orElseThrow().title()).isEqualTo("Two");
  }

  @Test
  void what_is_left_out_has_its_default() {
    ObjectNode document = small();
    document.remove(List.of("relations", "stance", "articleFeatures", "targets"));
    document.remove(List.of("switches", "rules"));

    Codebook codebook = Documents.valid(document.toString());

    assertThat(codebook.layers()).allMatch(Layer::enabled);
    assertThat(codebook.feature("Claim", "hedged").orElseThrow().required()).isFalse();
    assertThat(codebook.layer("Speaker").orElseThrow().features()).isEmpty();
    assertThat(codebook.stance()).isEmpty();
    assertThat(codebook.relations()).isEmpty();
    assertThat(codebook.switches()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @MethodSource("faults")
  void refuses_with_the_place_of_the_fault(
      String fault, String pointer, String detail, Consumer<ObjectNode> spoil) {
    ObjectNode document = small();
    spoil.accept(document);

    assertThat(problems(document.toString()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.detail()).contains(detail);
            });
  }

  static Stream<Arguments> faults() {
    return Stream.of(structure(), words(), names(), references(), keys(), limits())
        .flatMap(faults -> faults);
  }

  private static Arguments fault(
      String name, String pointer, String detail, Consumer<ObjectNode> spoil) {
    return arguments(name, pointer, detail, spoil);
  }

  private static Stream<Arguments> structure() {
    return Stream.of(
        fault("unknown", "/colour", "no property", d -> d.put("colour", "red")),
        fault("unknown, escaped", "/a~1b~0c", "no property", d -> d.put("a/b~c", true)),
        fault(
            "unknown below",
            FORM + "/labels/1/colour",
            "no property",
            d -> object(d, FORM + "/labels/1").put("colour", 1)),
        fault(
            "unknown, unseen name",
            "/layers/0",
            "U+202E",
            d -> object(d, "/layers/0").put("\u202Ex", 1)),
        fault("missing", "/version", "is missing", d -> d.remove("version")),
        fault("missing below", FORM + "/type", "is missing", d -> object(d, FORM).remove("type")),
        fault(
            "missing value",
            "/switches/authorial/value",
            "is missing",
            d -> object(d, "/switches/authorial").remove("value")),
        fault("number for words", "/title", "is the number 7", d -> d.put("title", 7)),
        fault("null", "/stance/title", "is null", d -> object(d, "/stance").putNull("title")),
        fault(
            "words for number",
            "/layers/0/color",
            "is a string, expected a whole number from 1 to 6",
            d -> object(d, "/layers/0").put("color", "1")),
        fault(
            "broken number",
            "/layers/0/color",
            "is the number 1.5",
            d -> object(d, "/layers/0").put("color", 1.5)),
        fault(
            "words for flag",
            FORM + "/required",
            "true or false",
            d -> object(d, FORM).put("required", "yes")),
        fault(
            "object for list",
            "/rules",
            "is an object, expected a list",
            d -> d.putObject("rules")),
        fault(
            "list for object",
            "/switches",
            "is a list, expected an object",
            d -> d.putArray("switches")),
        fault("words for object", "/targets/1", "is a string", d -> list(d, "/targets").add("T2")),
        fault("stance as list", "/stance", "is a list", d -> d.putArray("stance")),
        fault(
            "unknown type",
            FORM + "/type",
            "expected one of CHOICE, CHOICES",
            d -> object(d, FORM).put("type", "choice")),
        fault(
            "value of no type",
            "/switches/outermostOnly/value",
            "is the number 0",
            d -> object(d, "/switches/outermostOnly").put("value", 0)));
  }

  private static Stream<Arguments> words() {
    return Stream.of(
        fault("blank", "/title", "is blank", d -> d.put("title", " ")),
        fault("nothing to see", "/title", "is blank", d -> d.put("title", "\u200B\u00A0\uFEFF")),
        fault("edge space", "/title", "starts or ends with a space", d -> d.put("title", "Small ")),
        fault("line break in a title", "/title", "U+000A", d -> d.put("title", "a\nb")),
        fault("separator in a title", "/title", "U+2028", d -> d.put("title", "a\u2028b")),
        fault("bidi control in a title", "/title", "U+202E", d -> d.put("title", "a\u202Eb")),
        fault(
            "bidi isolate in a target",
            "/targets/0/title",
            "U+2066",
            d -> object(d, "/targets/0").put("title", "a\u2066b")),
        fault(
            "bidi control in an id",
            "/targets/0/id",
            "U+200F",
            d -> object(d, "/targets/0").put("id", "T\u200F1")),
        fault(
            "NUL",
            "/description",
            "NUL (U+0000) at character 1",
            d -> d.put("description", "a\0b")),
        fault(
            "control character",
            "/rules/0/text",
            "U+0007",
            d -> object(d, "/rules/0").put("text", "a\u0007")),
        fault(
            "high surrogate alone",
            "/description",
            "half a surrogate pair (U+D83D) at character 2",
            d -> d.put("description", "😀a\uD83D")),
        fault("low surrogate alone", "/title", "U+DE00", d -> d.put("title", "\uDE00")),
        fault("id of a codebook", "/id", "lower-case", d -> d.put("id", "Small")),
        fault(
            "id with a space",
            "/relations/0/id",
            "a letter first",
            d -> object(d, "/relations/0").put("id", "SAID BY")),
        fault(
            "id with a digit first",
            "/targets/0/id",
            "\"1T\"",
            d -> object(d, "/targets/0").put("id", "1T")),
        fault(
            "id with a hyphen",
            "/targets/0/id",
            "underscores",
            d -> object(d, "/targets/0").put("id", "T-1")),
        fault(
            "id of a switch",
            "/switches",
            "has an entry whose name",
            d -> object(d, "/switches").set("a b", d.at("/switches/outermostOnly"))),
        fault("version of two numbers", "/version", "three numbers", d -> d.put("version", "1.0")),
        fault("version with a zero", "/version", "leading zeros", d -> d.put("version", "1.01.0")),
        fault(
            "version of a branch", "/version", "three numbers", d -> d.put("version", "1.0.0-rc1")),
        fault(
            "language", "/language", "a language tag", d -> d.put("language", "english language")),
        fault(
            "language of the right letters",
            "/language",
            "a language tag",
            d -> d.put("language", "englishlanguage")),
        fault(
            "small letter",
            "/layers/0/letter",
            "one letter A to Z",
            d -> object(d, "/layers/0").put("letter", "c")),
        fault(
            "two letters",
            "/layers/0/letter",
            "at most 1",
            d -> object(d, "/layers/0").put("letter", "CL")),
        fault(
            "glyph of letters",
            "/stance/labels/2/glyph",
            "a sign",
            d -> object(d, "/stance/labels/2").put("glyph", "O")));
  }

  private static Stream<Arguments> names() {
    return Stream.of(
        fault(
            "layer twice",
            "/layers/1/id",
            "is \"cLAIM\", which is used before",
            d -> {
              object(d, "/layers/1").put("id", "cLAIM");
              d.remove("relations");
            }),
        fault(
            "relation named as a layer",
            "/relations/0/id",
            "used before",
            d -> object(d, "/relations/0").put("id", "Claim")),
        fault(
            "feature twice",
            "/layers/0/features/1/id",
            "used before",
            d -> object(d, "/layers/0/features/1").put("id", "form")),
        fault(
            "label twice",
            "/articleFeatures/0/labels/1/id",
            "used before",
            d -> object(d, "/articleFeatures/0/labels/1").put("id", "FAVOR")),
        fault(
            "stance label twice",
            "/stance/labels/2/id",
            "used before",
            d -> object(d, "/stance/labels/2").put("id", "FAVOR")),
        fault(
            "article feature twice",
            "/articleFeatures/1/id",
            "used before",
            d -> list(d, "/articleFeatures").add(d.at("/articleFeatures/0").deepCopy())),
        fault(
            "target twice",
            "/targets/1/id",
            "used before",
            d -> list(d, "/targets").add(d.at("/targets/0").deepCopy())),
        fault(
            "rule twice",
            "/rules/1/number",
            "is 1 after 1",
            d -> object(d, "/rules/1").put("number", 1)),
        fault(
            "rules out of order",
            "/rules/1/number",
            "rising",
            d -> object(d, "/rules/0").put("number", 3)),
        fault(
            "switch twice but for case",
            "/switches/outermostonly",
            "only in case",
            d -> object(d, "/switches").set("outermostonly", d.at("/switches/outermostOnly"))),
        fault(
            "option twice",
            "/switches/authorial/options/2",
            "once more",
            d -> list(d, "/switches/authorial/options").add("ALL")),
        fault(
            "letter twice",
            "/layers/1/letter",
            "used before",
            d -> object(d, "/layers/1").put("letter", "C")),
        fault(
            "glyph twice",
            "/stance/labels/1/glyph",
            "used before",
            d -> object(d, "/stance/labels/1").put("glyph", "▲")),
        fault(
            "scale label twice",
            "/stance/scale/2",
            "once more",
            d -> list(d, "/stance/scale").add("FAVOR")));
  }

  private static Stream<Arguments> references() {
    return Stream.of(
        fault(
            "from nowhere",
            "/relations/0/from",
            "no layer",
            d -> object(d, "/relations/0").put("from", "Clame").remove("exempt")),
        fault(
            "to nowhere",
            "/relations/0/to",
            "is \"Speakers\", no layer of this codebook",
            d -> object(d, "/relations/0").put("to", "Speakers")),
        fault(
            "exempt by no feature",
            "/relations/0/exempt/feature",
            "no feature of layer \"Claim\"",
            d -> object(d, "/relations/0/exempt").put("feature", "shape")),
        fault(
            "exempt by a flag",
            "/relations/0/exempt/feature",
            "of type FLAG",
            d -> object(d, "/relations/0/exempt").put("feature", "hedged")),
        fault(
            "exempt by no label",
            "/relations/0/exempt/label",
            "no label of feature \"form\"",
            d -> object(d, "/relations/0/exempt").put("label", "ACT")),
        fault(
            "stance on no layer",
            "/stance/layer",
            "no layer",
            d -> object(d, "/stance").put("layer", "Article")),
        fault(
            "scale of no label",
            "/stance/scale/1",
            "is \"PRO\", no label of the stance",
            d -> list(d, "/stance/scale").set(1, "PRO")),
        fault(
            "value no option",
            "/switches/authorial/value",
            "none of the options",
            d -> object(d, "/switches/authorial").put("value", "SOME")));
  }

  private static Stream<Arguments> keys() {
    return Stream.of(
        fault(
            "key of the link",
            "/layers/1/key",
            "l (link)",
            d -> object(d, "/layers/1").put("key", "l")),
        fault(
            "key of the guideline",
            FORM + "/labels/0/key",
            "g (guideline)",
            d -> object(d, FORM + "/labels/0").put("key", "g")),
        fault(
            "digit as key",
            "/layers/1/key",
            "one letter a to z",
            d -> object(d, "/layers/1").put("key", "1")),
        fault(
            "bracket as key",
            "/layers/1/key",
            "one letter a to z",
            d -> object(d, "/layers/1").put("key", "[")),
        fault(
            "key of two layers",
            "/layers/1/key",
            "the key of /layers/0 already",
            d -> object(d, "/layers/1").put("key", "c")),
        fault(
            "key of layer and stance",
            "/stance/labels/2/key",
            "the key of /layers/1 already",
            d -> object(d, "/stance/labels/2").put("key", "s")),
        fault(
            "key of two labels",
            FORM + "/labels/1/key",
            "the key of " + FORM + "/labels/0 already",
            d -> object(d, FORM + "/labels/1").put("key", "d")));
  }

  private static Stream<Arguments> limits() {
    return Stream.of(
        fault("color 0", "/layers/0/color", "is 0", d -> object(d, "/layers/0").put("color", 0)),
        fault("color 7", "/layers/0/color", "is 7", d -> object(d, "/layers/0").put("color", 7)),
        fault(
            "huge number",
            "/rules/1/number",
            "is 99999999999",
            d -> object(d, "/rules/1").put("number", new BigInteger("99999999999"))),
        fault(
            "min below 0",
            "/relations/0/min",
            "is -1",
            d -> object(d, "/relations/0").put("min", -1)),
        fault(
            "max below min",
            "/relations/0/max",
            "is 1, less than min 2",
            d -> object(d, "/relations/0").put("min", 2).put("max", 1)),
        fault(
            "long id",
            "/targets/0/id",
            "has 41 characters, at most 40",
            d -> object(d, "/targets/0").put("id", "T".repeat(41))),
        fault(
            "long title",
            "/title",
            "has 101 characters, at most 100",
            d -> d.put("title", "😀".repeat(101))),
        fault("long text", "/description", "has 4001", d -> d.put("description", "a".repeat(4001))),
        fault(
            "one label to choose",
            "/articleFeatures/0/labels",
            "has too few labels (1), a feature of type CHOICE needs 2",
            d -> list(d, "/articleFeatures/0/labels").remove(1)),
        fault(
            "labels of a flag",
            "/layers/0/features/1/labels",
            "a feature of type FLAG has none",
            d ->
                object(d, "/layers/0/features/1").set("labels", d.at("/articleFeatures/0/labels"))),
        fault(
            "no label offered",
            "/articleFeatures/0/labels",
            "all are disabled",
            d -> {
              object(d, "/articleFeatures/0/labels/0").put("enabled", false);
              object(d, "/articleFeatures/0/labels/1").put("enabled", false);
            }),
        fault(
            "one stance",
            "/stance/labels",
            "has too few labels (1)",
            d -> {
              list(d, "/stance/labels").remove(2);
              list(d, "/stance/labels").remove(1);
              list(d, "/stance/scale").removeAll();
            }),
        fault(
            "scale of one",
            "/stance/scale",
            "has 1 label",
            d -> list(d, "/stance/scale").remove(0)),
        fault(
            "one option",
            "/switches/authorial/options",
            "has too few options (1)",
            d -> list(d, "/switches/authorial/options").remove(1)),
        fault(
            "options of a yes or no",
            "/switches/outermostOnly/options",
            "has none",
            d -> object(d, "/switches/outermostOnly").putArray("options").add("a").add("b")),
        fault(
            "layer feature per target",
            FORM + "/perTarget",
            "only article features",
            d -> object(d, FORM).put("perTarget", true)),
        fault("too many layers", "/layers", "at most 50", CodebookReaderTest::addLayers),
        fault(
            "nothing to label",
            "",
            "neither a layer nor an article feature",
            d -> d.remove(List.of("layers", "relations", "stance", "articleFeatures"))));
  }

  private static void addLayers(ObjectNode document) {
    ArrayNode layers = list(document, "/layers");
    while (layers.size() < 51) {
      layers.add(layers.get(1).deepCopy());
    }
    object(document, "/layers/50").remove("title");
    document.remove(List.of("relations", "stance"));
    for (int i = 2; i < layers.size(); i++) {
      object(document, "/layers/" + i).removeAll();
    }
  }

  @Test
  void reports_all_faults_and_not_only_the_first() {
    ObjectNode document = small();
    document.put("title", 7);
    document.remove("licence");
    document.put("extra", true);
    object(document, FORM + "/labels/0").put("key", "g");
    object(document, "/relations/0").put("to", "Nobody");
    list(document, "/stance/scale").add("NEUTRAL");

    assertThat(problems(document.toString()))
        .extracting(Problem::pointer)
        .containsExactly(
            "/title",
            "/licence",
            FORM + "/labels/0/key",
            "/extra",
            "/relations/0/to",
            "/stance/scale/2");
  }

  @Test
  void counts_the_faults_after_the_two_hundredth() {
    ObjectNode document = small();
    for (int i = 0; i < 1_000; i++) {
      document.put("extra" + i, i);
    }

    List<Problem> problems = problems(document.toString());

    assertThat(problems).hasSize(Problems.MOST + 1);
    assertThat(problems.get(Problems.MOST)).isEqualTo(new Problem("", "has 800 more faults"));
  }

  @Test
  void refuses_a_property_twice_at_its_place() {
    String json = small().toString().replace("\"color\":2", "\"color\":2,\"color\":3");

    assertThat(problems(json))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.pointer()).isEqualTo("/layers/1/color");
              assertThat(problem.detail()).contains("uplicate").contains("line 1, column ");
            });
  }

  @Test
  void refuses_what_follows_the_document() {
    assertThat(problems(small() + "\n{}"))
        .containsExactly(new Problem("", "goes on after its end, at line 2, column 1"));
    assertThat(problems(small() + " x"))
        .singleElement()
        .matches(p -> p.detail().contains("no JSON"));
    assertThat(problems(small() + " \r\n\t")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "{",
        "[1,",
        "{\"id\":}",
        "{'id':1}",
        "nul",
        "{/**/}",
        "\uFEFF{}",
        "{\"a\":01}"
      })
  void refuses_what_is_no_json(String json) {
    assertThat(problems(json)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "3", "\"text\"", "[]", "[{}]"})
  void refuses_json_that_is_no_object(String json) {
    assertThat(problems(json)).first().matches(p -> p.pointer().isEmpty());
  }

  @Test
  void refuses_depth_of_a_hundred_thousand() {
    assertThat(problems("[".repeat(100_000)))
        .singleElement()
        .matches(p -> p.detail().contains("epth"));
    String deep = "{\"layers\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(problems(deep)).hasSize(1);
  }

  @Test
  void refuses_tokens_of_half_a_megabyte() {
    String huge = "x".repeat(500_000);
    assertThat(problems(small().put("title", huge).toString()))
        .singleElement()
        .matches(p -> p.pointer().equals("/title"));
    assertThat(problems(small().put(huge, 1).toString())).hasSize(1);
    assertThat(problems("{\"rules\":" + "9".repeat(500_000) + "}")).hasSize(1);
  }

  @Test
  void refuses_more_than_a_mebibyte_unread() {
    assertThat(problems(" ".repeat(CodebookReader.MOST_CHARACTERS) + "{}"))
        .containsExactly(new Problem("", "has 1048578 characters, at most 1048576 are allowed"));
  }

  @Test
  void tells_faults_in_characters_that_can_be_shown_anywhere() {
    String json = "{\"\\ud800\":1,\"\\u0000\":2,\"" + "\uDC00" + "\":3, \u0001";

    assertThat(problems(json))
        .isNotEmpty()
        .allMatch(
            p -> p.toString().codePoints().allMatch(c -> c >= ' ' && (c < 0xD800 || c > 0xDFFF)));
    ObjectNode document = small();
    document.put("\uD800", 1);
    document.put("\0", 1);
    document.put("x".repeat(150), 1);
    assertThat(problems(document.toString()))
        .hasSize(3)
        .allMatch(p -> p.pointer().isEmpty())
        .allMatch(
            p -> p.toString().codePoints().allMatch(c -> c >= ' ' && (c < 0xD800 || c > 0xDFFF)));
  }

  @Test
  void keeps_markup_and_expressions_as_the_text_they_are() {
    String text = "<script>alert(1)</script> #{bean.run} ${env} 👩‍👩‍👧 ‏שלום";
    Codebook codebook = Documents.valid(small().put("description", text).toString());

    assertThat(codebook.description()).isEqualTo(text);
  }

  @Test
  void makes_line_ends_of_forms_line_feeds() {
    Codebook codebook = Documents.valid(small().put("description", "a\r\nb\rc\td").toString());

    assertThat(codebook.description()).isEqualTo("a\nb\nc\td");
  }
}
