package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Span;

/** What other tools get wrong, each with the numbers that they show and that we must show. */
class PeersFailuresTest {

  private static final List<String> TWO = List.of("a", "b");

  /** Two people toss coins: one label of two on each of 400 documents. */
  @Test
  void seed_1_coin_tossers_agree_by_chance_and_no_more() {
    Random random = new Random(1);
    LabelData.Builder builder = LabelData.builder(Labels.of("h", "t"), TWO);
    for (int d = 0; d < 400; d++) {
      builder.item("i" + d, "d" + d, Map.of("a", toss(random), "b", toss(random)));
    }
    LabelData data = builder.build();
    LabelAgreement agreement = Fixtures.agreement(data);
    assertThat(agreement.alpha(Distance.nominal()).value().orElseThrow()).isBetween(-0.1, 0.1);
    assertThat(agreement.cohenKappa().value().orElseThrow()).isBetween(-0.1, 0.1);
    assertThat(agreement.fleissKappa().value().orElseThrow()).isBetween(-0.1, 0.1);
  }

  private static String toss(Random random) {
    return random.nextBoolean() ? "h" : "t";
  }

  /** 40 articles x 12 claims x 5 speakers of each article, tossed: pooled chance reads .31. */
  @Test
  void seed_2_tossed_speakers_have_no_agreement_although_pooled_chance_would_say_so() {
    Random random = new Random(2);
    List<LocalChanceAlpha.Document> local = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (int d = 0; d < 40; d++) {
      for (int s = 0; s < 5; s++) {
        all.add("d" + d + "s" + s);
      }
    }
    PatternTable.Builder pooled = PatternTable.builder(Labels.of(all));
    for (int d = 0; d < 40; d++) {
      double[] shares = shares(random);
      PatternTable.Builder own = PatternTable.builder(Labels.of("0", "1", "2", "3", "4"));
      for (int claim = 0; claim < 12; claim++) {
        int a = draw(random, shares);
        int b = draw(random, shares);
        own.item(a, b);
        pooled.item(5 * d + a, 5 * d + b);
      }
      local.add(new LocalChanceAlpha.Document("d" + d, own.build()));
    }
    LocalChanceAlpha formula = LocalChanceAlpha.of(local);
    double right = formula.of(formula.counts().total()).value().orElseThrow();
    PatternTable table = pooled.build();
    double wrong =
        new KrippendorffAlpha(table, Distance.nominal()).of(table.counts()).value().orElseThrow();
    assertThat(right).isBetween(-0.08, 0.08);
    assertThat(wrong).isGreaterThan(0.2);
  }

  /** Speakers of an article are not cited equally often. */
  private static double[] shares(Random random) {
    double[] shares = new double[5];
    double sum = 0;
    for (int s = 0; s < shares.length; s++) {
      shares[s] = -Math.log(1 - random.nextDouble());
      sum += shares[s];
    }
    for (int s = 0; s < shares.length; s++) {
      shares[s] /= sum;
    }
    return shares;
  }

  private static int draw(Random random, double[] shares) {
    double at = random.nextDouble();
    int s = 0;
    while (s < shares.length - 1 && at >= shares[s]) {
      at -= shares[s];
      s++;
    }
    return s;
  }

  /** Flattened to one tag a character, the speakers inside the claims would vanish. */
  @Test
  void speakers_inside_claims_stay_visible() {
    List<SpanDocument.Labelled> claims = new ArrayList<>();
    List<SpanDocument.Labelled> speakers = new ArrayList<>();
    for (String annotator : TWO) {
      claims.add(new SpanDocument.Labelled(annotator, "c", Span.of(0, 100), "Claim"));
    }
    speakers.add(new SpanDocument.Labelled("a", "s", Span.of(10, 20), "Speaker"));
    speakers.add(new SpanDocument.Labelled("b", "s", Span.of(60, 70), "Speaker"));
    SpanAgreement ofClaims = spans(claims);
    SpanAgreement ofSpeakers = spans(speakers);
    assertThat(ofClaims.f1(Measure.F1_OVERLAP).value()).hasValue(1);
    assertThat(ofSpeakers.f1(Measure.F1_OVERLAP).value()).hasValue(0);
    assertThat(ofSpeakers.uAlphaBinary().value().orElseThrow()).isNegative();
  }

  @Test
  void two_characters_against_400_are_no_hit() {
    SpanAgreement spans =
        spans(
            List.of(
                new SpanDocument.Labelled("a", "1", Span.of(0, 400), "Claim"),
                new SpanDocument.Labelled("b", "1", Span.of(398, 400), "Claim")));
    assertThat(spans.f1(Measure.F1_OVERLAP).value()).hasValue(0);
    assertThat(spans.f1(Measure.F1_CHARACTER).value().orElseThrow())
        .isCloseTo(4.0 / 402, within(1e-12));
  }

  /** A mean of per-document values would be 1 here and drop the second document silently. */
  @Test
  void documents_without_a_value_of_their_own_still_count() {
    LabelData data =
        LabelData.builder(Labels.of("x", "y"), TWO)
            .item("1", "d1", Map.of("a", "x", "b", "x"))
            .item("2", "d1", Map.of("a", "y", "b", "y"))
            .item("3", "d2", Map.of("a", "x", "b", "y"))
            .item("4", "d3", Map.of("a", "x", "b", "x"))
            .build();
    Coefficient alpha = Fixtures.agreement(data).alpha(Distance.nominal());
    assertThat(alpha.basis().n()).isEqualTo(new SampleSize(3, 4, 8, 2));
    assertThat(alpha.value().orElseThrow()).isCloseTo(1 - 7 * 2.0 / (2 * 5 * 3), within(1e-12));
  }

  /** DKPro 2.2.1 overflows above 46,340 labels of one category. */
  @Test
  void fifty_thousand_items_do_not_overflow() {
    LabelData data = Fixtures.labels(Fixtures.codingCase("overflow-guard-50000"));
    assertThat(Fixtures.agreement(data).alphaByLabel().get("x").value().orElseThrow())
        .isCloseTo(0.800002, within(1e-9));
  }

  /** DKPro caches distances by hash code, and "Aa" and "BB" have the same. */
  @Test
  void labels_with_equal_hash_codes_stay_apart() {
    LabelData data =
        LabelData.builder(Labels.of("Aa", "BB", "C"), TWO)
            .item("1", "d", Map.of("a", "Aa", "b", "BB"))
            .item("2", "d", Map.of("a", "Aa", "b", "Aa"))
            .item("3", "d", Map.of("a", "C", "b", "C"))
            .build();
    LabelData plain =
        LabelData.builder(Labels.of("x", "y", "C"), TWO)
            .item("1", "d", Map.of("a", "x", "b", "y"))
            .item("2", "d", Map.of("a", "x", "b", "x"))
            .item("3", "d", Map.of("a", "C", "b", "C"))
            .build();
    assertThat(Fixtures.agreement(data).alpha(Distance.nominal()).value())
        .isEqualTo(Fixtures.agreement(plain).alpha(Distance.nominal()).value());
  }

  private static SpanAgreement spans(List<SpanDocument.Labelled> spans) {
    return new SpanAgreement(
        List.of(new SpanDocument("d", "d", 1000, TWO, spans)), 0.5, Resampling.none());
  }
}
