package org.testimony.web.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.testimony.core.agreement.CiReason;
import org.testimony.core.agreement.Exclusion;
import org.testimony.core.agreement.GammaSettings;
import org.testimony.core.agreement.Interval;
import org.testimony.core.agreement.Reason;
import org.testimony.core.agreement.Resampling;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.text.HashChain;
import org.testimony.db.account.AccountId;
import org.testimony.db.article.Article;
import org.testimony.db.article.TextId;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Round;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Texts;

/** A report of two people on one article, from their sets to the words of the page. */
class ReportPageTest {

  private static final ProjectId PROJECT = new ProjectId(new UUID(50, 1));
  private static final ArticleId ARTICLE = new ArticleId(new UUID(20, 1));
  private static final UUID ROUND = new UUID(10, 1);

  private static AnnotationSet set(String stance) {
    return AnnotationSet.EMPTY
        .with(Sets.claim(1))
        .with(Sets.speaker(2))
        .with(Sets.relation(1, "SAID_BY", 1, 2))
        .judged(new JudgementKey(Sets.id(1), "T1"), Optional.of(stance))
        .valued(
            new ValueKey("relevance", Optional.empty()), Optional.of(FeatureValue.of("RELEVANT")));
  }

  private static Evidence.Submission submission(int number, AnnotationSet set) {
    Assignment assignment =
        new Assignment(
            new AssignmentId(new UUID(40, number)),
            PROJECT,
            ROUND,
            ARTICLE,
            new TextId(new UUID(30, 1)),
            new AccountId(new UUID(60, number)),
            Phase.MARK,
            0,
            1,
            AssignmentState.SUBMITTED,
            9,
            HashChain.START,
            Optional.of(9L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    SetConversion conversion = new SetConversion(MeasuredCodebook.of(Sets.CODEBOOK).attribution());
    return Evidence.Submission.of(assignment, "P0" + number, set, conversion, "Claim");
  }

  private static Evidence evidence(Optional<Instant> locked, AnnotationSet... sets) {
    List<Evidence.Submission> submissions = new ArrayList<>();
    for (AnnotationSet set : sets) {
      submissions.add(submission(submissions.size() + 1, set));
    }
    return new Evidence(
        new Project(PROJECT, "harbour", "Harbour", 1),
        Sets.CODEBOOK,
        MeasuredCodebook.of(Sets.CODEBOOK),
        Purpose.PRODUCTION,
        Set.of(Purpose.PRODUCTION),
        List.of(
            new Round(
                ROUND, 1, "Round 1", Purpose.PRODUCTION, Phase.MARK, 2, 1, new UUID(0, 0), locked)),
        Map.of(
            ARTICLE,
            new Article(
                ARTICLE,
                ArticleDetails.titled("Tunnel"),
                new TextId(new UUID(30, 1)),
                Sets.TEXT.length(),
                Sets.TEXT.sha256().hex(),
                Instant.EPOCH,
                1)),
        submissions,
        List.of(new LeftOut(LeftOut.Why.NOT_SUBMITTED, 1)),
        Map.of("P01", "Mira", "P02", "Oskar"));
  }

  private static AgreementReport report(Evidence evidence) {
    return AgreementReport.of(
        evidence,
        evidence.report(
            new Resampling(100, 1, 0.95),
            Optional.of(GammaSettings.defaults(1)),
            "Testimony test"));
  }

  @Test
  void the_headline_is_a_sentence_about_stance_and_says_why_it_has_no_interval() {
    ReportPage page =
        new ReportPage(report(evidence(Optional.empty(), set("FAVOR"), set("AGAINST"))));
    assertThat(page.getHeadline().getName()).isEqualTo("Stance: The tunnel should be built");
    assertThat(page.getHeadline().getFigure().getValue())
        .as("one pair of unlike values: 1 - 1 / 1")
        .isEqualTo("0.000");
    assertThat(page.getBasis()).isEqualTo("1 article, 2 annotators");
    assertThat(page.getHeadline().getFigure().getNoInterval()).isEqualTo("none: below 10 articles");
    assertThat(page.getNoIntervals()).startsWith("One article is below ten documents");
  }

  @Test
  void undefined_says_why_and_what_was_observed() {
    ReportPage page =
        new ReportPage(report(evidence(Optional.empty(), set("FAVOR"), set("FAVOR"))));
    Figure stance = page.getHeadline().getFigure();
    assertThat(stance.isDefined()).isFalse();
    assertThat(stance.getValue()).isEmpty();
    assertThat(stance.getUndefined())
        .isEqualTo(
            "Only one label is in use: chance alone would agree completely."
                + " Observed disagreement 0.000.");
  }

  @Test
  void a_pair_of_labels_is_counted_once_and_stands_in_the_upper_half() {
    ReportPage page =
        new ReportPage(report(evidence(Optional.empty(), set("FAVOR"), set("AGAINST"))));
    ReportSection stance =
        page.getSections().stream()
            .filter(section -> section.getId().equals("stance-T1"))
            .findFirst()
            .orElseThrow();
    LabelGrid grid = stance.getGrids().get(0);
    assertThat(grid.getPairs()).isEqualTo("1");
    assertThat(grid.getRows().get(0).cells().get(1).count()).as("FAVOR, AGAINST").isEqualTo(1);
    assertThat(grid.getRows().get(1).cells().get(0).blank()).as("AGAINST, FAVOR").isTrue();
    assertThat(grid.getUses()).extracting(LabelGrid.Use::name).containsExactly("Mira", "Oskar");
    assertThat(stance.getFacts())
        .contains("One pair of values stands at opposite ends of the scale.");
  }

  @Test
  void passages_are_open_once_the_round_is_locked() {
    AnnotationSet set = set("FAVOR");
    assertThat(evidence(Optional.empty(), set, set).lockedArticles()).isEmpty();
    assertThat(evidence(Optional.of(Instant.EPOCH), set, set).lockedArticles())
        .containsExactly(ARTICLE);
  }

  @Test
  void the_hash_is_of_the_sets_and_not_of_their_order() {
    String one = hash(evidence(Optional.empty(), set("FAVOR"), set("AGAINST")));
    assertThat(hash(evidence(Optional.of(Instant.EPOCH), set("FAVOR"), set("AGAINST"))))
        .isEqualTo(one);
    assertThat(hash(evidence(Optional.empty(), set("FAVOR"), set("NEUTRAL")))).isNotEqualTo(one);
  }

  private static String hash(Evidence evidence) {
    return report(evidence).measured().provenance().data();
  }

  @Test
  void one_set_of_an_article_is_left_out_and_nothing_is_measured() {
    AgreementReport report = report(evidence(Optional.empty(), set("FAVOR")));
    ReportPage page = new ReportPage(report);
    assertThat(page.isMeasured()).isFalse();
    assertThat(page.getLeftOut())
        .extracting(ReportSection.LeftOutRow::why)
        .contains("not submitted yet", "submitted by fewer than two annotators");
  }

  @Test
  void every_reason_has_its_words() {
    assertWords("agreement.reason.", Reason.values());
    assertWords("agreement.noInterval.", CiReason.values());
    assertWords("agreement.excluded.", Exclusion.Cause.values());
    assertWords("agreement.method.", Interval.Method.values());
    assertWords("agreement.interval.", Interval.Method.values());
    assertWords("agreement.leftOut.", LeftOut.Why.values());
    assertWords("agreement.notMeasured.", MeasuredCodebook.NotMeasured.Why.values());
  }

  private static void assertWords(String prefix, Enum<?>[] constants) {
    assertThat(constants).allMatch(constant -> Texts.has(prefix + constant.name()));
  }

  @Test
  void every_measure_of_the_report_has_a_name_and_a_meaning() {
    ReportPage page =
        new ReportPage(report(evidence(Optional.empty(), set("FAVOR"), set("AGAINST"))));
    assertThat(page.getDefinitions())
        .extracting(ReportPage.Definition::id)
        .contains(
            "f1-overlap",
            "u-alpha-binary",
            "alpha-matched-pairs",
            "alpha-local-chance",
            "gamma",
            "u-alpha",
            "cu-alpha");
    assertThat(page.getSections())
        .flatExtracting(ReportSection::getLines)
        .allMatch(row -> !row.getName().isBlank() && !row.getFigure().getCounted().isEmpty());
  }

  @Test
  void labels_of_spans_and_speakers_that_differ_are_told_in_sentences() {
    ReportPage page =
        new ReportPage(report(evidence(Optional.empty(), set("FAVOR"), set("AGAINST"))));
    List<String> facts =
        page.getSections().stream().flatMap(section -> section.getFacts().stream()).toList();
    assertThat(facts)
        .anyMatch(fact -> fact.contains("(k)u-α by label: "))
        .contains(
            "Matched claims linked to two different speakers: 0; of these, claims where the words may"
                + " be two forms of one name: 0.");
  }

  @Test
  void the_table_for_files_has_a_row_for_each_value_and_no_gap_in_a_row() {
    String csv =
        AgreementCsv.of(
            report(evidence(Optional.empty(), set("FAVOR"), set("AGAINST"))).measured());
    List<String> lines = csv.lines().toList();
    int columns = lines.get(0).split(",", -1).length;
    assertThat(lines)
        .filteredOn(line -> !line.contains("\""))
        .allMatch(line -> line.split(",", -1).length == columns);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("stance/T1/all-labels,"))
        .extracting(line -> line.split(",", -1)[1])
        .contains("all", "pair", "label", "article");
    assertThat(csv).doesNotContain("NaN");
  }
}
