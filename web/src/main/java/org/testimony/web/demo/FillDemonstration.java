package org.testimony.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.testimony.core.annotation.Operation;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Decoding;
import org.testimony.core.text.JsonObject;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.assignment.Round;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Role;
import org.testimony.web.annotation.Batch;
import org.testimony.web.annotation.RecordOperations;
import org.testimony.web.annotation.Recorded;
import org.testimony.web.article.DetailsForm;
import org.testimony.web.article.FileReport;
import org.testimony.web.article.ImportArticle;
import org.testimony.web.article.IncomingFile;
import org.testimony.web.assignment.ListAssignments;
import org.testimony.web.assignment.LockRound;
import org.testimony.web.assignment.PlanAssignments;
import org.testimony.web.codebook.ChangeCodebook;
import org.testimony.web.demo.DemoCorpus.DemoArticle;
import org.testimony.web.demo.DemoCorpus.DemoPerson;
import org.testimony.web.platform.Actor;
import org.testimony.web.project.CreateProject;
import org.testimony.web.project.ManagePeople;

/**
 * Makes the demonstration project: articles, people, two rounds, three annotators' sets. The first
 * round is complete and locked, so that its agreement and passages can be seen; in the second one
 * person still labels.
 */
@ApplicationScoped
public class FillDemonstration {

  private static final String KEY = "harrow-strait";
  private static final String NAME = "Harrow Strait tunnel";
  private static final String TARGET = "The Harrow Strait tunnel should be built";
  private static final String TARGET_DEFINITION =
      "Building a road tunnel under the Harrow Strait, as the government of Orrland proposes.";
  private static final int BATCH = 100;

  private final CreateProject createProject;
  private final ChangeCodebook changeCodebook;
  private final ManagePeople managePeople;
  private final ImportArticle importArticle;
  private final PlanAssignments planAssignments;
  private final ListAssignments listAssignments;
  private final RecordOperations recordOperations;
  private final LockRound lockRound;

  @Inject
  FillDemonstration(
      CreateProject createProject,
      ChangeCodebook changeCodebook,
      ManagePeople managePeople,
      ImportArticle importArticle,
      PlanAssignments planAssignments,
      ListAssignments listAssignments,
      RecordOperations recordOperations,
      LockRound lockRound) {
    this.createProject = createProject;
    this.changeCodebook = changeCodebook;
    this.managePeople = managePeople;
    this.importArticle = importArticle;
    this.planAssignments = planAssignments;
    this.listAssignments = listAssignments;
    this.recordOperations = recordOperations;
    this.lockRound = lockRound;
  }

  /**
   * Fills the project.
   *
   * @param administrator who makes it
   * @param accounts of the corpus' people, by name
   */
  void fill(DemoCorpus corpus, Actor administrator, Map<String, Account> accounts) {
    ProjectId project =
        createProject
            .create(administrator, NAME, Optional.of(KEY), DefaultCodebook.newsClaims())
            .id();
    changeCodebook.putTarget(administrator, project, Optional.empty(), TARGET, TARGET_DEFINITION);
    for (DemoPerson person : corpus.people()) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      person.roles().forEach(role -> roles.add(Role.valueOf(role)));
      managePeople.put(administrator, project, person.name(), roles);
    }
    Map<ArticleId, DemoArticle> articles = importArticles(corpus, administrator, project);
    List<ArticleId> open = new ArrayList<>();
    List<ArticleId> finished = new ArrayList<>();
    articles.forEach((id, article) -> (isFinished(corpus, article) ? finished : open).add(id));
    Round first = round(administrator, project, finished);
    round(administrator, project, open);
    record(corpus, project, articles, accounts);
    lockRound.lock(administrator, project, first.id());
  }

  private Map<ArticleId, DemoArticle> importArticles(
      DemoCorpus corpus, Actor administrator, ProjectId project) {
    Map<ArticleId, DemoArticle> articles = new LinkedHashMap<>();
    for (DemoArticle article : corpus.articles()) {
      IncomingFile file =
          new IncomingFile(
              article.file(),
              Optional.empty(),
              Optional.empty(),
              DetailsForm.of(article.details()));
      FileReport report =
          importArticle.importText(administrator, project, file, corpus.bytes(article));
      if (!(report instanceof FileReport.Stored stored)) {
        throw new IllegalStateException("the demonstration article was not stored: " + report);
      }
      articles.put(new ArticleId(stored.article()), article);
    }
    return articles;
  }

  private static boolean isFinished(DemoCorpus corpus, DemoArticle article) {
    return corpus.people().stream()
        .map(person -> corpus.annotations(person, article))
        .flatMap(Optional::stream)
        .allMatch(file -> file.text("state").equals("SUBMITTED"));
  }

  private Round round(Actor administrator, ProjectId project, List<ArticleId> articles) {
    return planAssignments.make(
        administrator,
        project,
        new PlanAssignments.Plan(
            Optional.empty(), Purpose.PRODUCTION, Phase.MARK, 3, 1, List.of(), articles));
  }

  private void record(
      DemoCorpus corpus,
      ProjectId project,
      Map<ArticleId, DemoArticle> articles,
      Map<String, Account> accounts) {
    Map<AccountId, DemoPerson> people = new LinkedHashMap<>();
    for (DemoPerson person : corpus.people()) {
      Optional.ofNullable(accounts.get(person.name()))
          .ifPresent(account -> people.put(account.id(), person));
    }
    for (ListAssignments.Entry entry : listAssignments.of(Actor.SERVICE, project)) {
      Optional<DemoArticle> article =
          Optional.ofNullable(articles.get(entry.assignment().article()));
      Optional<DemoPerson> person = Optional.ofNullable(people.get(entry.assignment().annotator()));
      Optional<JsonObject> file =
          article.flatMap(a -> person.flatMap(p -> corpus.annotations(p, a)));
      if (file.isPresent()) {
        record(entry, file.get(), text(corpus, article.orElseThrow()));
      }
    }
  }

  private static ArticleText text(DemoCorpus corpus, DemoArticle article) {
    if (Decoding.utf8(corpus.bytes(article)) instanceof Decoding.Decoded decoded) {
      return decoded.text();
    }
    throw new IllegalStateException(article.file() + " is not valid UTF-8");
  }

  private void record(ListAssignments.Entry entry, JsonObject file, ArticleText text) {
    List<Operation> operations = new DemoSet(file, text, "1.1.0").operations();
    UUID client = UUID.randomUUID();
    for (int from = 0; from < operations.size(); from += BATCH) {
      List<Operation> part = operations.subList(from, Math.min(operations.size(), from + BATCH));
      Recorded recorded =
          recordOperations.record(
              Actor.of(entry.annotator()), entry.assignment().id(), new Batch(client, 0, part));
      if (!recorded.rejected().isEmpty()) {
        throw new IllegalStateException(
            "a demonstration label was refused: " + recorded.rejected().get(0));
      }
    }
  }
}
