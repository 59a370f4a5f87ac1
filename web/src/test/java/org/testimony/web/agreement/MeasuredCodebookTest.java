package org.testimony.web.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testimony.core.agreement.ReportRules;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Judging;
import org.testimony.core.compare.ComparisonRules;
import org.testimony.web.agreement.MeasuredCodebook.NotMeasured;

class MeasuredCodebookTest {

  private static MeasuredCodebook measured(Codebook codebook) {
    return MeasuredCodebook.of(codebook);
  }

  @Test
  void the_default_codebook_is_compared_by_the_default_rules() {
    MeasuredCodebook measured = measured(Sets.CODEBOOK);
    assertThat(measured.rules().comparison()).isEqualTo(ComparisonRules.newsClaims());
    assertThat(measured.rules().judging()).contains(ReportRules.Judging.stance(List.of("T1")));
  }

  @Test
  void marked_layers_are_measured_with_their_features_of_one_label() {
    List<ReportRules.Layer> layers = measured(Sets.CODEBOOK).rules().layers();
    assertThat(layers).extracting(ReportRules.Layer::id).containsExactly("Claim", "Speaker");
    assertThat(layers.get(0).features())
        .extracting(ReportRules.Feature::id)
        .containsExactly("form", "kind", "negated", "hedged");
    assertThat(layers.get(1).features())
        .as("a speaker of the directory is no label")
        .extracting(ReportRules.Feature::id)
        .containsExactly("type");
  }

  @Test
  void article_values_are_choices_or_stances_and_several_labels_at_once_are_named() {
    MeasuredCodebook measured = measured(Sets.CODEBOOK);
    assertThat(measured.rules().articleFeatures())
        .extracting(f -> f.id() + " " + f.kind())
        .containsExactly("stance STANCE", "headlineStance STANCE", "relevance CHOICE");
    assertThat(measured.notMeasured())
        .containsExactly(new NotMeasured("Text problems", NotMeasured.Why.SEVERAL_LABELS));
  }

  @Test
  void a_stance_without_a_scale_is_named_and_not_measured() {
    Judging stance = Sets.CODEBOOK.stance().orElseThrow();
    Codebook flat =
        Sets.CODEBOOK.withStance(Optional.of(stance.withLabels(stance.labels(), List.of())));
    MeasuredCodebook measured = measured(flat);
    assertThat(measured.rules().judging()).isEmpty();
    assertThat(measured.notMeasured())
        .extracting(NotMeasured::why)
        .contains(NotMeasured.Why.STANCE_WITHOUT_SCALE, NotMeasured.Why.OTHER_LABELS_PER_TARGET);
  }

  @Test
  void without_the_relation_to_a_speaker_there_is_no_attribution() {
    MeasuredCodebook measured = measured(Sets.CODEBOOK.withoutRelation("SAID_BY"));
    assertThat(measured.attribution()).isEmpty();
    assertThat(measured.rules().comparison().claimLayer()).isEqualTo("Claim");
    assertThat(measured.rules().layers())
        .extracting(ReportRules.Layer::id)
        .doesNotContain(measured.rules().comparison().speakerLayer());
  }
}
