package org.testimony.db.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testimony.core.article.ArticleId;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.release.Corpus;
import org.testimony.core.release.Names;
import org.testimony.core.text.Hash;
import org.testimony.db.account.AccountId;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextSource;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.assignment.Round;
import org.testimony.db.assignment.Rounds;
import org.testimony.db.project.CodebookVersion;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Member;
import org.testimony.db.project.Members;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;

/** Projects as corpora. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Corpora {

  private final EntityManager entities;
  private final Codebooks codebooks;
  private final Articles articles;
  private final Members members;
  private final Rounds rounds;
  private final Assignments assignments;
  private final CorpusSets sets;

  /** Works in the transaction of this entity manager. */
  @Inject
  public Corpora(
      EntityManager entities,
      Codebooks codebooks,
      Articles articles,
      Members members,
      Rounds rounds,
      Assignments assignments,
      CorpusSets sets) {
    this.entities = entities;
    this.codebooks = codebooks;
    this.articles = articles;
    this.members = members;
    this.rounds = rounds;
    this.assignments = assignments;
    this.sets = sets;
  }

  /**
   * Lets the transaction at hand see one state of the database from now on, whatever others write
   * meanwhile, and change nothing. To be called before anything else in it.
   */
  public void freeze() {
    entities
        .createNativeQuery("set transaction isolation level repeatable read, read only")
        .executeUpdate();
  }

  /**
   * Everything of the project that leaves in a release.
   *
   * @throws IllegalStateException when what is stored does not hang together; says what
   */
  public Corpus of(Project project) {
    ProjectId id = project.id();
    List<CodebookVersion> versions = new ArrayList<>(codebooks.of(id));
    Collections.reverse(versions);
    List<Codebook> documents = versions.stream().map(CodebookVersion::codebook).toList();
    List<Member> people = members.of(id);
    Listed listed = new Listed(articles.all(id), people, rounds.of(id));
    return new Corpus(
        project.key(),
        project.name(),
        documents,
        articles(listed),
        people.stream().map(Corpora::person).toList(),
        listed.rounds().stream().map(round -> round(round, versions)).toList(),
        assignments(id, listed, documents));
  }

  /**
   * What assignments refer to.
   *
   * @param articles in the order of their import
   * @param people by pseudonym
   * @param rounds by number
   */
  private record Listed(List<Article> articles, List<Member> people, List<Round> rounds) {}

  private List<Corpus.Article> articles(Listed listed) {
    List<Corpus.Article> released = new ArrayList<>();
    for (Article article : listed.articles()) {
      released.add(
          new Corpus.Article(
              Names.article(released.size() + 1),
              article.details(),
              articles.text(article.text()).orElseThrow(),
              source(articles.source(article.text()).orElseThrow())));
    }
    return released;
  }

  private static Corpus.Source source(TextSource source) {
    return new Corpus.Source(
        source.name(),
        new Hash(source.sha256()),
        source.declaredEncoding(),
        source.encoding(),
        source.byteOrderMark(),
        source.importer(),
        source.importerVersion(),
        source.options());
  }

  private static Corpus.Person person(Member member) {
    return new Corpus.Person(
        member.pseudonym(),
        member.roles().stream().map(role -> Corpus.Role.valueOf(role.name())).toList());
  }

  private static Corpus.Round round(Round round, List<CodebookVersion> versions) {
    String codebook =
        versions.stream()
            .filter(version -> version.id().equals(round.codebook()))
            .map(version -> version.codebook().version().toString())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no codebook of round " + round.number()));
    return new Corpus.Round(
        round.number(),
        round.name(),
        round.purpose(),
        round.phase(),
        round.overlap(),
        round.seed(),
        codebook,
        round.locked().isPresent());
  }

  private List<Corpus.Assignment> assignments(
      ProjectId project, Listed listed, List<Codebook> documents) {
    Map<AccountId, String> pseudonyms = new HashMap<>();
    listed.people().forEach(member -> pseudonyms.put(member.account(), member.pseudonym()));
    Map<ArticleId, Integer> places = new HashMap<>();
    listed.articles().forEach(article -> places.put(article.id(), places.size()));
    Map<UUID, String> batches = new HashMap<>();
    listed.rounds().forEach(round -> batches.put(round.id(), Names.round(round.number())));
    List<Corpus.Assignment> released = new ArrayList<>();
    for (Assignment assignment : assignments.of(project)) {
      Integer place = known(places.get(assignment.article()), assignment, "article");
      Article article = listed.articles().get(place);
      if (!article.text().equals(assignment.text())) {
        throw new IllegalStateException(
            "assignment %s is about an older text of article %s"
                .formatted(assignment.id(), Names.article(place + 1)));
      }
      released.add(
          sets.released(
              assignment,
              new CorpusSets.Place(
                  known(pseudonyms.get(assignment.annotator()), assignment, "pseudonym"),
                  Names.article(place + 1),
                  known(batches.get(assignment.round()), assignment, "round")),
              articles.text(assignment.text()).orElseThrow(),
              documents));
    }
    released.sort(Corpus.assignmentOrder());
    return released;
  }

  private static <T> T known(@Nullable T value, Assignment assignment, String what) {
    if (value == null) {
      throw new IllegalStateException(
          "assignment %s has no %s in its project".formatted(assignment.id(), what));
    }
    return value;
  }
}
