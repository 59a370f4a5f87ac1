package org.testimony.db.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Content;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.LogEntry;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Origin;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Hash;
import org.testimony.core.text.Span;
import org.testimony.db.Database;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextId;
import org.testimony.db.article.TextSource;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.AssignmentNotes;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.assignment.Round;
import org.testimony.db.assignment.Rounds;
import org.testimony.db.project.CodebookVersion;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Members;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.db.shared.Ids;

/** Reading the sets and logs of many assignments at once. */
class ManySetsTest {

  @RegisterExtension static final Database DATABASE = new Database();

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final ArticleText TEXT =
      ArticleText.of("\"We oppose it,\" Holt said. \"It costs \uD83D\uDE80 too much.\"");

  private ProjectId project;
  private TextId text;
  private final List<AccountId> annotators = new ArrayList<>();
  private final List<AssignmentId> assignments = new ArrayList<>();

  @BeforeEach
  void give_an_article_to_three_people() {
    DATABASE.inTransaction(
        e -> {
          String key = "p" + UUID.randomUUID().toString().substring(0, 12);
          project = new Projects(e).add(key, "Harrow Strait", NOON);
          CodebookVersion codebook =
              new Codebooks(e).add(project, DefaultCodebook.newsClaims(), account(e), NOON);
          Round round =
              new Round(
                  Ids.next(NOON),
                  1,
                  "Round 1",
                  Purpose.PRODUCTION,
                  Phase.MARK,
                  3,
                  1,
                  codebook.id(),
                  Optional.empty());
          new Rounds(e).add(project, round, NOON);
          TextSource source =
              new TextSource(
                  "a.txt", TEXT.sha256().hex(), Optional.empty(), "UTF-8", false, "text", "1", "");
          ArticleId id =
              new Articles(e).add(project, ArticleDetails.titled("Tunnel"), TEXT, source, NOON);
          Article article = new Articles(e).find(project, id).orElseThrow();
          text = article.text();
          for (int position = 1; position <= 3; position++) {
            AccountId annotator = account(e);
            annotators.add(annotator);
            new Members(e).put(project, annotator, EnumSet.of(Role.ANNOTATOR), NOON);
            assignments.add(
                new Assignments(e)
                    .add(
                        project,
                        new Assignments.Planned(
                            round.id(), id, text, annotator, Phase.MARK, position),
                        NOON));
          }
        });
  }

  private static AccountId account(EntityManager entities) {
    AccountId id = new AccountId(UUID.randomUUID());
    String name = "a" + id.value().toString().substring(0, 12);
    new Accounts(entities)
        .add(new Account(id, name, name, Optional.empty(), false, true, 1), "salt", NOON);
    return id;
  }

  private static AnnotationSets sets(EntityManager entities) {
    return new AnnotationSets(entities, new AssignmentNotes(entities));
  }

  private static AnnotationId id(int number) {
    return new AnnotationId(new UUID(0, number));
  }

  private static Annotation claim(int number) {
    Span span = new Span(List.of(new Fragment(0, 15), new Fragment(27, 49)));
    Map<String, FeatureValue> features =
        Map.of("form", FeatureValue.of("DIRECT"), "negated", FeatureValue.on());
    Content content =
        new Content("Claim", span, TEXT.slices(span), features, Optional.of("torn"), true);
    return new Annotation(id(number), content, Origin.MANUAL);
  }

  private static Annotation speaker(int number) {
    Span span = Span.of(16, 20);
    return new Annotation(
        id(number),
        new Content("Speaker", span, TEXT.slices(span), Map.of(), Optional.empty(), false),
        Origin.ACCEPTED);
  }

  private static AnnotationSet full() {
    return AnnotationSet.EMPTY
        .with(claim(1))
        .with(speaker(2))
        .with(
            new Relation(
                new RelationId(new UUID(1, 1)), new Relation.Ends("SAID_BY", id(1), id(2))))
        .judged(new JudgementKey(id(1), "T1"), Optional.of("AGAINST"))
        .valued(new ValueKey("stance", Optional.of("T1")), Optional.of(FeatureValue.of("FAVOR")))
        .valued(
            new ValueKey("textProblems", Optional.empty()),
            Optional.of(new FeatureValue.Many(List.of("TRUNCATED", "OTHER"))))
        .noted(Optional.of("long"))
        .discussed(true);
  }

  private static void write(
      EntityManager entities, AssignmentId id, AnnotationSet before, AnnotationSet after) {
    Assignment assignment = new Assignments(entities).find(id).orElseThrow();
    sets(entities).write(assignment, before, after, TEXT, "1.0.0", 1);
  }

  private Map<AssignmentId, AnnotationSet> read() {
    return DATABASE.ask(e -> sets(e).findAll(project, new Assignments(e).of(project)));
  }

  @Test
  void many_sets_are_each_as_when_read_alone() {
    AnnotationSet less =
        full().without(id(2)).judged(new JudgementKey(id(1), "T1"), Optional.empty());
    DATABASE.inTransaction(
        e -> {
          write(e, assignments.get(0), AnnotationSet.EMPTY, full());
          write(e, assignments.get(1), AnnotationSet.EMPTY, full());
          write(e, assignments.get(1), full(), less);
        });
    assertThat(read())
        .containsEntry(assignments.get(0), full())
        .containsEntry(assignments.get(1), less)
        .containsEntry(assignments.get(2), AnnotationSet.EMPTY)
        .hasSize(3);
    for (AssignmentId each : assignments) {
      AnnotationSet alone =
          DATABASE.ask(e -> sets(e).find(new Assignments(e).find(each).orElseThrow()));
      assertThat(read()).containsEntry(each, alone);
    }
  }

  @Test
  void no_assignment_has_no_set() {
    assertThat(
            DATABASE.<Map<AssignmentId, AnnotationSet>>ask(
                e -> sets(e).findAll(project, List.of())))
        .isEmpty();
  }

  /** Logs as many operations as given, of which one submits first. */
  private void log(EntityManager entities, int of, int operations, int submission) {
    Assignments all = new Assignments(entities);
    OperationLog log = new OperationLog(entities, new Accounts(entities));
    Assignment before = all.find(assignments.get(of)).orElseThrow();
    Hash head = before.head();
    for (int revision = 1; revision <= operations; revision++) {
      Change change =
          revision == submission
              ? new Change.Submit(true)
              : new Change.SetNote(Optional.empty(), Optional.empty(), Optional.of("n" + revision));
      Operation operation =
          new Operation(UUID.randomUUID(), revision, change, Operation.Input.KEY, "1.0.0");
      LogEntry entry =
          log.append(before, head, revision, new UUID(9, of), operation, annotators.get(of), NOON);
      head = entry.hash();
    }
    all.change(
        new Assignment(
            before.id(),
            before.project(),
            before.round(),
            before.article(),
            before.text(),
            before.annotator(),
            before.phase(),
            before.repeat(),
            before.position(),
            AssignmentState.SUBMITTED,
            operations,
            head,
            Optional.of((long) submission),
            Optional.empty(),
            Optional.of(NOON),
            Optional.of(NOON)));
  }

  @Test
  void the_operation_of_each_first_submission_is_found() {
    DATABASE.inTransaction(
        e -> {
          log(e, 0, 3, 3);
          log(e, 1, 5, 2);
        });
    Map<AssignmentId, LoggedOperation> first =
        DATABASE.ask(e -> new OperationLog(e, new Accounts(e)).firstSubmissions(project));
    assertThat(first).containsOnlyKeys(assignments.get(0), assignments.get(1));
    assertThat(first.values())
        .allMatch(operation -> operation.operation().change() instanceof Change.Submit);
    LoggedOperation second = first.get(assignments.get(1));
    assertThat(second.entry().revision()).isEqualTo(2);
    assertThat(second.entry().isIntact()).isTrue();
    assertThat(second.actor()).isEqualTo(annotators.get(1));
  }

  @Test
  void a_log_is_read_up_to_the_first_submission_and_in_order() {
    DATABASE.inTransaction(
        e -> {
          log(e, 0, 3, 3);
          log(e, 1, 5, 2);
        });
    Map<AssignmentId, List<LoggedOperation>> logged =
        DATABASE.ask(
            e -> {
              Assignment changed = new Assignments(e).find(assignments.get(1)).orElseThrow();
              return new OperationLog(e, new Accounts(e))
                  .beforeFirstSubmission(project, List.of(changed));
            });
    assertThat(logged).containsOnlyKeys(assignments.get(1));
    assertThat(logged.get(assignments.get(1)))
        .extracting(operation -> operation.entry().revision())
        .containsExactly(1L, 2L);
  }

  @Test
  void texts_and_accounts_are_found_by_their_ids_at_once() {
    TextId unknown = new TextId(new UUID(0, 0));
    Map<TextId, ArticleText> texts =
        DATABASE.ask(e -> new Articles(e).texts(List.of(text, text, unknown)));
    assertThat(texts).containsOnlyKeys(text).containsEntry(text, TEXT);
    Map<AccountId, Account> accounts =
        DATABASE.ask(e -> new Accounts(e).find(List.of(annotators.get(0), annotators.get(2))));
    assertThat(accounts).containsOnlyKeys(annotators.get(0), annotators.get(2));
    assertThat(DATABASE.<Map<AccountId, Account>>ask(e -> new Accounts(e).find(List.of())))
        .isEmpty();
  }
}
