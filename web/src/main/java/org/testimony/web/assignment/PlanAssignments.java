package org.testimony.web.assignment;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.OverlapDesign;
import org.testimony.core.assignment.OverlapDesign.Pairing;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.assignment.Round;
import org.testimony.db.assignment.Rounds;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Member;
import org.testimony.db.project.Members;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.db.shared.Ids;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/** Gives articles to annotators in a new round, or more articles to the people of a round. */
@UseCase
public class PlanAssignments {

  private final Projects projects;
  private final Articles articles;
  private final Members members;
  private final Accounts accounts;
  private final Codebooks codebooks;
  private final Rounds rounds;
  private final Assignments assignments;
  private final BeginJudging beginJudging;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  PlanAssignments(
      Projects projects,
      Articles articles,
      Members members,
      Accounts accounts,
      Codebooks codebooks,
      Rounds rounds,
      Assignments assignments,
      BeginJudging beginJudging,
      AuditTrail audit,
      Clock clock) {
    this.projects = projects;
    this.articles = articles;
    this.members = members;
    this.accounts = accounts;
    this.codebooks = codebooks;
    this.rounds = rounds;
    this.assignments = assignments;
    this.beginJudging = beginJudging;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What a round is to be.
   *
   * @param name shown on pages; empty for "Round n"
   * @param purpose what it is for
   * @param phase what annotators do
   * @param overlap how many annotators get the same article
   * @param seed of the plan
   * @param annotators who takes part; empty for all annotators of the project
   * @param articles which articles; empty for all of the project, in the phase JUDGE for all that
   *     have fixed claims
   */
  public record Plan(
      Optional<String> name,
      Purpose purpose,
      Phase phase,
      int overlap,
      long seed,
      List<AccountId> annotators,
      List<ArticleId> articles) {

    /** Copies. */
    public Plan {
      annotators = List.copyOf(annotators);
      articles = List.copyOf(articles);
    }
  }

  /**
   * How many articles each person gets.
   *
   * @param articles how many articles are given out
   * @param shares what each person gets
   */
  public record Preview(int articles, List<Share> shares) {}

  /**
   * What one person gets.
   *
   * @param displayName of the person
   * @param articles how many
   */
  public record Share(String displayName, int articles) {}

  /** What the plan would give to whom; stores nothing. */
  @Needs(Permission.OWNER)
  public Preview preview(Actor actor, ProjectId project, Plan plan) {
    List<Pairing<ArticleId, AccountId>> pairings = pairings(project, plan);
    Map<AccountId, Integer> perPerson = new LinkedHashMap<>();
    annotators(project, plan).forEach(a -> perPerson.put(a, 0));
    Set<ArticleId> given = new HashSet<>();
    for (Pairing<ArticleId, AccountId> pairing : pairings) {
      perPerson.merge(pairing.annotator(), 1, Integer::sum);
      given.add(pairing.article());
    }
    List<Share> shares = new ArrayList<>();
    perPerson.forEach((person, count) -> shares.add(new Share(displayName(person), count)));
    return new Preview(given.size(), shares);
  }

  private String displayName(AccountId person) {
    return accounts.find(person).map(Account::displayName).orElse("");
  }

  /** Makes a round and its assignments. */
  @Needs(Permission.OWNER)
  public Round make(Actor actor, ProjectId project, Plan plan) {
    projects.serialise(project);
    List<Pairing<ArticleId, AccountId>> pairings = pairings(project, plan);
    Instant now = clock.instant();
    int number = 1 + rounds.of(project).stream().mapToInt(Round::number).max().orElse(0);
    Round round =
        new Round(
            Ids.next(now),
            number,
            name(plan, number),
            plan.purpose(),
            plan.phase(),
            plan.overlap(),
            plan.seed(),
            codebooks.current(project).id(),
            Optional.empty());
    rounds.add(project, round, now);
    Map<ArticleId, Article> byId = new HashMap<>();
    articles.all(project).forEach(a -> byId.put(a.id(), a));
    Map<AccountId, Integer> positions = lastPositions(project);
    List<AssignmentId> made = new ArrayList<>();
    for (Pairing<ArticleId, AccountId> pairing : pairings) {
      int position = positions.merge(pairing.annotator(), 1, Integer::sum);
      Article article = Optional.ofNullable(byId.get(pairing.article())).orElseThrow();
      made.add(
          assignments.add(
              project,
              new Assignments.Planned(
                  round.id(),
                  article.id(),
                  article.text(),
                  pairing.annotator(),
                  plan.phase(),
                  position),
              now));
    }
    if (plan.phase() == Phase.JUDGE) {
      beginJudging.with(project, made, actor.account(), now);
    }
    audit.append(
        project,
        actor.account(),
        AuditTrail.Act.of("round.make", round.id().toString(), describe(round, pairings.size())),
        now);
    return round;
  }

  private static String describe(Round round, int assignments) {
    return "%s: overlap %d, seed %d, %d assignments"
        .formatted(round.name(), round.overlap(), round.seed(), assignments);
  }

  private static String name(Plan plan, int number) {
    String name = plan.name().map(String::strip).orElse("");
    if (name.length() > 100 || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new Refused.Invalid("round.name");
    }
    return name.isEmpty() ? "Round " + number : name;
  }

  private List<Pairing<ArticleId, AccountId>> pairings(ProjectId project, Plan plan) {
    List<AccountId> people = annotators(project, plan);
    List<ArticleId> given = articles(project, plan);
    if (plan.overlap() < 1 || plan.overlap() > people.size()) {
      throw new Refused.Invalid("round.overlap", plan.overlap(), people.size());
    }
    return new OverlapDesign(plan.overlap(), plan.seed()).plan(given, people, List.of());
  }

  private List<AccountId> annotators(ProjectId project, Plan plan) {
    List<AccountId> all =
        members.of(project).stream()
            .filter(member -> member.roles().contains(Role.ANNOTATOR))
            .map(Member::account)
            .toList();
    List<AccountId> chosen = plan.annotators().isEmpty() ? all : distinct(plan.annotators());
    if (chosen.isEmpty()) {
      throw new Refused.Invalid("round.noAnnotators");
    }
    for (AccountId person : chosen) {
      if (!all.contains(person)) {
        throw new Refused.Invalid("round.notAnnotator");
      }
    }
    return chosen.stream().sorted(Comparator.comparing(AccountId::value)).toList();
  }

  private List<ArticleId> articles(ProjectId project, Plan plan) {
    List<ArticleId> all =
        plan.phase() == Phase.JUDGE
            ? beginJudging.articles(project)
            : articles.all(project).stream().map(Article::id).toList();
    List<ArticleId> chosen = plan.articles().isEmpty() ? all : distinct(plan.articles());
    if (chosen.isEmpty()) {
      throw new Refused.Invalid(
          plan.phase() == Phase.JUDGE ? "round.noClaims" : "round.noArticles");
    }
    if (!new HashSet<>(all).containsAll(chosen)) {
      throw new Refused.Invalid(
          plan.phase() == Phase.JUDGE ? "round.articleWithoutClaims" : "round.unknownArticle");
    }
    return chosen;
  }

  private static <T> List<T> distinct(List<T> list) {
    return new ArrayList<>(new LinkedHashSet<>(list));
  }

  private Map<AccountId, Integer> lastPositions(ProjectId project) {
    Map<AccountId, Integer> positions = new HashMap<>();
    assignments.of(project).forEach(a -> positions.merge(a.annotator(), a.position(), Math::max));
    return positions;
  }
}
