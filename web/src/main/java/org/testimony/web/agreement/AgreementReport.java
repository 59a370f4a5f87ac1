package org.testimony.web.agreement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testimony.core.agreement.ProjectReport;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.codebook.Codebook;
import org.testimony.db.article.Article;
import org.testimony.db.assignment.Round;
import org.testimony.db.project.Project;
import org.testimony.web.agreement.MeasuredCodebook.NotMeasured;

/**
 * How far the annotators of a project agree, for a reader.
 *
 * @param project whose report it is
 * @param codebook in force
 * @param purpose of the rounds measured
 * @param purposes all purposes of which there are submitted sets
 * @param rounds that the sets are of, oldest first
 * @param measured the coefficients; annotators are pseudonyms
 * @param names pseudonym to the name that the reader may see
 * @param articles by id
 * @param readable the articles whose passages may be read, since their rounds are locked
 * @param leftOut assignments that are not counted
 * @param notMeasured questions of the codebook that are not measured
 */
public record AgreementReport(
    Project project,
    Codebook codebook,
    Purpose purpose,
    Set<Purpose> purposes,
    List<Round> rounds,
    ProjectReport measured,
    Map<String, String> names,
    Map<ArticleId, Article> articles,
    Set<ArticleId> readable,
    List<LeftOut> leftOut,
    List<NotMeasured> notMeasured) {

  static AgreementReport of(Evidence evidence, ProjectReport measured) {
    return new AgreementReport(
        evidence.project(),
        evidence.codebook(),
        evidence.purpose(),
        evidence.purposes(),
        evidence.measuredRounds(),
        measured,
        evidence.names(),
        evidence.articles(),
        evidence.lockedArticles(),
        evidence.leftOut(),
        evidence.measured().notMeasured());
  }
}
