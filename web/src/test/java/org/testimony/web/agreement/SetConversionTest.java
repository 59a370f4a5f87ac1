package org.testimony.web.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ArticleValue;
import org.testimony.core.compare.Judgement;
import org.testimony.core.compare.Link;
import org.testimony.core.compare.Mark;

class SetConversionTest {

  private static final SetConversion CONVERSION =
      new SetConversion(MeasuredCodebook.of(Sets.CODEBOOK).attribution());

  private static AnnotationSet marked() {
    return AnnotationSet.EMPTY.with(Sets.claim(1)).with(Sets.speaker(2)).with(Sets.claim(3));
  }

  @Test
  void a_discontinuous_span_keeps_its_fragments_and_a_set_flag_is_true() {
    AnnotatorSet set = CONVERSION.of("P01", marked());
    Mark claim = set.marks("Claim").get(0);
    assertThat(claim.span().fragments()).hasSize(2);
    assertThat(claim.span().length()).isEqualTo(15 + 22);
    assertThat(claim.values("form")).containsExactly("DIRECT");
    assertThat(claim.values("negated")).containsExactly("true");
    assertThat(claim.values("hedged")).as("not set is absent").isEmpty();
    assertThat(set.annotator()).isEqualTo("P01");
  }

  @Test
  void only_the_relation_to_a_speaker_is_a_link() {
    AnnotationSet set =
        marked()
            .with(Sets.relation(1, "SAID_BY", 1, 2))
            .with(Sets.relation(2, "SAME_CLAIM", 1, 3))
            .with(Sets.relation(3, "REPORTED_IN", 3, 1));
    assertThat(CONVERSION.of("P01", set).links())
        .containsExactly(new Link(Sets.id(1).toString(), Sets.id(2).toString()));
  }

  @Test
  void without_such_a_relation_in_the_codebook_there_is_no_link() {
    AnnotationSet set = marked().with(Sets.relation(1, "SAID_BY", 1, 2));
    assertThat(new SetConversion(Optional.empty()).of("P01", set).links()).isEmpty();
  }

  @Test
  void an_unset_stance_is_no_judgement_and_cannot_tell_is_one() {
    AnnotationSet set =
        marked().judged(new JudgementKey(Sets.id(3), "T1"), Optional.of("CANT_TELL"));
    assertThat(CONVERSION.of("P01", set).judgements())
        .containsExactly(new Judgement(Sets.id(3).toString(), "T1", "CANT_TELL"));
  }

  @Test
  void values_of_the_article_keep_their_target_and_all_their_labels() {
    AnnotationSet set =
        AnnotationSet.EMPTY
            .valued(
                new ValueKey("stance", Optional.of("T1")), Optional.of(FeatureValue.of("FAVOR")))
            .valued(
                new ValueKey("textProblems", Optional.empty()),
                Optional.of(new FeatureValue.Many(List.of("TRUNCATED", "BOILERPLATE"))));
    assertThat(CONVERSION.of("P01", set).values())
        .containsExactlyInAnyOrder(
            new ArticleValue("stance", Optional.of("T1"), List.of("FAVOR")),
            new ArticleValue(
                "textProblems", Optional.empty(), List.of("BOILERPLATE", "TRUNCATED")));
  }
}
