package org.testimony.web.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Content;
import org.testimony.core.annotation.Editor;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Rejection;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.core.codebook.Target;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;
import org.testimony.core.text.HashChain;
import org.testimony.core.text.Span;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.annotation.AnnotationSets;
import org.testimony.db.annotation.LoggedOperation;
import org.testimony.db.annotation.OperationLog;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextSource;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.assignment.Round;
import org.testimony.db.assignment.Rounds;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Members;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.db.shared.Ids;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Refused;

/**
 * The operation log inside the server: injection, transactions, permissions, and that the
 * projection is always the replay of the log.
 */
@ExtendWith(ArquillianExtension.class)
class RecordOperationsIT {

  private static final ArticleText TEXT =
      ArticleText.of(
          "Holt said the tunnel is “a blank cheque 🚇” and left. Dravik denied it.\n".repeat(20));

  @Inject private UserTransaction transaction;
  @Inject private EntityManager entities;
  @Inject private Accounts accounts;
  @Inject private Projects projects;
  @Inject private Members members;
  @Inject private Codebooks codebooks;
  @Inject private Articles articles;
  @Inject private Rounds rounds;
  @Inject private Assignments assignments;
  @Inject private OperationLog log;
  @Inject private AnnotationSets sets;
  @Inject private RecordOperations recordOperations;
  @Inject private ReturnSet returnSet;

  private final Codebook codebook =
      DefaultCodebook.newsClaims()
          .withTarget(new Target("T1", "The tunnel should be built", "Building it."));
  private Account owner;
  private Account annotator;
  private ProjectId project;
  private AssignmentId assignment;
  private long sequence;

  @Deployment
  static WebArchive product() {
    return ShrinkWrap.create(ZipImporter.class, "product.war")
        .importFrom(new File("target/testimony-web.war"))
        .as(WebArchive.class);
  }

  private <T> T inTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    try {
      T result = work.call();
      transaction.commit();
      return result;
    } catch (Exception e) {
      transaction.rollback();
      throw e;
    }
  }

  @BeforeEach
  void makeAssignment() throws Exception {
    Instant now = Instant.now();
    String key = "p" + UUID.randomUUID().toString().substring(0, 8);
    assignment =
        inTransaction(
            () -> {
              owner = account(key + "-owner", now);
              annotator = account(key + "-annotator", now);
              project = projects.add(key, key, now);
              codebooks.add(project, codebook, owner.id(), now);
              members.put(project, owner.id(), EnumSet.of(Role.OWNER), now);
              members.put(project, annotator.id(), EnumSet.of(Role.ANNOTATOR), now);
              return assign(now);
            });
  }

  private Account account(String name, Instant now) {
    Account account =
        new Account(new AccountId(Ids.next(now)), name, name, Optional.empty(), false, true, 0);
    accounts.add(account, "salt", now);
    return account;
  }

  private AssignmentId assign(Instant now) {
    TextSource source =
        new TextSource(
            "a.txt", Hash.of("x").hex(), Optional.empty(), "UTF-8", false, "test", "0", "");
    ArticleId article = articles.add(project, ArticleDetails.titled("A"), TEXT, source, now);
    Round round =
        new Round(
            Ids.next(now),
            1,
            "Round 1",
            Purpose.PRODUCTION,
            Phase.MARK,
            1,
            1,
            codebooks.current(project).id(),
            Optional.empty());
    rounds.add(project, round, now);
    Assignments.Planned planned =
        new Assignments.Planned(
            round.id(),
            article,
            articles.find(project, article).orElseThrow().text(),
            annotator.id(),
            Phase.MARK,
            1);
    return assignments.add(project, planned, now);
  }

  private Operation operation(Change change) {
    return new Operation(UUID.randomUUID(), ++sequence, change, Operation.Input.KEY, "1.0.0");
  }

  private Recorded send(UUID client, long base, Operation... operations) {
    return recordOperations.record(
        Actor.of(annotator), assignment, new Batch(client, base, List.of(operations)));
  }

  private static Change.AddSpan add(AnnotationId id, String layer, int begin, int end) {
    Span span = Span.of(begin, end);
    Map<String, FeatureValue> features =
        layer.equals("Claim")
            ? Map.of("form", FeatureValue.of("MIXED"), "kind", FeatureValue.of("FACT"))
            : Map.of("type", FeatureValue.of("PERSON"));
    return new Change.AddSpan(
        id, new Content(layer, span, TEXT.slices(span), features, Optional.empty(), false));
  }

  private static AnnotationId id() {
    return new AnnotationId(UUID.randomUUID());
  }

  private Assignment current() throws Exception {
    return inTransaction(() -> assignments.find(assignment).orElseThrow());
  }

  private AnnotationSet projection() throws Exception {
    return inTransaction(() -> sets.find(assignments.find(assignment).orElseThrow()));
  }

  private List<LoggedOperation> logged() throws Exception {
    return inTransaction(() -> log.since(assignments.find(assignment).orElseThrow(), 0));
  }

  @Test
  void a_repository_refuses_to_work_without_the_transaction_of_its_caller() {
    assertThrows(TransactionalException.class, () -> projects.all());
  }

  @Test
  void stores_what_it_acknowledges_and_answers_a_repeated_batch_alike() throws Exception {
    AnnotationId claim = id();
    Operation add = operation(add(claim, "Claim", 10, 42));
    UUID client = UUID.randomUUID();
    Recorded first = send(client, 0, add);
    Recorded again = send(client, 0, add);
    assertEquals(1, first.revision());
    assertEquals(first.acknowledged(), again.acknowledged());
    assertEquals(1, again.revision());
    assertEquals(1, logged().size());
    assertTrue(projection().annotations().containsKey(claim));
    assertEquals(AssignmentState.OPEN, current().state());
  }

  @Test
  void refuses_an_operation_that_is_known_with_another_content() {
    Operation add = operation(add(id(), "Claim", 10, 42));
    UUID client = UUID.randomUUID();
    assertEquals(1, send(client, 0, add).revision());
    Operation other =
        new Operation(
            add.id(), 1, new Change.Submit(true), Operation.Input.KEY, add.codebookVersion());
    assertThrows(Refused.Invalid.class, () -> send(client, 0, other));
  }

  @Test
  void a_rejected_operation_leaves_the_others_of_its_batch_stored() throws Exception {
    Content outside =
        new Content("Claim", Span.of(1, 90_000), List.of("x"), Map.of(), Optional.empty(), false);
    Recorded recorded =
        send(
            UUID.randomUUID(),
            0,
            operation(add(id(), "Claim", 10, 42)),
            operation(new Change.AddSpan(id(), outside)),
            operation(add(id(), "Speaker", 0, 4)));
    assertEquals(2, recorded.acknowledged().size());
    assertEquals(Rejection.Code.SPAN_OUTSIDE_TEXT, recorded.rejected().get(0).rejection().code());
    assertEquals(2, recorded.revision());
    assertEquals(2, projection().annotations().size());
  }

  @Test
  void another_person_learns_nothing_of_the_assignment() {
    Batch batch = new Batch(UUID.randomUUID(), 0, List.of(operation(add(id(), "Claim", 10, 42))));
    assertThrows(
        Refused.NotFound.class, () -> recordOperations.record(Actor.of(owner), assignment, batch));
    AssignmentId unknown = new AssignmentId(UUID.randomUUID());
    assertThrows(
        Refused.NotFound.class, () -> recordOperations.record(Actor.of(annotator), unknown, batch));
    assertThrows(
        Refused.NotSignedIn.class, () -> recordOperations.record(Actor.NOBODY, assignment, batch));
    assertThrows(
        Refused.NotFound.class, () -> returnSet.giveBack(Actor.of(annotator), assignment, "note"));
  }

  @Test
  void a_submitted_set_is_closed_until_an_owner_gives_it_back() throws Exception {
    AnnotationId claim = id();
    AnnotationId speaker = id();
    UUID client = UUID.randomUUID();
    Recorded incomplete =
        send(client, 0, operation(add(claim, "Claim", 10, 42)), operation(new Change.Submit(true)));
    assertEquals(Rejection.Code.INCOMPLETE, incomplete.rejected().get(0).rejection().code());
    Relation.Ends saidBy = new Relation.Ends("SAID_BY", claim, speaker);
    Recorded submitted =
        send(
            client,
            1,
            operation(add(speaker, "Speaker", 0, 4)),
            operation(new Change.Link(new RelationId(UUID.randomUUID()), saidBy)),
            operation(new Change.Submit(true)));
    assertEquals(AssignmentState.SUBMITTED, submitted.state());
    assertThrows(
        Refused.Conflict.class, () -> send(client, 4, operation(add(id(), "Claim", 10, 42))));
    returnSet.giveBack(Actor.of(owner), assignment, "the second quotation has no speaker");
    assertEquals(AssignmentState.RETURNED, current().state());
    assertEquals(Optional.of("the second quotation has no speaker"), current().note());
    send(client, 5, operation(new Change.Submit(true)));
    assertEquals(AssignmentState.SUBMITTED, current().state());
    assertEquals(Optional.of(4L), current().firstSubmission());
  }

  @Test
  void the_same_batch_in_parallel_is_stored_once() throws Exception {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      operations.add(operation(add(id(), "Claim", 10, 42)));
    }
    Batch batch = new Batch(UUID.randomUUID(), 0, operations);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Recorded>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(
            threads.submit(() -> recordOperations.record(Actor.of(annotator), assignment, batch)));
      }
      for (Future<Recorded> answer : answers) {
        assertEquals(20, answer.get().acknowledged().size());
        assertEquals(20, answer.get().revision());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(20, logged().size());
    assertEquals(20, projection().annotations().size());
  }

  @Test
  void the_projection_is_the_replay_of_the_log_and_the_chain_holds_seed_17() throws Exception {
    Random random = new Random(17);
    List<AnnotationId> claims = new ArrayList<>();
    List<AnnotationId> speakers = new ArrayList<>();
    UUID[] clients = {UUID.randomUUID(), UUID.randomUUID()};
    for (int round = 0; round < 60; round++) {
      List<Operation> batch = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        batch.add(operation(randomChange(random, claims, speakers)));
      }
      send(clients[round % 2], 0, batch.toArray(Operation[]::new));
    }
    List<LoggedOperation> logged = logged();
    AnnotationSet replayed =
        new Editor(TEXT, codebook, Phase.MARK)
            .replay(logged.stream().map(LoggedOperation::operation).toList());
    assertEquals(replayed, projection());
    Hash previous = HashChain.START;
    long revision = 0;
    for (LoggedOperation operation : logged) {
      assertEquals(++revision, operation.entry().revision());
      assertEquals(previous, operation.entry().previous());
      assertTrue(operation.entry().isIntact());
      previous = operation.entry().hash();
    }
    assertEquals(previous, current().head());
    assertTrue(revision > 150, "only " + revision + " operations held");
  }

  private static Change randomChange(
      Random random, List<AnnotationId> claims, List<AnnotationId> speakers) {
    if (claims.size() < 3 || random.nextInt(4) == 0) {
      int begin = random.nextInt(TEXT.length() - 60);
      boolean claim = random.nextBoolean();
      AnnotationId id = id();
      (claim ? claims : speakers).add(id);
      return add(id, claim ? "Claim" : "Speaker", begin, begin + 1 + random.nextInt(50));
    }
    AnnotationId claim = claims.get(random.nextInt(claims.size()));
    boolean set = random.nextBoolean();
    return switch (random.nextInt(7)) {
      case 0 -> new Change.RemoveSpan(claim, Optional.empty());
      case 1 ->
          new Change.SetFeature(
              claim,
              "kind",
              Optional.empty(),
              set ? Optional.of(FeatureValue.of("VALUE")) : Optional.empty());
      case 2 ->
          new Change.Judge(
              claim, "T1", Optional.empty(), set ? Optional.of("FAVOR") : Optional.empty());
      case 3 ->
          speakers.isEmpty()
              ? new Change.SetFlag(Optional.empty(), false, set)
              : new Change.Link(
                  new RelationId(UUID.randomUUID()),
                  new Relation.Ends(
                      "SAID_BY", claim, speakers.get(random.nextInt(speakers.size()))));
      case 4 -> new Change.SetNote(Optional.of(claim), Optional.empty(), Optional.of("n" + claim));
      case 5 -> new Change.Relabel(claim, Optional.empty(), "Speaker");
      default -> {
        int begin = random.nextInt(TEXT.length() - 60);
        Span span = Span.of(begin, begin + 1 + random.nextInt(50));
        yield new Change.MoveSpan(
            claim, Optional.empty(), new Change.Place(span, TEXT.slices(span)));
      }
    };
  }

  @Test
  void the_database_refuses_to_change_history() {
    send(UUID.randomUUID(), 0, operation(add(id(), "Claim", 10, 42)));
    Exception refused =
        assertThrows(
            Exception.class,
            () ->
                inTransaction(
                    () ->
                        entities
                            .createNativeQuery("update operation set body = '{}'")
                            .executeUpdate()));
    StringBuilder causes = new StringBuilder();
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      causes.append(cause.getMessage());
    }
    assertTrue(causes.toString().contains("append-only"), causes.toString());
  }
}
