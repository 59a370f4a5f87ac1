package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.testimony.core.agreement.GammaSettings;
import org.testimony.core.agreement.ProjectReport;
import org.testimony.core.agreement.Provenance;
import org.testimony.core.agreement.ReportRules;
import org.testimony.core.agreement.Resampling;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.AnnotationSetJson;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.Hash;
import org.testimony.core.text.StrictJson;
import org.testimony.db.article.Article;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Round;
import org.testimony.db.project.Project;

/**
 * The sets that a report is measured on.
 *
 * @param project whose report it is
 * @param codebook in force
 * @param measured what is measured of it
 * @param purpose of the rounds that the sets are of
 * @param purposes all purposes of which there are submitted sets
 * @param rounds all rounds of the project, oldest first
 * @param articles of the project by id
 * @param submissions the sets, each as first submitted
 * @param leftOut what was not taken, and why
 * @param names pseudonym to the name that the reader may see
 */
record Evidence(
    Project project,
    Codebook codebook,
    MeasuredCodebook measured,
    Purpose purpose,
    Set<Purpose> purposes,
    List<Round> rounds,
    Map<ArticleId, Article> articles,
    List<Submission> submissions,
    List<LeftOut> leftOut,
    Map<String, String> names) {

  /**
   * A set as first submitted.
   *
   * @param assignment whose set it is
   * @param set what was submitted, under the pseudonym of who made it
   * @param fixed the claims that were fixed before, which everybody judged; empty where people
   *     marked
   * @param hash SHA-256 of all that was submitted
   */
  record Submission(Assignment assignment, AnnotatorSet set, List<Mark> fixed, Hash hash) {

    /** Copies the list. */
    Submission {
      fixed = List.copyOf(fixed);
    }

    /** The submission of a whole set; of a set that judged the claims on this layer were fixed. */
    static Submission of(
        Assignment assignment,
        String annotator,
        AnnotationSet set,
        SetConversion conversion,
        String claimLayer) {
      boolean judged = assignment.phase() == Phase.JUDGE;
      return new Submission(
          assignment,
          judged ? conversion.judged(annotator, set) : conversion.of(annotator, set),
          judged ? conversion.fixed(set, claimLayer) : List.of(),
          Hash.of(StrictJson.write(AnnotationSetJson.write(set))));
    }

    /** The pseudonym of who made it. */
    String annotator() {
      return set.annotator();
    }
  }

  /** The articles with the sets of everybody who submitted them, in order of article. */
  List<ComparedArticle> compared() {
    List<ComparedArticle> compared = new ArrayList<>();
    byArticle()
        .forEach(
            (article, some) -> {
              List<AnnotatorSet> sets = some.stream().map(Submission::set).toList();
              String id = article.id().value().toString();
              compared.add(
                  new ComparedArticle(id, id, article.length(), List.of(), fixed(some), sets));
            });
    return compared;
  }

  /** Each fixed claim once, by its place. */
  private static List<Mark> fixed(List<Submission> some) {
    Map<String, Mark> byPlace = new TreeMap<>();
    some.forEach(submission -> submission.fixed().forEach(m -> byPlace.putIfAbsent(m.id(), m)));
    return List.copyOf(byPlace.values());
  }

  /** The submissions of each article, in order of import. */
  private Map<Article, List<Submission>> byArticle() {
    Map<Article, List<Submission>> byArticle =
        new TreeMap<>(Comparator.comparing((Article article) -> article.id().value()));
    for (Submission submission : submissions) {
      byArticle
          .computeIfAbsent(article(submission.assignment().article()), a -> new ArrayList<>())
          .add(submission);
    }
    return byArticle;
  }

  /** The article of an id. */
  Article article(ArticleId id) {
    return Optional.ofNullable(articles.get(id)).orElseThrow();
  }

  /**
   * Measures the sets.
   *
   * @param resampling how intervals are made
   * @param gamma what gamma is computed with, where it is wanted
   * @param product name and version of the program
   */
  ProjectReport report(Resampling resampling, Optional<GammaSettings> gamma, String product) {
    Provenance provenance =
        new Provenance(codebook.id() + " " + codebook.version(), hash(), product);
    ReportRules rules = gamma.map(measured.rules()::with).orElse(measured.rules());
    return ProjectReport.of(compared(), rules, resampling, provenance);
  }

  /** SHA-256 over the texts, the annotators and their sets, in any order the same. */
  private String hash() {
    TreeSet<String> parts = new TreeSet<>();
    for (Submission submission : submissions) {
      String text = article(submission.assignment().article()).sha256();
      parts.add(text + " " + submission.annotator() + " " + submission.hash().hex());
    }
    return Hash.of(String.join("\n", parts)).hex();
  }

  /** The rounds that the sets are of, oldest first. */
  List<Round> measuredRounds() {
    Set<Object> ids =
        submissions.stream().map(s -> s.assignment().round()).collect(Collectors.toSet());
    return rounds.stream().filter(round -> ids.contains(round.id())).toList();
  }

  /** The articles whose sets are all of locked rounds, so that they may be compared in words. */
  Set<ArticleId> lockedArticles() {
    Set<Object> locked =
        rounds.stream()
            .filter(round -> round.locked().isPresent())
            .map(Round::id)
            .collect(Collectors.toSet());
    Map<ArticleId, Boolean> readable = new LinkedHashMap<>();
    for (Submission submission : submissions) {
      readable.merge(
          submission.assignment().article(),
          locked.contains(submission.assignment().round()),
          Boolean::logicalAnd);
    }
    return readable.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
