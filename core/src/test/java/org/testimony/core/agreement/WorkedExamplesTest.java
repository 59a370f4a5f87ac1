package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/** The worked examples of docs/agreement.md, in their order. */
class WorkedExamplesTest {

  private static final List<String> AB = List.of("a", "b");

  private static void is(OptionalDouble value, double expected) {
    assertThat(value.orElseThrow()).isCloseTo(expected, within(0.0006));
  }

  @Test
  void twelve_units_four_coders() {
    LabelAgreement agreement =
        Fixtures.agreement(
            Fixtures.labels(Fixtures.codingCase("krippendorff-2011-12units-4coders")));
    double[] numbers = Fixtures.numbers(agreement.data().labels());
    is(agreement.alpha(Distance.nominal()).value(), 0.743);
    is(agreement.alpha(Distance.ordinal()).value(), 0.815);
    is(agreement.alpha(Distance.interval(numbers)).value(), 0.849);
    is(agreement.alpha(Distance.ratio(numbers)).value(), 0.797);
    is(agreement.percent().value(), 0.818);
    is(agreement.percentPairable().value(), 0.800);
    is(agreement.alphaGwet(AgreementWeights.ordinal(5)).value(), 0.834);
    assertThat(agreement.alpha(Distance.nominal()).basis().n().pairable()).isEqualTo(40);
  }

  @Test
  void three_observers_one_text_of_60_characters() {
    SpanDocument document = Fixtures.spans(Fixtures.unitizingCase("krippendorff-2019-fig-12.11"));
    SpanAgreement spans = new SpanAgreement(List.of(document), 0.5, Resampling.none());
    assertThat(document.length()).isEqualTo(60);
    is(spans.uAlpha().value(), 0.510);
    is(spans.uAlphaBinary().value(), 0.4136);
    is(spans.cuAlpha().value(), 0.724);
  }

  @Test
  void four_claims_two_people() {
    LabelData data =
        LabelData.builder(Labels.of("FAVOR", "AGAINST"), AB)
            .item("1", "1", Map.of("a", "FAVOR", "b", "FAVOR"))
            .item("2", "2", Map.of("a", "FAVOR", "b", "FAVOR"))
            .item("3", "3", Map.of("a", "AGAINST", "b", "AGAINST"))
            .item("4", "4", Map.of("a", "FAVOR", "b", "AGAINST"))
            .build();
    LabelAgreement agreement = Fixtures.agreement(data);
    assertThat(agreement.alpha(Distance.nominal()).value().orElseThrow())
        .isCloseTo(1 - 0.25 / (30.0 / 56), within(1e-12));
    is(agreement.alpha(Distance.nominal()).value(), 0.533);
    is(agreement.cohenKappa().value(), 0.5);
  }

  @Test
  void speakers_of_two_articles() {
    Labels st = Labels.of("s", "t");
    LocalChanceAlpha alpha =
        LocalChanceAlpha.of(
            List.of(
                new LocalChanceAlpha.Document(
                    "1", PatternTable.builder(st).item(0, 0).item(1, 1).build()),
                new LocalChanceAlpha.Document(
                    "2", PatternTable.builder(st).item(0, 0).item(1, 0).build())));
    is(alpha.of(alpha.counts().total()).value(), 0.571);
  }

  private static SpanAgreement claims(SpanDocument.Labelled... spans) {
    return new SpanAgreement(
        List.of(new SpanDocument("d", "d", 1000, AB, List.of(spans))), 0.5, Resampling.none());
  }

  private static SpanDocument.Labelled claim(String who, int begin, int end) {
    return new SpanDocument.Labelled(who, "c" + begin, Span.of(begin, end), "Claim");
  }

  @Test
  void one_claim_against_two_that_touch() {
    SpanAgreement spans = claims(claim("a", 10, 30), claim("b", 10, 21), claim("b", 21, 30));
    assertThat(spans.uAlphaBinary().value()).hasValue(1);
    is(spans.f1(Measure.F1_OVERLAP).value(), 2.0 / 3);
  }

  @Test
  void two_characters_against_400() {
    SpanAgreement spans = claims(claim("a", 0, 400), claim("b", 398, 400));
    assertThat(spans.f1(Measure.F1_OVERLAP).value()).hasValue(0);
    assertThat(spans.f1(Measure.F1_CHARACTER).value().orElseThrow())
        .isCloseTo(4.0 / 402, within(1e-12));
  }

  @Test
  void two_units_gamma() {
    List<GammaUnit> first =
        List.of(new GammaUnit(1, 5, "a"), new GammaUnit(6, 10, "b"), new GammaUnit(11, 15, "a"));
    List<GammaUnit> second =
        List.of(new GammaUnit(2, 6, "a"), new GammaUnit(7, 11, "b"), new GammaUnit(12, 16, "a"));
    GammaSettings settings = new GammaSettings(1, 1, 1, 200, GammaSettings.Sampler.STATISTICAL, 7);
    Gamma.Disorders disorders = Gamma.of(List.of(first, second), settings, GammaLimits.DEFAULT, 1);
    assertThat(disorders.observed()).isCloseTo(0.0625, within(1e-12));
    assertThat(disorders.expected()).isCloseTo(0.54, within(0.05));
    assertThat(1 - disorders.observed() / disorders.expected()).isCloseTo(0.88, within(0.02));
  }

  @Test
  void a_jackknife_over_three_annotators() {
    Map<List<String>, Double> values =
        Map.of(
            List.of("a", "b", "c"), 0.7,
            List.of("b", "c"), 0.6,
            List.of("a", "c"), 0.7,
            List.of("a", "b"), 0.8);
    Interval interval =
        AnnotatorJackknife.of(
                List.of("a", "b", "c"),
                some -> OptionalDouble.of(values.getOrDefault(some, 0.0)),
                0.95)
            .interval()
            .orElseThrow();
    assertThat(interval.high() - 0.7).isCloseTo(0.497, within(0.0006));
    assertThat(0.7 - interval.low()).isCloseTo(0.497, within(0.0006));
  }

  /** The numbers above are the numbers that the document prints. */
  @Test
  void the_document_prints_these_numbers() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "agreement.md"));
    String examples =
        text.substring(text.indexOf("## Worked examples"), text.indexOf("## What not to do"))
            .replaceAll("\\s+", " ");
    for (String printed :
        List.of(
            "Nominal α .743, ordinal .815, interval .849, ratio .797",
            ".818 over items and .800 over pairable values",
            "ordinal weights give .834",
            "u-alpha .510, binary .413, cu-alpha .724",
            "(1/4)/(30/56) = .533",
            "κ = .5",
            "(8/3 + 6/3) = .571",
            "`f1-overlap` is 2 · 1 / 3",
            "`f1-character` 4/402",
            "= .0625",
            "value .7 ± .497")) {
      assertThat(examples).contains(printed);
    }
  }
}
