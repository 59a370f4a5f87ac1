package org.testimony.db.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.release.Corpus;
import org.testimony.core.release.Reconstruction;
import org.testimony.core.release.Unreadable;
import org.testimony.core.text.ArticleText;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextSource;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.assignment.Round;
import org.testimony.db.assignment.Rounds;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Members;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.db.shared.Ids;

/** New projects made out of corpora. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CorpusImports {

  private final EntityManager entities;
  private final Projects projects;
  private final Codebooks codebooks;
  private final Articles articles;
  private final Accounts accounts;
  private final Members members;
  private final Rounds rounds;
  private final Assignments assignments;
  private final ImportedSets sets;

  /** Works in the transaction of this entity manager. */
  @Inject
  public CorpusImports(
      EntityManager entities,
      Projects projects,
      Codebooks codebooks,
      Articles articles,
      Accounts accounts,
      Members members,
      Rounds rounds,
      Assignments assignments,
      ImportedSets sets) {
    this.entities = entities;
    this.projects = projects;
    this.codebooks = codebooks;
    this.articles = articles;
    this.accounts = accounts;
    this.members = members;
    this.rounds = rounds;
    this.assignments = assignments;
    this.sets = sets;
  }

  /**
   * The sign-in name of a person of an imported project. Nobody signs in with it: the account has
   * no password and is not active.
   */
  public static String accountName(String key, String pseudonym) {
    return key + "-" + pseudonym.toLowerCase(Locale.ROOT);
  }

  /**
   * Makes a project that holds what the corpus holds. People get accounts of their own.
   *
   * @param key of the new project; it and the names of its people's accounts have to be free
   * @param by who imports; stands in the log behind every operation
   * @throws Unreadable when no version of the codebook allows an annotation; names it. The
   *     transaction has to be rolled back then
   */
  public ProjectId add(Corpus corpus, String key, String name, AccountId by, Instant now)
      throws Unreadable {
    ProjectId project = projects.add(key, name, now);
    Map<String, UUID> versions = new HashMap<>();
    for (Codebook codebook : corpus.codebooks()) {
      UUID id = codebooks.add(project, codebook, by, now).id();
      versions.put(codebook.version().toString(), id);
    }
    Imported imported = new Imported(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (Corpus.Article article : corpus.articles()) {
      ArticleId id =
          articles.add(project, article.details(), article.text(), source(article.source()), now);
      imported.articles().put(article.name(), articles.find(project, id).orElseThrow());
    }
    for (Corpus.Person person : corpus.people()) {
      AccountId account = account(accountName(key, person.pseudonym()), now);
      members.add(project, account, person.pseudonym(), roles(person), now);
      imported.people().put(person.pseudonym(), account);
    }
    for (Corpus.Round round : corpus.rounds()) {
      UUID codebook = found(versions, round.codebook());
      UUID id = Ids.next(now);
      rounds.add(project, round(id, round, codebook, now), now);
      imported.rounds().put(round.name(), id);
    }
    addAssignments(project, corpus, imported, by, now);
    return project;
  }

  /**
   * What the names of a corpus have become.
   *
   * @param articles by name
   * @param people accounts by pseudonym
   * @param rounds ids by name
   */
  private record Imported(
      Map<String, Article> articles, Map<String, AccountId> people, Map<String, UUID> rounds) {}

  private void addAssignments(
      ProjectId project, Corpus corpus, Imported imported, AccountId by, Instant now)
      throws Unreadable {
    Reconstruction reconstruction = new Reconstruction(corpus.codebooks(), UUID::randomUUID);
    Map<String, Corpus.Article> texts = corpus.articlesByName();
    for (Corpus.Assignment assignment : corpus.assignments()) {
      Article article = found(imported.articles(), assignment.article());
      Assignments.Planned planned =
          new Assignments.Planned(
              found(imported.rounds(), assignment.round()),
              article.id(),
              article.text(),
              found(imported.people(), assignment.person()),
              assignment.phase(),
              assignment.position());
      AssignmentId id = assignments.repeat(project, planned, assignment.repeat(), now);
      entities.flush();
      ArticleText text = found(texts, assignment.article()).text();
      List<Reconstruction.Step> steps = reconstruction.steps(assignment, text);
      sets.write(assignments.find(id).orElseThrow(), assignment, text, steps, by, now);
      entities.flush();
      entities.clear();
    }
  }

  private static <T> T found(Map<String, T> parts, String name) {
    T part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException("a corpus names only what it holds, not " + name);
    }
    return part;
  }

  private AccountId account(String name, Instant now) {
    AccountId id = new AccountId(Ids.next(now));
    accounts.add(
        new Account(id, name, name, Optional.empty(), false, false, 0),
        UUID.randomUUID().toString(),
        now);
    return id;
  }

  private static Set<Role> roles(Corpus.Person person) {
    Set<Role> roles = new HashSet<>();
    person.roles().forEach(role -> roles.add(Role.valueOf(role.name())));
    return roles;
  }

  private static Round round(UUID id, Corpus.Round round, UUID codebook, Instant now) {
    return new Round(
        id,
        round.number(),
        round.title(),
        round.purpose(),
        round.phase(),
        round.overlap(),
        round.seed(),
        codebook,
        round.locked() ? Optional.of(now) : Optional.empty());
  }

  private static TextSource source(Corpus.Source source) {
    return new TextSource(
        source.name(),
        source.sha256().hex(),
        source.declaredEncoding(),
        source.encoding(),
        source.byteOrderMark(),
        source.importer(),
        source.importerVersion(),
        source.options());
  }
}
