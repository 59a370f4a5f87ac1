package org.testimony.web.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.claims.ClaimsFile.ClaimLayers;
import org.testimony.core.claims.FixedSet;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.text.ArticleText;
import org.testimony.db.account.AccountId;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextId;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.claims.FixedClaims;
import org.testimony.db.claims.FixedList;
import org.testimony.db.claims.JudgedSets;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Refused;

/** Gives each set of a round that judges the fixed claims of its text, the same to everybody. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class BeginJudging {

  private final Articles articles;
  private final Codebooks codebooks;
  private final Assignments assignments;
  private final FixedClaims claims;
  private final JudgedSets sets;

  @Inject
  BeginJudging(
      Articles articles,
      Codebooks codebooks,
      Assignments assignments,
      FixedClaims claims,
      JudgedSets sets) {
    this.articles = articles;
    this.codebooks = codebooks;
    this.assignments = assignments;
    this.claims = claims;
    this.sets = sets;
  }

  /** The articles of a project that have fixed claims of their newest text. */
  List<ArticleId> articles(ProjectId project) {
    Set<TextId> with = claims.summaries(project).keySet();
    return articles.all(project).stream()
        .filter(article -> with.contains(article.text()))
        .map(Article::id)
        .toList();
  }

  /**
   * Writes the claims into assignments that were just made.
   *
   * @throws Refused.Conflict when the codebook has no stance, or no target to judge toward
   */
  void with(ProjectId project, List<AssignmentId> fresh, AccountId by, Instant now) {
    Codebook codebook = codebooks.current(project).codebook();
    ClaimLayers layers =
        ClaimLayers.of(codebook).orElseThrow(() -> new Refused.Conflict("claims.noStance"));
    if (codebook.targets().isEmpty()) {
      throw new Refused.Conflict("round.noTarget");
    }
    Map<TextId, FixedList> lists = claims.newest(project);
    List<Assignment> some = fresh.stream().map(id -> assignments.find(id).orElseThrow()).toList();
    Map<TextId, ArticleText> texts =
        articles.texts(some.stream().map(Assignment::text).collect(Collectors.toSet()));
    for (Assignment assignment : some) {
      ArticleText text = Objects.requireNonNull(texts.get(assignment.text()));
      FixedList list = Objects.requireNonNull(lists.get(assignment.text()));
      FixedSet fixed = new FixedSet(text, codebook, layers, UUID::randomUUID);
      sets.begin(assignment, fixed.operations(list.set()), list.set(), text, by, now);
    }
  }
}
