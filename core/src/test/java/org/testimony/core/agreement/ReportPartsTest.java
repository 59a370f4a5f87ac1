package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ArticleValue;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.ComparisonRules;
import org.testimony.core.compare.Judgement;
import org.testimony.core.compare.Link;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.Span;

/** The counts beside the values of a report, computed by hand. */
class ReportPartsTest {

  private static final Provenance PROVENANCE = new Provenance("c 1.0.0", "0", "Testimony test");
  private static final ReportRules.ArticleFeature TOPIC =
      new ReportRules.ArticleFeature(
          "topic", Labels.of("PORT", "BRIDGE"), ReportRules.ArticleFeature.Kind.CHOICE);

  private static ProjectReport report(ComparedArticle... articles) {
    ReportRules rules =
        new ReportRules(
            ComparisonRules.newsClaims(),
            List.of(
                new ReportRules.Layer("Claim", List.of()),
                new ReportRules.Layer("Speaker", List.of())),
            Optional.of(ReportRules.Judging.stance(List.of("T1", "T2"))),
            List.of(TOPIC));
    return ProjectReport.of(List.of(articles), rules, Resampling.none(), PROVENANCE);
  }

  private static Mark mark(String layer, String id, int begin) {
    return new Mark(id, layer, Span.of(begin, begin + 20), Map.of());
  }

  private static List<Mark> fourClaims() {
    return List.of(
        mark("Claim", "c1", 0),
        mark("Claim", "c2", 30),
        mark("Claim", "c3", 60),
        mark("Claim", "c4", 90));
  }

  private static AnnotatorSet judged(String annotator, List<Mark> marks, String... judgements) {
    List<Judgement> all = new ArrayList<>();
    for (String judgement : judgements) {
      String[] parts = judgement.split(" ", -1);
      all.add(new Judgement(parts[0], parts[1], parts[2]));
    }
    return new AnnotatorSet(annotator, marks, List.of(), all, List.of());
  }

  private static final String[] OF_ANNA = {
    "c1 T1 FAVOR",
    "c2 T1 FAVOR",
    "c3 T1 NOT_ABOUT",
    "c1 T2 AGAINST",
    "c2 T2 NEUTRAL",
    "c3 T2 FAVOR",
    "c4 T2 NOT_ABOUT"
  };
  private static final String[] OF_BERK = {
    "c1 T1 AGAINST", "c2 T1 FAVOR", "c1 T2 FAVOR", "c2 T2 NEUTRAL", "c3 T2 FAVOR", "c4 T2 NOT_ABOUT"
  };

  private static ComparedArticle judgedArticle(List<Mark> fixed) {
    List<Mark> marks = fixed.isEmpty() ? fourClaims() : List.of();
    return new ComparedArticle(
        "d1",
        "d1",
        200,
        List.of(),
        fixed,
        List.of(judged("anna", marks, OF_ANNA), judged("berk", marks, OF_BERK)));
  }

  private static StanceSection section(ProjectReport report, String id) {
    return report.stance().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void stance_of_one_target_counts_what_both_set() {
    StanceSection first = section(report(judgedArticle(List.of())), "stance/T1");
    assertThat(first.allLabels().overall().basis().n()).isEqualTo(new SampleSize(1, 2, 4, 2));
    assertThat(first.unset()).isEqualTo(3);
    assertThat(first.flips()).isEqualTo(1);
    assertThat(first.prevalence()).containsEntry("FAVOR", 3L).containsEntry("AGAINST", 1L);
    assertThat(first.use().get("anna")).containsEntry("FAVOR", 2L);
    assertThat(first.confusion().get(0)).startsWith(2L, 1L);
    assertThat(first.confusion().get(1)).startsWith(1L, 0L);
    assertThat(first.allLabels().overall().basis().observed()).hasValue(0.5);
  }

  @Test
  void stance_of_all_targets_is_that_of_each_added_up() {
    ProjectReport report = report(judgedArticle(List.of()));
    StanceSection all = section(report, "stance/all");
    assertThat(all.allLabels().overall().basis().n()).isEqualTo(new SampleSize(1, 6, 12, 2));
    assertThat(all.unset()).isEqualTo(3);
    assertThat(all.flips()).isEqualTo(2);
    assertThat(all.allLabels().passages()).hasSize(8);
    assertThat(all.allLabels().byPair())
        .singleElement()
        .satisfies(
            pair ->
                assertThat(pair.coefficient().value())
                    .isEqualTo(all.allLabels().overall().value()));
    assertThat(all.allLabels().overall().basis().observed().getAsDouble())
        .isCloseTo(2.0 / 6, within(1e-12));
  }

  @Test
  void fixed_claims_are_units_of_all_annotators() {
    StanceSection first = section(report(judgedArticle(fourClaims())), "stance/T1");
    assertThat(first.unit()).isEqualTo("fixed claim");
    assertThat(first.allLabels().coverage()).hasValue(new Coverage(2, 4, "units"));
    assertThat(first.allLabels().passages())
        .hasSize(4)
        .first()
        .satisfies(
            passage -> {
              assertThat(passage.target()).hasValue("T1");
              assertThat(passage.values())
                  .extracting(value -> value.label().orElse(""))
                  .containsExactly("FAVOR", "AGAINST");
            });
  }

  private static AnnotatorSet topic(String annotator, String... values) {
    List<ArticleValue> all =
        values.length == 0
            ? List.of()
            : List.of(new ArticleValue("topic", Optional.empty(), List.of(values)));
    return new AnnotatorSet(annotator, List.of(), List.of(), List.of(), all);
  }

  @Test
  void articles_with_two_values_are_covered_and_several_labels_are_no_value() {
    ProjectReport report =
        report(
            ComparedArticle.of(
                "d1",
                10,
                List.of(topic("anna", "PORT"), topic("berk", "BRIDGE"), topic("cara", "PORT"))),
            ComparedArticle.of("d2", 10, List.of(topic("anna", "PORT"), topic("berk"))),
            ComparedArticle.of(
                "d3", 10, List.of(topic("anna", "PORT"), topic("berk", "BRIDGE", "PORT"))));
    FeatureSection topic = report.articleFeatures().get(0);
    assertThat(topic.alpha().coverage()).hasValue(new Coverage(1, 3, "units"));
    assertThat(topic.alpha().overall().basis().n()).isEqualTo(new SampleSize(1, 1, 3, 3));
    assertThat(topic.alpha().byPair())
        .extracting(pair -> pair.left() + pair.right(), pair -> pair.coefficient().basis().n())
        .containsExactly(
            tuple("annaberk", new SampleSize(1, 1, 2, 2)),
            tuple("annacara", new SampleSize(1, 1, 2, 2)),
            tuple("berkcara", new SampleSize(1, 1, 2, 2)));
    assertThat(topic.confusion()).containsExactly(List.of(2L, 2L), List.of(2L, 0L));
  }

  private static AnnotatorSet linked(String annotator, String... claimsAndSpeakers) {
    List<Mark> marks = new ArrayList<>(fourClaims());
    marks.add(mark("Speaker", "s1", 130));
    marks.add(mark("Speaker", "s2", 160));
    List<Link> links = new ArrayList<>();
    for (String link : claimsAndSpeakers) {
      links.add(new Link(link.substring(0, 2), link.substring(3)));
    }
    return new AnnotatorSet(annotator, marks, links, List.of(), List.of());
  }

  @Test
  void speakers_of_claims_are_counted_where_both_linked_them() {
    ProjectReport report =
        report(
            ComparedArticle.of(
                "d1",
                200,
                List.of(
                    linked("anna", "c1 s1", "c2 s1", "c2 s2", "c3 s2"),
                    linked("berk", "c1 s1", "c2 s1", "c3 s1"))),
            ComparedArticle.of("d2", 200, List.of(linked("anna"), linked("berk"))));
    AttributionSection attribution = report.attribution().orElseThrow();
    Coefficient alpha = attribution.alpha().overall();
    assertThat(alpha.basis().scale()).isEqualTo("nominal");
    assertThat(alpha.basis().n()).isEqualTo(new SampleSize(1, 3, 6, 2));
    assertThat(alpha.basis().excluded()).contains(new Exclusion(Exclusion.Cause.VALUE_UNSET, 10));
    assertThat(attribution.masi().orElseThrow().overall().basis().scale()).isEqualTo("masi");
    Coefficient links = attribution.linkF1().overall();
    assertThat(links.basis().n()).isEqualTo(new SampleSize(1, 7, 7, 2));
    assertThat(links.value()).hasValue(2 * 2.0 / 7);
    assertThat(attribution.linkF1().byPair())
        .singleElement()
        .satisfies(pair -> assertThat(pair.coefficient().value()).hasValue(4.0 / 7));
    assertThat(attribution.conflicts()).isEqualTo(new AttributionSection.Conflicts(2, 0));
  }

  @Test
  void presence_and_places_are_two_kinds_of_passages() {
    ProjectReport report =
        report(
            ComparedArticle.of(
                "d1",
                200,
                List.of(
                    judged("anna", List.of(mark("Claim", "c1", 0), mark("Claim", "c2", 60))),
                    judged("berk", List.of(mark("Claim", "c1", 2), mark("Claim", "c3", 120))))));
    ReportLine presence = report.line("layer/Claim/f1-overlap").orElseThrow();
    assertThat(presence.passages()).hasSize(3);
    assertThat(presence.disagreeing()).hasSize(2);
    assertThat(report.line("layer/Claim/f1-exact").orElseThrow().disagreeing()).hasSize(3);
    assertThat(presence.passages())
        .flatExtracting(Passage::values)
        .filteredOn(value -> value.label().isEmpty())
        .extracting(Passage.Value::annotator)
        .containsExactlyInAnyOrder("anna", "berk");
  }

  /** Documents of one disorder 1 and 2, by chance 2 and 3, two units an annotator in the second. */
  @Test
  void bounds_of_gamma_add_documents_by_their_units() {
    Bounds bounds =
        Gamma.bounds(
                List.of(new Gamma.Disorders(1, 2, 1, 0.5, 1.5), new Gamma.Disorders(2, 3, 2, 1, 2)))
            .orElseThrow();
    assertThat(bounds.low()).isCloseTo(1 - 5 / 5.5, within(1e-12));
    assertThat(bounds.high()).isCloseTo(1 - 2.5 / 8, within(1e-12));
  }

  /** Aligned: A with A, A with B, C with C. Of C alone nothing differs, of A half. */
  @Test
  void gamma_of_one_label_looks_at_the_units_that_have_it() {
    List<SpanDocument.Labelled> spans =
        List.of(
            new SpanDocument.Labelled("a", "1", Span.of(0, 10), "A"),
            new SpanDocument.Labelled("a", "2", Span.of(30, 40), "A"),
            new SpanDocument.Labelled("a", "3", Span.of(60, 70), "C"),
            new SpanDocument.Labelled("b", "1", Span.of(0, 10), "A"),
            new SpanDocument.Labelled("b", "2", Span.of(30, 40), "B"),
            new SpanDocument.Labelled("b", "3", Span.of(60, 70), "C"));
    SpanDocument document = new SpanDocument("d", "d", 100, List.of("a", "b"), spans);
    for (Map.Entry<String, Double> of : Map.of("A", 0.5, "B", 1.0, "C", 0.0).entrySet()) {
      Gamma.Disorders disorders =
          Gamma.ofLabels(
                  Gamma.continuum(document),
                  GammaSettings.defaults(42),
                  GammaLimits.DEFAULT,
                  Optional.of(of.getKey()),
                  1)
              .orElseThrow();
      assertThat(disorders.observed()).as(of.getKey()).isCloseTo(of.getValue(), within(1e-9));
      assertThat(disorders.expected()).isBetween(0.3, 1.0);
    }
  }

  /** Three pairs of units [1, 5) and [2, 6): disorder .0625, three units an annotator. */
  @Test
  void gamma_shows_disorders_weighed_by_units() {
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      spans.add(new SpanDocument.Labelled("a", "a" + i, Span.of(1 + 30 * i, 5 + 30 * i), "A"));
      spans.add(new SpanDocument.Labelled("b", "b" + i, Span.of(2 + 30 * i, 6 + 30 * i), "A"));
    }
    Coefficient gamma =
        new SpanAgreement(
                List.of(new SpanDocument("d", "d", 100, List.of("a", "b"), spans)),
                0.5,
                Resampling.none())
            .gamma(GammaSettings.defaults(42));
    double observed = gamma.basis().observed().orElseThrow();
    double expected = gamma.basis().expected().orElseThrow();
    assertThat(observed).isCloseTo(3 * 0.0625, within(1e-9));
    assertThat(expected).as("at most six units aligned with nothing").isBetween(0.5, 6.0);
    assertThat(gamma.value().orElseThrow()).isCloseTo(1 - observed / expected, within(1e-9));
  }
}
