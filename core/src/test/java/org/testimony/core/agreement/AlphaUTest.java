package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/** The unitizing alpha of 1995 and 2004, and projections to tokens. */
class AlphaUTest {

  private static SpanDocument.Labelled span(String annotator, int begin, int length, String label) {
    return new SpanDocument.Labelled(
        annotator, label + begin, Span.of(begin, begin + length), label);
  }

  private static SpanAgreement of(int length, SpanDocument.Labelled... spans) {
    return new SpanAgreement(
        List.of(new SpanDocument("d", "d", length, List.of("i", "j"), List.of(spans))),
        0.5,
        Resampling.none());
  }

  private static void is(OptionalDouble value, double expected, double tolerance) {
    assertThat(value.orElseThrow()).isCloseTo(expected, within(tolerance));
  }

  /** Krippendorff (2004) p. 254–256: a text from 150 to 450; printed .8591, .0144, .0532, .0490. */
  @Test
  void krippendorff_2004_p254_gives_the_printed_values() {
    SpanAgreement agreement =
        of(
            300,
            span("i", 75, 70, "c"),
            span("i", 220, 30, "c"),
            span("j", 70, 80, "c"),
            span("j", 205, 20, "c"),
            span("j", 250, 20, "c"),
            span("i", 30, 60, "k"),
            span("i", 150, 50, "k"),
            span("j", 30, 60, "k"),
            span("j", 150, 50, "k"));
    is(agreement.alphaU().value(), 0.8591, 0.0005);
    Coefficient c = agreement.alphaUByLabel().get("c");
    is(c.basis().observed(), 0.0144, 0.0001);
    is(c.basis().expected(), 0.0532, 0.0001);
    is(c.value(), 0.7286, 0.0001);
    Coefficient k = agreement.alphaUByLabel().get("k");
    is(k.basis().observed(), 0, 0);
    is(k.basis().expected(), 0.0490, 0.0001);
    is(k.value(), 1, 0);
  }

  /** Krippendorff (1995) p. 57, observed; his expected values are limits for endless fineness. */
  @Test
  void krippendorff_1995_p57_gives_the_printed_observed_and_expected_values() {
    JsonNode one = Fixtures.unitizingCase("krippendorff-1995-p57-L24");
    SpanAgreement coarse = new SpanAgreement(List.of(Fixtures.spans(one)), 0.5, Resampling.none());
    for (JsonNode check : one.get("checks")) {
      String label = check.at("/params/category").asText();
      is(
          coarse.alphaUByLabel().get(label).basis().observed(),
          check.get("expected").asDouble(),
          1e-5);
    }
    SpanAgreement fine =
        new SpanAgreement(List.of(stretched(Fixtures.spans(one), 5000)), 0.5, Resampling.none());
    is(fine.alphaUByLabel().get("A").basis().expected(), 0.06990, 0.005);
    is(fine.alphaUByLabel().get("C").basis().expected(), 0.08642, 0.005);
    is(fine.alphaUByLabel().get("D").basis().expected(), 0.41445, 0.005);
    is(fine.alphaUByLabel().get("A").value(), 0.553, 0.02);
    is(fine.alphaUByLabel().get("B").value(), -0.926, 0.02);
    is(fine.alphaUByLabel().get("C").value(), 0.679, 0.02);
    is(fine.alphaUByLabel().get("D").value(), 0.066, 0.02);
  }

  private static SpanDocument stretched(SpanDocument document, int factor) {
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    for (SpanDocument.Labelled span : document.spans()) {
      Span there = span.span();
      spans.add(
          new SpanDocument.Labelled(
              span.annotator(),
              span.id(),
              new Span(
                  there.fragments().stream()
                      .map(f -> new Fragment(f.begin() * factor, f.end() * factor))
                      .toList()),
              span.label()));
    }
    return new SpanDocument(
        document.id(), document.group(), document.length() * factor, document.annotators(), spans);
  }

  /** DKPro's UnitizingAgreementTest: .9100, .5351, -.7003. */
  @Test
  void one_long_unit_against_three_short_ones_is_far_below_zero() {
    Coefficient alpha =
        of(
                10,
                span("i", 1, 8, "A"),
                span("j", 2, 1, "A"),
                span("j", 4, 1, "A"),
                span("j", 6, 1, "A"))
            .alphaU();
    is(alpha.basis().observed(), 0.91, 1e-9);
    is(alpha.basis().expected(), 0.5351, 1e-4);
    is(alpha.value(), -0.7003, 1e-4);
  }

  @Test
  void krippendorff_2004_squared_differences_are_as_printed() {
    JsonNode one = Fixtures.unitizingCase("squared-length-differences");
    for (JsonNode distance : one.get("distances")) {
      JsonNode a = distance.get("a");
      JsonNode b = distance.get("b");
      assertThat(
              AlphaU.difference(
                  section(a), a.get(2).asInt() == 1, section(b), b.get(2).asInt() == 1))
          .isEqualTo(distance.get("expected").asLong());
    }
  }

  private static Fragment section(JsonNode section) {
    int begin = section.get(0).asInt();
    return new Fragment(begin, begin + section.get(1).asInt());
  }

  @Test
  void units_of_different_labels_may_overlap_and_those_of_one_label_not() {
    assertThat(
            of(50, span("i", 0, 20, "x"), span("i", 10, 20, "y"), span("j", 0, 20, "x")).alphaU())
        .isInstanceOf(Coefficient.Defined.class);
    Coefficient overlapping =
        of(50, span("i", 0, 20, "x"), span("i", 10, 20, "x"), span("j", 0, 20, "x")).alphaU();
    assertThat(((Coefficient.Undefined) overlapping).reason()).isEqualTo(Reason.OVERLAPPING_UNITS);
  }

  /** Krippendorff (1995) p. 57: tokens of A and B, alike although the segmentations are not. */
  @Test
  void tokens_make_very_different_segmentations_alike() {
    for (String id : List.of("krippendorff-1995-digitised-A", "krippendorff-1995-digitised-B")) {
      JsonNode one = Fixtures.unitizingCase(id);
      LabelData.Builder builder = LabelData.builder(Labels.of("0", "1"), List.of("r1", "r2"));
      JsonNode tokens = one.get("tokens");
      for (int t = 0; t < tokens.get("r1").size(); t++) {
        builder.item(
            "t" + t,
            "d",
            Map.of("r1", tokens.get("r1").get(t).asText(), "r2", tokens.get("r2").get(t).asText()));
      }
      LabelAgreement agreement = Fixtures.agreement(builder.build());
      for (JsonNode check : one.get("checks")) {
        Coefficient coefficient =
            switch (check.get("measure").asText()) {
              case "cohen_kappa" -> agreement.cohenKappa();
              case "scott_pi" -> agreement.scottPi();
              default -> agreement.alpha(Distance.nominal());
            };
        is(coefficient.value(), check.get("recomputed").asDouble(), 1e-9);
      }
    }
  }

  /** The same tokens from spans: example A, alpha .329. */
  @Test
  void spans_are_projected_to_characters_or_tokens() {
    SpanAgreement a =
        of(
            24,
            span("i", 2, 8, "A"),
            span("i", 14, 6, "A"),
            span("j", 4, 4, "A"),
            span("j", 15, 2, "A"));
    is(a.tokenAlpha().value(), 0.328571429, 1e-9);
    List<Fragment> tokens = List.of(new Fragment(0, 4), new Fragment(4, 14), new Fragment(14, 24));
    SpanDocument document = a.documents().get(0);
    Coefficient byToken =
        new SpanAgreement(
                List.of(
                    new SpanDocument(
                        "d", "d", 24, document.annotators(), document.spans(), tokens)),
                0.5,
                Resampling.none())
            .tokenAlpha();
    assertThat(byToken.basis().unit()).isEqualTo("token");
    assertThat(byToken.basis().n().items()).isEqualTo(3);
    is(byToken.basis().observed(), 1.0 / 3, 1e-12);
  }

  /** Fournier (2013): a near miss of one unit, n = 2, counts half. */
  @Test
  void boundary_similarity_counts_near_misses_by_distance() {
    SpanAgreement near = of(50, span("i", 10, 10, "x"), span("j", 11, 10, "x"));
    is(near.boundarySimilarity(2).value(), 0.5, 1e-12);
    SpanAgreement far = of(50, span("i", 10, 10, "x"), span("j", 13, 7, "x"));
    is(far.boundarySimilarity(2).value(), 1.0 / 3, 1e-12);
    is(far.boundarySimilarity(4).value(), 1 - (3.0 / 4) / 2, 1e-12);
    SpanAgreement same = of(50, span("i", 10, 10, "x"), span("j", 10, 10, "x"));
    is(same.boundarySimilarity(2).value(), 1, 0);
    assertThat(of(50).boundarySimilarity(2).value()).isEmpty();
  }
}
