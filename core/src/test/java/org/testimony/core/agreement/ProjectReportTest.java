package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ArticleValue;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.ComparisonRules;
import org.testimony.core.compare.Judgement;
import org.testimony.core.compare.Link;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

class ProjectReportTest {

  private static final Provenance PROVENANCE =
      new Provenance("news-claims 1.0.0", "0".repeat(64), "Testimony test");
  private static final List<String> FORMS =
      List.of("DIRECT", "MIXED", "INDIRECT", "AUTHORIAL", "ACT");

  private static ReportRules rules(String... targets) {
    return new ReportRules(
        ComparisonRules.newsClaims(),
        List.of(
            new ReportRules.Layer(
                "Claim",
                List.of(
                    ReportRules.Feature.choice("form", FORMS),
                    ReportRules.Feature.flag("negated"))),
            new ReportRules.Layer("Speaker", List.of())),
        Optional.of(ReportRules.Judging.stance(List.of(targets))),
        List.of(
            new ReportRules.ArticleFeature(
                "relevance",
                Labels.of("RELEVANT", "MARGINAL", "OFF_TOPIC"),
                ReportRules.ArticleFeature.Kind.CHOICE),
            new ReportRules.ArticleFeature(
                "stance",
                ReportRules.Judging.stance(List.of()).labels(),
                ReportRules.ArticleFeature.Kind.STANCE)));
  }

  private static ProjectReport report(List<ComparedArticle> articles, String... targets) {
    return ProjectReport.of(articles, rules(targets), Resampling.none(), PROVENANCE);
  }

  private static Mark claim(String id, int begin, int end) {
    return new Mark(id, "Claim", Span.of(begin, end), Map.of("form", List.of("DIRECT")));
  }

  private static AnnotatorSet set(String annotator, List<Mark> marks, Judgement... judgements) {
    return new AnnotatorSet(annotator, marks, List.of(), List.of(judgements), List.of());
  }

  private static double value(ProjectReport report, String line) {
    return report.line(line).orElseThrow().overall().value().orElseThrow();
  }

  /** Perfect for and against with tossed NOT_ABOUT must not read 1.00. */
  @Test
  void seed_51_direction_alone_would_hide_that_nobody_agrees_what_it_is_about() {
    Random random = new Random(51);
    List<ComparedArticle> articles = new ArrayList<>();
    for (int d = 0; d < 40; d++) {
      List<Mark> claims = new ArrayList<>();
      List<Judgement> a = new ArrayList<>();
      List<Judgement> b = new ArrayList<>();
      for (int c = 0; c < 10; c++) {
        claims.add(claim("c" + c, 50 * c, 50 * c + 40));
        String truth = random.nextBoolean() ? "FAVOR" : "AGAINST";
        a.add(new Judgement("c" + c, "T1", random.nextInt(3) == 0 ? "NOT_ABOUT" : truth));
        b.add(new Judgement("c" + c, "T1", random.nextInt(3) == 0 ? "NOT_ABOUT" : truth));
      }
      articles.add(
          ComparedArticle.of(
              "d" + d,
              600,
              List.of(
                  set("a", claims, a.toArray(Judgement[]::new)),
                  set("b", claims, b.toArray(Judgement[]::new)))));
    }
    ProjectReport report = report(articles, "T1");
    assertThat(value(report, "stance/T1/direction")).isEqualTo(1);
    assertThat(value(report, "stance/T1/direction-ordinal")).isEqualTo(1);
    assertThat(value(report, "stance/T1/aboutness")).isBetween(-0.12, 0.12);
    assertThat(value(report, "stance/T1/all-labels")).isBetween(0.1, 0.5);
    assertThat(report.stance().get(0).flips()).isZero();
    Coverage onScale = report.line("stance/T1/direction").orElseThrow().coverage().orElseThrow();
    assertThat((double) onScale.covered() / onScale.all()).isCloseTo(4.0 / 9, within(0.06));
  }

  private static ComparedArticle small() {
    AnnotatorSet a =
        set(
            "a",
            List.of(claim("c1", 0, 40), claim("c2", 100, 140), claim("c3", 200, 240)),
            new Judgement("c1", "T1", "FAVOR"),
            new Judgement("c2", "T1", "FAVOR"));
    AnnotatorSet b =
        set(
            "b",
            List.of(claim("x1", 0, 40), claim("x2", 100, 150)),
            new Judgement("x1", "T1", "AGAINST"),
            new Judgement("x2", "T1", "FAVOR"));
    return ComparedArticle.of("d", 300, List.of(a, b));
  }

  /** Claims of a: 2, b: 2, c: 1. Matched: both of a with b's, none with c's. */
  @Test
  void an_annotator_who_matches_nobody_still_counts_in_what_is_covered() {
    Judgement[] none = {};
    AnnotatorSet a = set("a", List.of(claim("a1", 0, 40), claim("a2", 100, 140)), none);
    AnnotatorSet b = set("b", List.of(claim("b1", 0, 40), claim("b2", 100, 140)), none);
    AnnotatorSet c = set("c", List.of(claim("c1", 200, 240)), none);
    ProjectReport report = report(List.of(ComparedArticle.of("d", 300, List.of(a, b, c))));
    ReportLine line = report.line("layer/Claim/feature/form").orElseThrow();
    assertThat(line.coverage())
        .as("2 + 2 of a with b, 0 of 3 of a with c, 0 of 3 of b with c")
        .contains(new Coverage(4, 10, "marks"));
    assertThat(line.overall().basis().excluded())
        .contains(new Exclusion(Exclusion.Cause.MARK_NOT_MATCHED, 6));
  }

  @Test
  void stance_on_matched_claims_says_what_it_covers_and_counts_flips() {
    ProjectReport report = report(List.of(small()), "T1");
    StanceSection stance = report.stance().get(0);
    ReportLine line = stance.allLabels();
    assertThat(line.overall().basis().measure()).isEqualTo(Measure.ALPHA_MATCHED_PAIRS);
    assertThat(line.coverage()).contains(new Coverage(4, 5, "marks"));
    assertThat(line.byPair().get(0).coverage()).contains(new Coverage(4, 5, "marks"));
    assertThat(line.overall().basis().excluded())
        .containsExactly(new Exclusion(Exclusion.Cause.MARK_NOT_MATCHED, 1));
    assertThat(line.overall().value().orElseThrow())
        .as("values FAVOR x 3, AGAINST x 1: 1 - (2 / 4) / (6 / 12)")
        .isCloseTo(0, within(1e-12));
    assertThat(stance.flips()).isEqualTo(1);
    assertThat(stance.prevalence()).containsEntry("FAVOR", 3L).containsEntry("AGAINST", 1L);
    assertThat(stance.unset()).isZero();
    assertThat(stance.ac1().basis().measure()).isEqualTo(Measure.GWET_AC1);
    assertThat(stance.ac2().basis().scale()).isEqualTo("quadratic");
  }

  @Test
  void every_number_leads_to_its_passages() {
    ProjectReport report = report(List.of(small()), "T1");
    ReportLine f1 = report.line("layer/Claim/f1-overlap").orElseThrow();
    assertThat(f1.overall().value()).hasValue(2 * 2.0 / 5);
    assertThat(f1.passages()).hasSize(3);
    assertThat(f1.disagreeing()).hasSize(1);
    Passage alone = f1.disagreeing().get(0);
    assertThat(alone.place()).contains(Span.of(200, 240));
    assertThat(alone.values().get(1).mark()).isEmpty();
    assertThat(report.line("layer/Claim/f1-exact").orElseThrow().disagreeing()).hasSize(2);
    ReportLine stance = report.line("stance/T1/all-labels").orElseThrow();
    assertThat(stance.passages("a", "b")).hasSize(2);
    assertThat(stance.disagreeing()).hasSize(1);
    assertThat(stance.disagreeing().get(0).values())
        .containsExactly(
            new Passage.Value(
                "a", Optional.of("c1"), Optional.of(Span.of(0, 40)), Optional.of("FAVOR")),
            new Passage.Value(
                "b", Optional.of("x1"), Optional.of(Span.of(0, 40)), Optional.of("AGAINST")));
  }

  @Test
  void fixed_claims_are_measured_over_all_annotators_at_once() {
    List<Mark> fixed = List.of(claim("k1", 0, 10), claim("k2", 20, 30));
    List<AnnotatorSet> sets =
        List.of(
            set(
                "a",
                List.of(),
                new Judgement("k1", "T1", "FAVOR"),
                new Judgement("k2", "T1", "AGAINST")),
            set(
                "b",
                List.of(),
                new Judgement("k1", "T1", "FAVOR"),
                new Judgement("k2", "T1", "AGAINST")),
            set("c", List.of(), new Judgement("k1", "T1", "NEUTRAL")));
    ComparedArticle article = new ComparedArticle("d", "d", 100, List.of(), fixed, sets);
    StanceSection stance = report(List.of(article), "T1").stance().get(0);
    assertThat(stance.unit()).isEqualTo("fixed claim");
    assertThat(stance.allLabels().overall().basis().measure())
        .isEqualTo(Measure.KRIPPENDORFF_ALPHA);
    assertThat(stance.allLabels().overall().basis().n()).isEqualTo(new SampleSize(1, 2, 5, 3));
    assertThat(stance.allLabels().byPair()).hasSize(3);
    assertThat(stance.unset()).isEqualTo(1);
    assertThat(stance.direction().overall().value().orElseThrow())
        .as("Do = 2 * 2 / 2 / 5 = .4; De = 2 * (2 * 2 * 4 + 2 + 2) / 20 = 2")
        .isCloseTo(0.8, within(1e-12));
  }

  @Test
  void several_targets_are_measured_each_and_together() {
    ProjectReport report = report(List.of(small()), "T1", "T2");
    assertThat(report.stance())
        .extracting(StanceSection::id)
        .containsExactly("stance/T1", "stance/T2", "stance/all");
    assertThat(report.line("stance/T2/all-labels").orElseThrow().overall())
        .isInstanceOf(Coefficient.Undefined.class);
    assertThat(report.stance().get(1).unset()).isEqualTo(4);
  }

  @Test
  void article_values_have_the_article_as_unit() {
    List<ComparedArticle> articles = new ArrayList<>();
    List<String> ofA = List.of("RELEVANT", "RELEVANT", "OFF_TOPIC", "MARGINAL");
    List<String> ofB = List.of("RELEVANT", "MARGINAL", "OFF_TOPIC", "MARGINAL");
    for (int d = 0; d < 4; d++) {
      articles.add(
          ComparedArticle.of(
              "d" + d, 10, List.of(valued("a", ofA.get(d)), valued("b", ofB.get(d)))));
    }
    ProjectReport report = report(articles, "T1");
    Coefficient alpha = report.articleFeatures().get(0).alpha().overall();
    assertThat(alpha.basis().n()).isEqualTo(new SampleSize(4, 4, 8, 2));
    assertThat(alpha.value().orElseThrow())
        .as("Do = 2 / 8; De = (8 * 8 - 3 * 3 - 3 * 3 - 2 * 2) / 56")
        .isCloseTo(1 - 0.25 / (42.0 / 56), within(1e-12));
    assertThat(report.articleStance().get(0).allLabels().overall().value().orElseThrow())
        .isEqualTo(1);
  }

  private static AnnotatorSet valued(String annotator, String relevance) {
    String stance = relevance.equals("OFF_TOPIC") ? "NOT_ABOUT" : "FAVOR";
    return new AnnotatorSet(
        annotator,
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new ArticleValue("relevance", Optional.empty(), List.of(relevance)),
            new ArticleValue("stance", Optional.of("T1"), List.of(stance))));
  }

  @Test
  void attribution_uses_chance_inside_each_article() {
    List<ComparedArticle> articles = new ArrayList<>();
    for (int d = 0; d < 2; d++) {
      articles.add(
          ComparedArticle.of("d" + d, 400, List.of(attributed("a", 0), attributed("b", d))));
    }
    AttributionSection section = report(articles, "T1").attribution().orElseThrow();
    assertThat(section.alpha().overall().value().orElseThrow())
        .as("article 1: Do 0, De (16 - 4 - 4) / 3; article 2: Do 4, De (16 - 9 - 1) / 3")
        .isCloseTo(1 - 2 / (8 / 3.0 + 6 / 3.0), within(1e-12));
    assertThat(section.linkF1().overall().value()).hasValue(2 * 3.0 / 8);
  }

  /** Two claims, said by two speakers; {@code shift} moves the second claim to the first. */
  private static AnnotatorSet attributed(String annotator, int shift) {
    return new AnnotatorSet(
        annotator,
        List.of(
            claim("c1", 0, 40),
            claim("c2", 100, 140),
            new Mark("s1", "Speaker", Span.of(50, 60), Map.of()),
            new Mark("s2", "Speaker", Span.of(150, 160), Map.of())),
        List.of(new Link("c1", "s1"), new Link("c2", shift == 0 ? "s2" : "s1")),
        List.of(),
        List.of());
  }

  @Test
  void articles_seen_by_one_annotator_are_left_out_and_counted() {
    ComparedArticle alone =
        ComparedArticle.of("alone", 300, List.of(set("a", List.of(claim("c", 0, 10)))));
    ProjectReport report = report(List.of(small(), alone), "T1");
    assertThat(report.articles()).isEqualTo(1);
    assertThat(report.articlesLeftOut()).isEqualTo(1);
    assertThat(report.documents()).extracting(DocumentRow::article).containsExactly("d");
  }

  @Test
  void what_is_left_out_of_the_text_does_not_count_as_unmarked() {
    ComparedArticle whole = small();
    ComparedArticle cut =
        new ComparedArticle(
            "d", "d", 300, List.of(new Fragment(250, 300)), List.of(), whole.sets());
    ComparedArticle shorter = ComparedArticle.of("d", 250, whole.sets());
    assertThat(value(report(List.of(cut), "T1"), "layer/Claim/u-alpha-binary"))
        .isEqualTo(value(report(List.of(shorter), "T1"), "layer/Claim/u-alpha-binary"))
        .isNotEqualTo(value(report(List.of(whole), "T1"), "layer/Claim/u-alpha-binary"));
  }

  @Test
  void marks_are_counted_by_how_many_made_them() {
    LayerSection claims = report(List.of(small()), "T1").layers().get(0);
    assertThat(claims.markedBy()).containsExactly(new LayerSection.MarkedBy(2, 1, List.of(1L, 2L)));
  }

  @Test
  void an_empty_corpus_has_a_report_without_values() {
    ProjectReport report = report(List.of(), "T1");
    assertThat(report.lines()).isNotEmpty();
    assertThat(report.lines())
        .allMatch(line -> line.overall() instanceof Coefficient.Undefined)
        .allMatch(line -> ((Coefficient.Undefined) line.overall()).reason() == Reason.NO_DATA);
  }

  @Test
  void seed_52_the_report_does_not_depend_on_the_order_of_anything() {
    List<ComparedArticle> articles = corpus(new Random(52), 15, 3, 6);
    ProjectReport there =
        ProjectReport.of(articles, rules("T1"), new Resampling(50, 3, 0.95), PROVENANCE);
    List<ComparedArticle> turned = new ArrayList<>(articles);
    java.util.Collections.reverse(turned);
    ProjectReport back =
        ProjectReport.of(turned, rules("T1"), new Resampling(50, 3, 0.95), PROVENANCE);
    assertThat(AgreementJson.of(back).toString()).isEqualTo(AgreementJson.of(there).toString());
  }

  @Test
  void the_json_carries_all_that_a_reader_needs_and_never_nan() {
    ProjectReport report =
        ProjectReport.of(
            corpus(new Random(53), 12, 3, 6),
            rules("T1"),
            new Resampling(100, 3, 0.95),
            PROVENANCE);
    JsonNode json = AgreementJson.of(report);
    JsonNode line = json.at("/stance/0/allLabels");
    assertThat(line.get("measure").asText()).isEqualTo("alpha-matched-pairs");
    assertThat(line.get("definition").asText()).contains("Krippendorff 2011");
    assertThat(line.at("/ci/unit").asText()).isEqualTo("document");
    assertThat(line.at("/ci/replicates").asInt()).isEqualTo(100);
    assertThat(line.get("ciBeside").get(0).get("method").asText()).isEqualTo("jackknife");
    assertThat(line.get("observedKind").asText()).isEqualTo("disagreement");
    assertThat(line.get("byPair").size()).isEqualTo(3);
    assertThat(json.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    assertThat(json.at("/documents/0/values/layer~1Claim~1f1-overlap/value").isNumber()).isTrue();
  }

  /** Annotators who mostly agree: claims moved a little, some left out, some labels changed. */
  private static List<ComparedArticle> corpus(
      Random random, int articles, int annotators, int claims) {
    List<ComparedArticle> corpus = new ArrayList<>();
    for (int d = 0; d < articles; d++) {
      List<AnnotatorSet> sets = new ArrayList<>();
      int[] truth = random.ints(claims, 0, 5).toArray();
      for (int a = 0; a < annotators; a++) {
        sets.add(annotator(random, "annotator" + a, truth));
      }
      corpus.add(ComparedArticle.of("d" + d, 200 * claims, sets));
    }
    return corpus;
  }

  private static AnnotatorSet annotator(Random random, String name, int[] truth) {
    List<String> stances = ReportRules.Judging.stance(List.of()).labels().names();
    List<Mark> marks = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    for (int c = 0; c < truth.length; c++) {
      if (random.nextInt(8) == 0) {
        continue;
      }
      int begin = 200 * c + random.nextInt(10);
      String form = FORMS.get(random.nextInt(5) == 0 ? random.nextInt(5) : truth[c]);
      marks.add(
          new Mark("c" + c, "Claim", Span.of(begin, begin + 90), Map.of("form", List.of(form))));
      marks.add(new Mark("s" + c, "Speaker", Span.of(begin + 100, begin + 115), Map.of()));
      links.add(new Link("c" + c, "s" + c));
      String stance = stances.get(random.nextInt(4) == 0 ? random.nextInt(5) : truth[c]);
      judgements.add(new Judgement("c" + c, "T1", stance));
    }
    return new AnnotatorSet(name, marks, links, judgements, List.of());
  }

  @Test
  void seed_54_every_line_of_a_larger_project_has_a_value_and_an_interval() {
    ProjectReport report =
        ProjectReport.of(
            corpus(new Random(54), 40, 4, 8),
            rules("T1"),
            new Resampling(200, 1, 0.95),
            PROVENANCE);
    List<String> without =
        report.lines().stream()
            .filter(line -> line.overall().uncertainty().interval().isEmpty())
            .map(ReportLine::id)
            .toList();
    assertThat(without)
        .as("no flag is set and no article value is given")
        .containsExactly(
            "layer/Claim/feature/negated",
            "article/relevance",
            "article/stance/T1/aboutness",
            "article/stance/T1/direction",
            "article/stance/T1/direction-ordinal",
            "article/stance/T1/all-labels");
    assertThat(report.line("layer/Claim/f1-overlap").orElseThrow().byPair()).hasSize(6);
  }

  @Test
  void passages_are_made_when_asked_for_and_not_before() {
    java.util.concurrent.atomic.AtomicInteger made =
        new java.util.concurrent.atomic.AtomicInteger();
    ReportLine line =
        new ReportLine(
            "line",
            report(List.of(small()), "T1").layers().get(0).f1Overlap().overall(),
            Map.of(),
            List.of(),
            Optional.empty(),
            () -> {
              made.incrementAndGet();
              return List.of();
            });
    assertThat(made).hasValue(0);
    assertThat(line.passages()).isEmpty();
    assertThat(line.passages("a", "b")).isEmpty();
    assertThat(line.disagreeing()).isEmpty();
    assertThat(made).hasValue(3);
  }

  /** Every line's passages are there, whatever made them: matches, fixed claims, articles. */
  @Test
  void seed_55_each_line_has_as_many_passages_as_units() {
    ProjectReport report = report(corpus(new Random(55), 6, 3, 4), "T1", "T2");
    for (ReportLine line : report.lines()) {
      if (line.id().startsWith("stance/all")) {
        assertThat(line.passages())
            .hasSize(
                report.line(line.id().replace("all/", "T1/")).orElseThrow().passages().size()
                    + report
                        .line(line.id().replace("all/", "T2/"))
                        .orElseThrow()
                        .passages()
                        .size());
      }
      if (line.id().startsWith("article/")) {
        assertThat(line.passages()).hasSize(6);
      }
      assertThat(line.disagreeing()).allMatch(passage -> !passage.agrees());
    }
    AttributionSection attribution = report.attribution().orElseThrow();
    assertThat(attribution.alpha().passages()).hasSize((int) coveredOf(attribution.alpha()));
    assertThat(attribution.masi()).as("no claim has two speakers").isEmpty();
  }

  private static long coveredOf(ReportLine line) {
    return line.coverage().orElseThrow().all();
  }

  /** One article; c1 said by s1 and s2 of a, by s1 alone of b. */
  @Test
  void a_claim_with_several_speakers_is_compared_as_a_set() {
    AnnotatorSet a = saidBy("a", new Link("c1", "s1"), new Link("c1", "s2"), new Link("c2", "s2"));
    AnnotatorSet b = saidBy("b", new Link("c1", "s1"), new Link("c2", "s2"));
    AttributionSection section =
        report(List.of(ComparedArticle.of("d", 400, List.of(a, b))), "T1")
            .attribution()
            .orElseThrow();
    ReportLine masi = section.masi().orElseThrow();
    assertThat(section.lines()).hasSize(3);
    assertThat(masi.overall().basis().measure()).isEqualTo(Measure.ALPHA_LOCAL_CHANCE_MASI);
    assertThat(masi.overall().value().orElseThrow())
        .as("values 12, 1, 2, 2; d(12, 1) = d(12, 2) = 2/3, d(1, 2) = 1")
        .isCloseTo(1 - (2 * 2.0 / 3) / (2 * (2.0 / 3 + 2 * 2.0 / 3 + 2) / 3), within(1e-12));
    assertThat(section.alpha().overall().value().orElseThrow())
        .as("as one value each: Do = 2, De = 2 * (1 + 2 + 2) / 3")
        .isCloseTo(1 - 2 / (10.0 / 3), within(1e-12));
    assertThat(masi.byPair()).hasSize(1);
  }

  private static AnnotatorSet saidBy(String annotator, Link... links) {
    return new AnnotatorSet(
        annotator,
        List.of(
            claim("c1", 0, 40),
            claim("c2", 100, 140),
            new Mark("s1", "Speaker", Span.of(50, 60), Map.of()),
            new Mark("s2", "Speaker", Span.of(150, 160), Map.of())),
        List.of(links),
        List.of(),
        List.of());
  }

  /** The longer mention of the one covers less than half of both: still the same speaker. */
  @Test
  void a_name_with_and_without_its_title_is_full_agreement_on_who_says_it() {
    List<ComparedArticle> articles = new ArrayList<>();
    for (int d = 0; d < 3; d++) {
      List<AnnotatorSet> sets = new ArrayList<>();
      for (String annotator : List.of("a", "b")) {
        int longer = annotator.equals("a") ? 15 : 0;
        sets.add(
            new AnnotatorSet(
                annotator,
                List.of(
                    claim("c1", 0, 40),
                    claim("c2", 100, 140),
                    new Mark("s1", "Speaker", Span.of(65 - longer, 76), Map.of()),
                    new Mark("s2", "Speaker", Span.of(165 - longer, 176), Map.of())),
                List.of(new Link("c1", "s1"), new Link("c2", "s2")),
                List.of(),
                List.of()));
      }
      articles.add(ComparedArticle.of("d" + d, 400, sets));
    }
    ProjectReport report = report(articles, "T1");
    assertThat(value(report, "layer/Speaker/f1-overlap")).isZero();
    assertThat(value(report, "attribution/alpha-local-chance")).isEqualTo(1);
    assertThat(value(report, "attribution/link-f1")).isEqualTo(1);
  }

  private static Mark form(String id, int begin, int end, String form) {
    return new Mark(id, "Claim", Span.of(begin, end), Map.of("form", List.of(form)));
  }

  /** Two of three claims have the same characters and form, the third another form. */
  private static List<ComparedArticle> threeForms() {
    return List.of(
        ComparedArticle.of(
            "d1",
            100,
            List.of(
                set(
                    "anna",
                    List.of(
                        form("1", 0, 20, "DIRECT"),
                        form("2", 30, 50, "INDIRECT"),
                        form("3", 60, 80, "DIRECT"))),
                set(
                    "berk",
                    List.of(
                        form("1", 0, 20, "DIRECT"),
                        form("2", 30, 50, "INDIRECT"),
                        form("3", 60, 80, "ACT"))))));
  }

  @Test
  void characters_and_forms_together_are_measured_as_spans_with_these_labels_are() {
    ProjectReport report = report(threeForms());
    List<SpanDocument.Labelled> spans = new ArrayList<>();
    for (AnnotatorSet set : threeForms().get(0).sets()) {
      for (Mark mark : set.marks()) {
        spans.add(
            new SpanDocument.Labelled(
                set.annotator(), mark.id(), mark.span(), mark.values("form").get(0)));
      }
    }
    SpanAgreement direct =
        new SpanAgreement(
            List.of(new SpanDocument("d1", "d1", 100, List.of("anna", "berk"), spans)),
            0.5,
            Resampling.none());
    ReportLine u = report.line("layer/Claim/feature/form/u-alpha").orElseThrow();
    assertThat(u.overall().value()).isPresent().isEqualTo(direct.uAlpha().value());
    assertThat(u.byLabel().keySet()).containsExactly("ACT", "DIRECT", "INDIRECT");
    assertThat(u.byLabel().get("INDIRECT").value()).hasValue(1);
    assertThat(u.byLabel().get("DIRECT").basis().measure()).isEqualTo(Measure.KU_ALPHA);
    assertThat(u.byPair())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.coefficient().value()).isEqualTo(u.overall().value());
            });
    assertThat(u.disagreeing()).hasSize(1);
    assertThat(report.line("layer/Claim/feature/form/cu-alpha").orElseThrow().overall().value())
        .isPresent()
        .isEqualTo(direct.cuAlpha().value());
    assertThat(report.line("layer/Claim/feature/negated/u-alpha")).isEmpty();
  }

  @Test
  void spans_without_a_form_are_left_out_of_it_and_counted() {
    Mark without = new Mark("9", "Claim", Span.of(90, 95), Map.of());
    ComparedArticle one = threeForms().get(0);
    List<Mark> marks = new ArrayList<>(one.sets().get(0).marks());
    marks.add(without);
    ProjectReport report =
        report(
            List.of(ComparedArticle.of("d1", 100, List.of(set("anna", marks), one.sets().get(1)))));
    ReportLine u = report.line("layer/Claim/feature/form/u-alpha").orElseThrow();
    assertThat(u.overall().value())
        .isEqualTo(
            report(threeForms())
                .line("layer/Claim/feature/form/u-alpha")
                .orElseThrow()
                .overall()
                .value());
    assertThat(u.overall().basis().excluded())
        .contains(new Exclusion(Exclusion.Cause.VALUE_UNSET, 1));
  }

  @Test
  void nested_spans_leave_the_labelled_lines_undefined_and_the_others_not() {
    List<Mark> nested = List.of(form("1", 0, 40, "DIRECT"), form("2", 10, 20, "INDIRECT"));
    ProjectReport report =
        report(List.of(ComparedArticle.of("d1", 100, List.of(set("a", nested), set("b", nested)))));
    assertThat(report.line("layer/Claim/feature/form/u-alpha").orElseThrow().overall())
        .isInstanceOfSatisfying(
            Coefficient.Undefined.class,
            undefined -> assertThat(undefined.reason()).isEqualTo(Reason.OVERLAPPING_UNITS));
    assertThat(value(report, "layer/Claim/u-alpha-binary")).isEqualTo(1);
  }

  @Test
  void gamma_is_a_line_where_it_is_asked_for() {
    assertThat(report(threeForms()).line("layer/Claim/gamma")).isEmpty();
    GammaSettings settings = GammaSettings.defaults(42);
    ProjectReport with =
        ProjectReport.of(threeForms(), rules().with(settings), Resampling.none(), PROVENANCE);
    ReportLine gamma = with.line("layer/Claim/gamma").orElseThrow();
    assertThat(gamma.overall().value()).hasValue(1);
    assertThat(gamma.overall().basis().scale()).isEqualTo(settings.describe());
    assertThat(gamma.byPair()).hasSize(1);
    assertThat(gamma.passages()).hasSize(3);
    JsonNode json = AgreementJson.of(with).path("layers").path(0);
    assertThat(json.path("lines").findValuesAsText("id")).contains("layer/Claim/gamma");
    assertThat(json.path("labelled").path(0).path("lines").path(1).path("id").asText())
        .isEqualTo("layer/Claim/feature/form/cu-alpha");
  }

  @Test
  void different_speakers_are_counted_and_those_that_may_be_one_name() {
    List<ComparedArticle> articles =
        List.of(
            ComparedArticle.of(
                "d1",
                400,
                List.of(
                    linked("anna", speaker(100, "Ilse Dravik"), speaker(150, "Mara Venn")),
                    linked("berk", speaker(300, "Dravik"), speaker(350, "Venn")))),
            ComparedArticle.of(
                "d2",
                400,
                List.of(
                    linked("anna", speaker(100, "she"), speaker(150, "Mara Venn")),
                    linked("berk", speaker(300, "she"), speaker(150, "Mara Venn")))));
    assertThat(report(articles).attribution().orElseThrow().conflicts())
        .isEqualTo(new AttributionSection.Conflicts(3, 2));
  }

  private static Mark speaker(int begin, String words) {
    Span span = Span.of(begin, begin + words.length());
    return new Mark("s" + begin, "Speaker", span, words, Map.of());
  }

  private static AnnotatorSet linked(String annotator, Mark ofFirst, Mark ofSecond) {
    return new AnnotatorSet(
        annotator,
        List.of(claim("1", 0, 20), claim("2", 30, 50), ofFirst, ofSecond),
        List.of(new Link("1", ofFirst.id()), new Link("2", ofSecond.id())),
        List.of(),
        List.of());
  }
}
