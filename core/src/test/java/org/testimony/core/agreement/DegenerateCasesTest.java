package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/** Data on which measures have no value, or on which other programs give a wrong one. */
class DegenerateCasesTest {

  private static LabelAgreement of(String id) {
    for (JsonNode one : Fixtures.read("degenerate-cases.json").get("cases")) {
      if (one.get("id").asText().equals(id)) {
        return Fixtures.agreement(Fixtures.labels(one));
      }
    }
    throw new IllegalArgumentException("no case " + id);
  }

  private static Reason reason(Coefficient coefficient) {
    return ((Coefficient.Undefined) coefficient).reason();
  }

  @Test
  void one_label_alone_has_no_variation_and_shows_what_was_observed() {
    LabelAgreement agreement = of("single-category-full-agreement");
    Coefficient alpha = agreement.alpha(Distance.nominal());
    assertThat(reason(alpha)).isEqualTo(Reason.NO_VARIATION);
    assertThat(alpha.basis().observed()).hasValue(0);
    assertThat(reason(agreement.alpha(Distance.ordinal()))).isEqualTo(Reason.NO_VARIATION);
    for (Coefficient kappa :
        List.of(agreement.cohenKappa(), agreement.scottPi(), agreement.fleissKappa())) {
      assertThat(reason(kappa)).isEqualTo(Reason.NO_VARIATION);
      assertThat(kappa.basis().observed()).hasValue(1);
    }
    assertThat(agreement.percent().value()).hasValue(1);
    assertThat(agreement.percentPairable().value()).hasValue(1);
  }

  @Test
  void two_labels_in_full_agreement_give_1() {
    LabelAgreement agreement = of("two-categories-full-agreement");
    assertThat(agreement.alpha(Distance.nominal()).value()).hasValue(1);
    assertThat(agreement.cohenKappa().value()).hasValue(1);
  }

  @Test
  void a_declared_but_unused_label_does_not_change_alpha() {
    assertThat(
            of("alpha-two-category-study-one-used").alpha(Distance.nominal()).value().orElseThrow())
        .isCloseTo(0.4444444444444444, within(1e-12));
  }

  @Test
  void items_with_single_labels_have_no_pairable_values() {
    LabelAgreement agreement = of("all-items-single-label");
    assertThat(reason(agreement.alpha(Distance.nominal()))).isEqualTo(Reason.NO_PAIRABLE_VALUES);
    assertThat(reason(agreement.percent())).isEqualTo(Reason.NO_PAIRABLE_VALUES);
    assertThat(reason(agreement.cohenKappa())).isEqualTo(Reason.NO_PAIRABLE_VALUES);
    assertThat(reason(agreement.fleissKappa())).isEqualTo(Reason.NO_PAIRABLE_VALUES);
  }

  @Test
  void no_items_are_no_data() {
    LabelAgreement agreement = of("empty");
    assertThat(reason(agreement.alpha(Distance.nominal()))).isEqualTo(Reason.NO_DATA);
    assertThat(reason(agreement.percent())).isEqualTo(Reason.NO_DATA);
    assertThat(reason(agreement.fleissKappa())).isEqualTo(Reason.NO_DATA);
    assertThat(reason(agreement.cohenKappa())).isEqualTo(Reason.NO_DATA);
  }

  @Test
  void one_annotator_alone_is_said_so() {
    LabelData data =
        LabelData.builder(Labels.of("x", "y"), List.of("r1", "r2"))
            .item("1", "d", Map.of("r1", "x"))
            .item("2", "d", Map.of("r1", "y"))
            .build();
    assertThat(reason(Fixtures.agreement(data).alpha(Distance.nominal())))
        .isEqualTo(Reason.ONE_ANNOTATOR);
  }

  @Test
  void a_measure_of_two_annotators_refuses_three() {
    LabelData data = Fixtures.labels(Fixtures.codingCase("randolph-2005-1"));
    assertThat(reason(Fixtures.agreement(data).cohenKappa()))
        .isEqualTo(Reason.NEEDS_TWO_ANNOTATORS);
    assertThat(Fixtures.agreement(data).cohenKappa("r1", "r2").value()).isPresent();
  }

  @Test
  void large_numeric_codes_do_not_overflow() {
    JsonNode cases = Fixtures.read("degenerate-cases.json").get("cases");
    JsonNode large = cases.get(cases.size() - 1);
    LabelData data = Fixtures.labels(large);
    Distance interval = Distance.interval(Fixtures.numbers(data.labels()));
    assertThat(Fixtures.agreement(data).alpha(interval).value().orElseThrow())
        .as("DKPro 2.2.1 gives -0.0632")
        .isCloseTo(0.7, within(1e-12));
  }

  @Test
  void zero_length_spans_are_refused() {
    assertThatThrownBy(() -> Span.of(3, 3)).hasMessage("span [3, 3) is empty");
  }

  @Test
  void overlapping_spans_leave_u_alpha_undefined_but_not_its_binary_form() {
    SpanDocument document =
        new SpanDocument(
            "d",
            "d",
            50,
            List.of("a", "b"),
            List.of(
                new SpanDocument.Labelled("a", "1", Span.of(0, 10), "x"),
                new SpanDocument.Labelled("a", "2", Span.of(5, 20), "y"),
                new SpanDocument.Labelled("b", "1", Span.of(0, 20), "x")));
    SpanAgreement spans = new SpanAgreement(List.of(document), 0.5, Resampling.none());
    assertThat(reason(spans.uAlpha())).isEqualTo(Reason.OVERLAPPING_UNITS);
    assertThat(reason(spans.cuAlpha())).isEqualTo(Reason.OVERLAPPING_UNITS);
    assertThat(spans.uAlphaBinary().value()).hasValue(1);
  }

  @Test
  void nobody_marking_anything_has_no_value_anywhere() {
    SpanDocument empty = new SpanDocument("d", "d", 50, List.of("a", "b"), List.of());
    SpanAgreement spans = new SpanAgreement(List.of(empty), 0.5, Resampling.none());
    assertThat(reason(spans.uAlphaBinary())).isEqualTo(Reason.NO_VARIATION);
    assertThat(reason(spans.f1(Measure.F1_OVERLAP))).isEqualTo(Reason.NO_DATA);
  }

  @Test
  void documents_with_one_annotator_are_counted_as_left_out() {
    SpanDocument alone =
        new SpanDocument(
            "d",
            "d",
            50,
            List.of("a"),
            List.of(new SpanDocument.Labelled("a", "1", Span.of(0, 10), "x")));
    Coefficient f1 = new SpanAgreement(List.of(alone), 0.5, Resampling.none()).f1(Measure.F1_EXACT);
    assertThat(reason(f1)).isEqualTo(Reason.ONE_ANNOTATOR);
    assertThat(f1.basis().excluded())
        .containsExactly(new Exclusion(Exclusion.Cause.DOCUMENT_WITH_ONE_ANNOTATOR, 1));
  }

  @Test
  void a_coefficient_is_never_nan() {
    Coefficient.Basis basis = of("two-categories-full-agreement").alpha(Distance.nominal()).basis();
    assertThatThrownBy(
            () ->
                new Coefficient.Defined(
                    basis,
                    Double.NaN,
                    java.util.OptionalDouble.empty(),
                    Uncertainty.none(CiReason.NOT_REQUESTED)))
        .hasMessageContaining("krippendorff-alpha is no number: NaN");
  }
}
