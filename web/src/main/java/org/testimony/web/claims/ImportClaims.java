package org.testimony.web.claims;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.claims.ClaimsFile;
import org.testimony.core.claims.ClaimsFile.ClaimLayers;
import org.testimony.core.claims.ClaimsRefused;
import org.testimony.core.claims.FixedClaim;
import org.testimony.core.claims.FixedSet;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextId;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.claims.FixedClaims;
import org.testimony.db.claims.FixedList;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.web.claims.ClaimsReport.OfArticle;
import org.testimony.web.claims.ClaimsReport.Outcome;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Texts;
import org.testimony.web.platform.UseCase;

/**
 * Takes a file of claims. All claims that it names of an article become the list of its newest
 * text; where one of them does not hold, that article keeps the list it had. Sets that judge
 * already keep the claims that they began with.
 */
@UseCase
public class ImportClaims {

  private final Projects projects;
  private final Codebooks codebooks;
  private final Articles articles;
  private final FixedClaims claims;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ImportClaims(
      Projects projects,
      Codebooks codebooks,
      Articles articles,
      FixedClaims claims,
      AuditTrail audit,
      Clock clock) {
    this.projects = projects;
    this.codebooks = codebooks;
    this.articles = articles;
    this.claims = claims;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a file.
   *
   * @param name of the file
   * @param content its text
   * @throws Refused.Invalid when the file has another form
   * @throws Refused.Conflict when the codebook has no stance to judge
   */
  @Needs(Permission.OWNER)
  public ClaimsReport take(Actor actor, ProjectId project, String name, String content) {
    projects.serialise(project);
    Codebook codebook = codebooks.current(project).codebook();
    ClaimLayers layers =
        ClaimLayers.of(codebook).orElseThrow(() -> new Refused.Conflict("claims.noStance"));
    Map<String, List<FixedClaim>> byArticle = new LinkedHashMap<>();
    for (FixedClaim claim : read(name, content, layers)) {
      byArticle.computeIfAbsent(claim.article(), a -> new ArrayList<>()).add(claim);
    }
    NamedArticles known = new NamedArticles(articles.all(project));
    Map<TextId, FixedList> lists = claims.newest(project);
    Instant now = clock.instant();
    List<OfArticle> reports = new ArrayList<>();
    byArticle.forEach(
        (article, some) -> {
          Taking taking = new Taking(actor, project, codebook, layers, lists, now);
          reports.add(
              known
                  .find(article)
                  .map(found -> taking.take(article, found, some))
                  .orElseGet(() -> unknown(article, known, some)));
        });
    ClaimsReport report = new ClaimsReport(reports);
    audit.append(project, actor.account(), act(name, content, report), now);
    return report;
  }

  private static List<FixedClaim> read(String name, String content, ClaimLayers layers) {
    try {
      return new ClaimsFile(name, layers).read(content);
    } catch (ClaimsRefused e) {
      throw new Refused.Invalid(List.of(new Refused.Fault(name, String.valueOf(e.getMessage()))));
    }
  }

  private static AuditTrail.Act act(String name, String content, ClaimsReport report) {
    return AuditTrail.Act.of(
        "claims.import",
        name,
        "SHA-256 %s: %d articles stored, %d unchanged, %d refused"
            .formatted(
                Hash.of(content).hex(),
                report.number(Outcome.STORED),
                report.number(Outcome.UNCHANGED),
                report.number(Outcome.REFUSED)));
  }

  private static OfArticle unknown(String name, NamedArticles known, List<FixedClaim> some) {
    String key = known.isAmbiguous(name) ? "claims.ambiguous" : "claims.unknown";
    return new OfArticle(name, "", Outcome.REFUSED, some.size(), Texts.of(key, some.get(0).line()));
  }

  /** The claims of one article being taken. */
  private final class Taking {

    private final Actor actor;
    private final ProjectId project;
    private final Codebook codebook;
    private final ClaimLayers layers;
    private final Map<TextId, FixedList> lists;
    private final Instant now;

    Taking(
        Actor actor,
        ProjectId project,
        Codebook codebook,
        ClaimLayers layers,
        Map<TextId, FixedList> lists,
        Instant now) {
      this.actor = actor;
      this.project = project;
      this.codebook = codebook;
      this.layers = layers;
      this.lists = lists;
      this.now = now;
    }

    OfArticle take(String name, Article article, List<FixedClaim> some) {
      ArticleText text = articles.text(article.text()).orElseThrow();
      try {
        AnnotationSet set = new FixedSet(text, codebook, layers, UUID::randomUUID).of(some);
        Optional<FixedList> before = Optional.ofNullable(lists.get(article.text()));
        boolean same = before.filter(list -> places(list.set()).equals(places(set))).isPresent();
        if (!same) {
          int version = 1 + before.map(FixedList::version).orElse(0);
          claims.add(
              project,
              new FixedList(article.text(), version, some.size(), set, now),
              actor.account());
        }
        return of(name, article, same ? Outcome.UNCHANGED : Outcome.STORED, some, "");
      } catch (ClaimsRefused e) {
        return of(name, article, Outcome.REFUSED, some, String.valueOf(e.getMessage()));
      }
    }

    private static OfArticle of(
        String name, Article article, Outcome outcome, List<FixedClaim> some, String detail) {
      return new OfArticle(name, article.details().title(), outcome, some.size(), detail);
    }

    /** What two lists are compared by: everything but the ids. */
    private static Set<String> places(AnnotationSet set) {
      Set<String> places = new TreeSet<>();
      for (Annotation annotation : set.annotations().values()) {
        String links =
            set.relations().values().stream()
                .filter(relation -> relation.ends().from().equals(annotation.id()))
                .map(relation -> place(set.annotation(relation.ends().to()).orElseThrow()))
                .sorted()
                .collect(Collectors.joining(" "));
        places.add(place(annotation) + " " + annotation.content().features() + " " + links);
      }
      return places;
    }

    private static String place(Annotation annotation) {
      return annotation.layer() + " " + annotation.content().span();
    }
  }
}
