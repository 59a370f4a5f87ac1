package org.testimony.db.release;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.release.Archive;
import org.testimony.core.release.Corpus;
import org.testimony.core.release.CsvMode;
import org.testimony.core.release.Format;
import org.testimony.core.release.ReleaseOptions;
import org.testimony.core.release.ReleaseReader;
import org.testimony.core.release.ReleaseWriter;
import org.testimony.core.release.Unreadable;
import org.testimony.core.release.VersionedEditor;
import org.testimony.core.text.Hash;
import org.testimony.core.text.HashChain;
import org.testimony.db.Database;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.annotation.AnnotationSets;
import org.testimony.db.annotation.LoggedOperation;
import org.testimony.db.annotation.OperationLog;
import org.testimony.db.article.Articles;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.AssignmentNotes;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.assignment.Rounds;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Members;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;

class CorpusImportsTest {

  @RegisterExtension static final Database DATABASE = new Database();

  /** The release that core's tests hold golden. */
  private static final Path GOLDEN = Path.of("../core/src/test/resources/golden/release");

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final AccountId BY = new AccountId(new UUID(0, 0));

  @Test
  void a_project_made_of_a_release_gives_the_release_again() throws Exception {
    Corpus corpus = golden();
    ProjectId project = imported(corpus, "again");
    Corpus read = DATABASE.ask(entities -> read(entities, project));
    assertThat(read.people()).isEqualTo(corpus.people());
    assertThat(read.rounds()).isEqualTo(corpus.rounds());
    assertThat(read.articles()).isEqualTo(corpus.articles());
    assertThat(read.codebooks()).isEqualTo(corpus.codebooks());
    Map<String, String> expected = files(corpus);
    Map<String, String> actual = files(read);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    for (String path : expected.keySet()) {
      if (!path.equals("manifest.json") && !path.equals("project.json")) {
        String asImported = expected.get(path).replace("\"MANUAL\"", "\"IMPORT\"");
        assertThat(actual.get(path)).as(path).isEqualTo(asImported);
      }
    }
  }

  @Test
  void a_project_made_of_its_own_release_gives_the_same_bytes() throws Exception {
    ProjectId first = imported(golden(), "bytes");
    Corpus once = DATABASE.ask(entities -> read(entities, first));
    ProjectId second = imported(once, "bytes-2");
    Corpus twice = DATABASE.ask(entities -> read(entities, second));
    Map<String, String> expected = files(once);
    Map<String, String> actual = files(twice);
    for (String path : expected.keySet()) {
      if (!path.equals("manifest.json") && !path.equals("project.json")) {
        assertThat(actual.get(path)).as(path).isEqualTo(expected.get(path));
      }
    }
  }

  @Test
  void replaying_each_log_gives_the_stored_set_and_the_chain_holds() throws Exception {
    Corpus corpus = golden();
    ProjectId project = imported(corpus, "replay");
    DATABASE.inTransaction(
        entities -> {
          Repositories repositories = new Repositories(entities);
          List<Assignment> assignments = repositories.assignments.of(project);
          assertThat(assignments).hasSize(corpus.assignments().size());
          for (Assignment assignment : assignments) {
            replay(repositories, assignment, corpus.codebooks());
          }
        });
  }

  private static void replay(
      Repositories repositories, Assignment assignment, List<Codebook> codebooks) {
    VersionedEditor editor =
        new VersionedEditor(
            repositories.articles.text(assignment.text()).orElseThrow(),
            codebooks,
            assignment.phase());
    AnnotationSet set = AnnotationSet.EMPTY;
    Hash head = HashChain.START;
    for (LoggedOperation logged : repositories.log.since(assignment, 0)) {
      assertThat(logged.entry().previous()).isEqualTo(head);
      assertThat(logged.entry().isIntact()).isTrue();
      head = logged.entry().hash();
      set = ((Outcome.Applied) editor.apply(set, logged.operation())).set();
    }
    assertThat(set).isEqualTo(repositories.sets.find(assignment));
    assertThat(head).isEqualTo(assignment.head());
    assertThat(assignment.revision() == 0).isEqualTo(assignment.state() == AssignmentState.NEW);
  }

  @Test
  void people_get_accounts_with_which_nobody_can_sign_in() throws Exception {
    imported(golden(), "people");
    Account account =
        DATABASE.ask(entities -> new Accounts(entities).named("people-p01").orElseThrow());
    assertThat(account.active()).isFalse();
    assertThat(account.administrator()).isFalse();
    assertThat(account.passwordHash()).isEmpty();
  }

  private static ProjectId imported(Corpus corpus, String key) {
    return DATABASE.ask(
        entities -> {
          try {
            return new Repositories(entities).imports().add(corpus, key, key, BY, NOW);
          } catch (Unreadable e) {
            throw new IllegalStateException(e.place() + ": " + e.detail(), e);
          }
        });
  }

  private static Corpus read(EntityManager entities, ProjectId project) {
    Repositories repositories = new Repositories(entities);
    return repositories.corpora().of(repositories.projects.find(project).orElseThrow());
  }

  private static Map<String, String> files(Corpus corpus) {
    Map<String, String> files = new TreeMap<>();
    ReleaseWriter.write(
        corpus,
        new ReleaseOptions(EnumSet.allOf(Format.class), CsvMode.EXACT, "1"),
        file -> files.put(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)));
    files.replaceAll(
        (path, text) -> path.endsWith(".csv") ? text.replace(",MANUAL,", ",IMPORT,") : text);
    return files;
  }

  private static Corpus golden() throws IOException, Unreadable {
    return ReleaseReader.read(new Folder(GOLDEN), ReleaseReader.Limits.USUAL);
  }

  /** The files of a folder that its list names. */
  private record Folder(Path folder) implements Archive {

    @Override
    public List<String> paths() {
      try (Stream<String> lines = Files.lines(folder.resolve("files.txt"))) {
        return lines.toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream open(String path) throws IOException {
      return Files.newInputStream(folder.resolve(path));
    }
  }

  /** All repositories over one entity manager. */
  private static final class Repositories {

    private final EntityManager entities;
    private final Projects projects;
    private final Codebooks codebooks;
    private final Articles articles;
    private final Accounts accounts;
    private final Members members;
    private final Rounds rounds;
    private final Assignments assignments;
    private final AnnotationSets sets;
    private final OperationLog log;

    Repositories(EntityManager entities) {
      this.entities = entities;
      projects = new Projects(entities);
      codebooks = new Codebooks(entities);
      articles = new Articles(entities);
      accounts = new Accounts(entities);
      members = new Members(entities);
      rounds = new Rounds(entities);
      assignments = new Assignments(entities);
      sets = new AnnotationSets(entities, new AssignmentNotes(entities));
      log = new OperationLog(entities, accounts);
    }

    Corpora corpora() {
      return new Corpora(
          entities, codebooks, articles, members, rounds, assignments, new CorpusSets(sets, log));
    }

    CorpusImports imports() {
      return new CorpusImports(
          entities,
          projects,
          codebooks,
          articles,
          accounts,
          members,
          rounds,
          assignments,
          new ImportedSets(assignments, log, sets));
    }
  }
}
