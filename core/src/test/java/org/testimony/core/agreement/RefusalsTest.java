package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/** What cannot be is refused with the value and the rule. */
class RefusalsTest {

  private static final Labels XY = Labels.of("x", "y");
  private static final List<String> AB = List.of("a", "b");

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static GammaSettings gamma(double alpha, double beta, double empty, int samples) {
    return new GammaSettings(alpha, beta, empty, samples, GammaSettings.Sampler.STATISTICAL, 1);
  }

  @Test
  void numbers_that_are_none() {
    refuses(() -> new Bounds(Double.NaN, 1), "bounds [NaN, 1.0] are none");
    refuses(() -> new Bounds(0, Double.POSITIVE_INFINITY), "are none");
    refuses(() -> new Bounds(2, 1), "are none");
    refuses(() -> interval(Double.NaN, 1), "interval [NaN, 1.0] is none");
    refuses(() -> interval(0, Double.NEGATIVE_INFINITY), "is none");
    refuses(() -> interval(2, 1), "is none");
    refuses(
        () ->
            new Estimate(
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty()),
        "either a value or a reason");
    refuses(() -> Estimate.plain(Double.NaN), "estimate is no number: NaN");
    refuses(
        () ->
            new Coefficient.Basis(
                Measure.PERCENT,
                "nominal",
                "item",
                OptionalDouble.of(Double.POSITIVE_INFINITY),
                OptionalDouble.empty(),
                new SampleSize(0, 0, 0, 0),
                List.of()),
        "percent has a part that is no number");
    refuses(() -> new Exclusion(Exclusion.Cause.VALUE_UNSET, 0), "counts at least one");
    refuses(() -> new Coverage(-1, 2, "marks"), "-1 of 2 marks cannot be covered");
    refuses(() -> new Coverage(3, 2, "marks"), "3 of 2 marks cannot be covered");
  }

  private static Interval interval(double low, double high) {
    return new Interval(0.95, low, high, Interval.Method.BOOTSTRAP, "document", 1, 0, 0);
  }

  @Test
  void settings_that_cannot_be() {
    refuses(() -> gamma(-1, 1, 1, 1), "gamma needs weights not below 0");
    refuses(() -> gamma(1, -1, 1, 1), "gamma needs weights");
    refuses(() -> gamma(0, 0, 1, 1), "gamma needs weights");
    refuses(() -> gamma(1, 1, 0, 1), "empty cost above 0");
    refuses(() -> gamma(1, 1, 1, 0), "samples");
    refuses(() -> gamma(1, 1, Double.POSITIVE_INFINITY, 1), "gamma needs");
    refuses(() -> new Resampling(-1, 1, 0.95), "resampling needs replicates");
    refuses(() -> new Resampling(1, 1, 0), "a level between 0 and 1");
    refuses(() -> new Resampling(1, 1, 1), "a level between 0 and 1");
    refuses(() -> new BoundarySimilarity(0), "a reach is at least 1, not 0");
    refuses(() -> Mace.fit(List.of(), XY, 1, 1, 1), "MACE needs labels");
    List<Observation> one = List.of(new Observation("i", "a", "x"));
    refuses(() -> Mace.fit(one, XY, 0, 1, 1), "not 1, 0 and 1");
    refuses(() -> Mace.fit(one, XY, 1, 0, 1), "not 1, 1 and 0");
    refuses(() -> DawidSkene.fit(List.of(), XY, 0, 1, 1), "not 0 labels and 0.0");
    refuses(() -> DawidSkene.fit(one, XY, -1, 1, 1), "not 1 labels and -1.0");
    refuses(() -> new FleissKappa(PatternTable.empty(XY), 1), "at least 2 values an item, not 1");
    refuses(
        () ->
            new GwetCoefficient(
                GwetCoefficient.Kind.AC, PatternTable.empty(XY), AgreementWeights.unweighted(3)),
        "weights for 3 labels do not fit 2");
  }

  @Test
  void labels_and_items_that_cannot_be() {
    refuses(() -> Labels.of("x", "x"), "a label is declared twice: [x, x]");
    refuses(() -> XY.code("z"), "label z is not among those declared: [x, y]");
    refuses(() -> LabelData.builder(XY, List.of("a", "a")), "an annotator is named twice");
    LabelData.Builder builder = LabelData.builder(XY, AB).item("1", "d", Map.of("a", "x"));
    refuses(() -> builder.item("1", "d", Map.of("a", "x")), "item 1 comes twice");
    refuses(
        () -> builder.item("2", "d", Map.of("c", "x")),
        "item 2 has a label of c, who is not among the annotators [a, b]");
    refuses(() -> builder.build().only(List.of("a")).pairByDocument("a", "b"), "b is not among");
    PatternTable table = PatternTable.builder(XY).item(0, 1).build();
    refuses(() -> table.column(Pattern.of(0, 0)), "the table has no pattern");
    refuses(() -> PatternTable.builder(XY).item(2), "label codes run from 0 to 1, not to 2");
    refuses(() -> PatternTable.builder(XY).item(-1), "label codes run from 0 to 1");
    refuses(() -> PatternTable.builder(XY).items(new int[] {1, 1}, -1), "cannot add -1 items");
    refuses(() -> PatternTable.builder(XY).items(new int[] {-1, 1}, 1), "label 0 has count -1");
  }

  @Test
  void distances_that_are_none() {
    refuses(
        () -> new Distance.Custom("d", List.of(List.of(0.0, 1.0), List.of(1.0))),
        "row 1 of distance d has 1 numbers for 2 labels");
    refuses(
        () -> new Distance.Custom("d", List.of(List.of(0.0, -1.0), List.of(-1.0, 0.0))),
        "distance d is -1.0");
    refuses(
        () -> new Distance.Custom("d", List.of(List.of(1.0, 1.0), List.of(1.0, 0.0))),
        "distance d is 1.0 from label 0 to 0");
  }

  @Test
  void documents_that_cannot_be() {
    Span span = Span.of(5, 15);
    List<SpanDocument.Labelled> spans = List.of(new SpanDocument.Labelled("a", "1", span, "x"));
    refuses(
        () -> new SpanDocument("d", "d", 10, AB, spans),
        "document d has 10 characters, span 1 of a is at [5, 15)");
    refuses(
        () -> new SpanDocument("d", "d", 20, List.of("b"), spans),
        "document d has a span of a, who is not among those who saw it: [b]");
    refuses(
        () -> new SpanDocument("d", "d", 20, List.of("a", "a"), spans), "names an annotator twice");
    SpanDocument overlapping =
        new SpanDocument(
            "d",
            "d",
            20,
            AB,
            List.of(
                new SpanDocument.Labelled("a", "1", span, "x"),
                new SpanDocument.Labelled("a", "2", Span.of(6, 8), "x")));
    refuses(
        () -> UnitizingSums.empty(XY, 2).add(overlapping),
        "spans of one annotator overlap in document d");
    refuses(() -> SpanMatchCounts.NONE.hits(Measure.GAMMA), "gamma is no F1 of spans");
  }

  @Test
  void bytes_that_say_something_else() {
    byte[] two =
        Encoding.write("testimony-span-matches", 1, out -> Encoding.longs(out, new long[2]));
    refuses(() -> SpanMatchCounts.decode(two), "holds 7 numbers, not [0, 0]");
    byte[] future = Encoding.write("testimony-patterns", 2, out -> out.writeInt(0));
    refuses(
        () -> PatternTable.decode(future),
        "expected testimony-patterns version 1, found testimony-patterns version 2");
    byte[] few =
        Encoding.write(
            "testimony-unitizing",
            1,
            out -> {
              Encoding.strings(out, List.of("x"));
              out.writeInt(2);
              Encoding.longs(out, new long[1]);
            });
    refuses(() -> UnitizingSums.decode(few), "needs 7 numbers, has 1");
    byte[] uneven =
        Encoding.write(
            "testimony-documents",
            1,
            out -> {
              out.writeInt(3);
              Encoding.strings(out, List.of("d"));
              Encoding.longs(out, new long[] {0});
              Encoding.longs(out, new long[] {1, 2});
            });
    refuses(() -> DocumentCounts.decode(uneven), "has 1 columns and 2 counts of d");
    refuses(() -> DocumentCounts.builder(2).add("d", -1, 1), "column -1 of 2 columns");
  }

  @Test
  void measures_asked_of_the_wrong_kind_of_data() {
    LabelMeasures labels = LabelMeasures.nominal(XY, Resampling.none());
    LabelData data = LabelData.builder(XY, AB).item("1", "d", Map.of("a", "x", "b", "y")).build();
    refuses(
        () -> labels.measure(data, Measure.GAMMA, java.util.Set.of()),
        "gamma is no measure of labels");
    refuses(
        () -> labels.measure(data, Measure.ALPHA_MASI, java.util.Set.of()),
        "alpha-masi needs labels that are sets");
    SpanMeasures spans = new SpanMeasures(0.5, 2, GammaSettings.defaults(1), Resampling.none());
    refuses(
        () -> spans.measure(List.of(), Measure.PERCENT, java.util.Set.of()),
        "percent is no measure of spans");
    assertThat(LabelMeasures.measures(Measure.GAMMA)).isFalse();
    assertThat(SpanMeasures.measures(Measure.GAMMA)).isTrue();
    assertThat(Measure.byId("cu-alpha")).contains(Measure.CU_ALPHA);
    assertThat(Measure.byId("no-such-measure")).isEmpty();
  }

  @Test
  void the_alternative_annotator_test_and_plans_need_people() {
    LabelData data = LabelData.builder(XY, List.of("a", "b", "c", "m")).build();
    refuses(() -> AlternativeAnnotatorTest.of(data, "nobody", 0.1, 0.05), "not nobody in");
    AlternativeAnnotatorTest empty = AlternativeAnnotatorTest.of(data, "m", 0.1, 0.05);
    assertThat(empty.winningRate()).isEmpty();
    assertThat(empty.advantage()).isEmpty();
    assertThat(empty.persons()).allMatch(p -> p.items() == 0 && p.machine() == 0);
    refuses(
        () -> Planning.widths(data, Distance.nominal(), List.of(5), List.of(1), 10, 0.95, 1),
        "plans for 2 to 4, not for 1");
    assertThat(
            Planning.widths(data, Distance.nominal(), List.of(5), List.of(2), 10, 0.95, 1)
                .get(0)
                .width())
        .as("a pilot without labels promises nothing")
        .isEmpty();
  }

  @Test
  void equal_things_are_equal_and_others_are_not() {
    assertThat(Pattern.of(1, 0)).isEqualTo(Pattern.of(0, 1)).isNotEqualTo("0").isNotEqualTo(null);
    assertThat(Pattern.of(0, 0)).isNotEqualTo(Pattern.of(0)).hasToString("[0]x[2]");
    assertThat(XY).isEqualTo(Labels.of("x", "y")).isNotEqualTo(Labels.of("y", "x"));
    assertThat(XY).isNotEqualTo("x").hasToString("[x, y]");
    PatternTable table = PatternTable.builder(XY).item(0).build();
    assertThat(table)
        .isNotEqualTo("")
        .isNotEqualTo(PatternTable.builder(Labels.of("x")).item(0).build())
        .isNotEqualTo(PatternTable.builder(XY).item(1).build())
        .isNotEqualTo(PatternTable.builder(XY).item(0).item(0).build());
    PairTable pairs = PairTable.builder(XY, AB).item(0, 1).build();
    assertThat(pairs)
        .isNotEqualTo("")
        .isNotEqualTo(PairTable.builder(Labels.of("x"), AB).build())
        .isNotEqualTo(PairTable.builder(XY, List.of("a", "c")).build())
        .isNotEqualTo(PairTable.builder(XY, AB).item(1, 0).build())
        .isNotEqualTo(PairTable.builder(XY, AB).item(0, 1).item(0, -1).build());
    UnitizingSums sums = UnitizingSums.empty(XY, 2);
    SpanDocument document = new SpanDocument("d", "d", 9, AB, List.of());
    assertThat(sums)
        .isNotEqualTo("")
        .isNotEqualTo(UnitizingSums.empty(Labels.of("x"), 2))
        .isNotEqualTo(UnitizingSums.empty(XY, 3))
        .isNotEqualTo(sums.add(document));
    DocumentCounts counts = DocumentCounts.builder(2).add("d", 0, 1).build();
    assertThat(counts)
        .isNotEqualTo("")
        .isNotEqualTo(DocumentCounts.builder(3).add("d", 0, 1).build())
        .isNotEqualTo(DocumentCounts.builder(2).add("e", 0, 1).build())
        .isNotEqualTo(DocumentCounts.builder(2).add("d", 1, 1).build())
        .isNotEqualTo(DocumentCounts.builder(2).add("d", 0, 2).build())
        .isNotEqualTo(DocumentCounts.ofItems(table, 1));
    assertThat(DocumentCounts.ofItems(table, 1))
        .isNotEqualTo(DocumentCounts.ofItems(PatternTable.builder(XY).item(0).item(0).build(), 1));
  }

  @Test
  void seed_121_tables_tell_what_they_hold() {
    Random random = new Random(121);
    PairTable.Builder builder = PairTable.builder(XY, List.of("a", "b", "c"));
    long[] expected = new long[4];
    for (int i = 0; i < 40; i++) {
      int[] codes = random.ints(3, -1, 2).toArray();
      builder.item(codes);
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          if (a != b && codes[a] >= 0 && codes[b] >= 0) {
            expected[codes[a] * 2 + codes[b]]++;
          }
        }
      }
    }
    assertThat(builder.build().confusion()).isEqualTo(expected);
    PatternTable table = PatternTable.builder(XY).item(0, 1, 1).item(0).item().build();
    assertThat(table.items()).isEqualTo(3);
    assertThat(table.mostValues()).isEqualTo(3);
    assertThat(PatternTable.empty(XY).mostValues()).isZero();
    assertThat(PatternTable.builder(XY).item(0, 1).build().hashCode()).isNotZero();
  }
}
