package org.testimony.web.release;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.testimony.core.release.Corpus;
import org.testimony.core.release.ReleaseReader;
import org.testimony.core.release.Unreadable;
import org.testimony.core.release.ZipArchive;
import org.testimony.db.account.Accounts;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.release.CorpusImports;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.PlainName;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/**
 * Makes a new project of an export in the own format: the same articles, codebook, rounds,
 * assignments and sets; people under their pseudonyms, with accounts that nobody can sign in with.
 */
@UseCase
public class ImportRelease {

  /** The most bytes that an upload may have. */
  static final long MOST_BYTES = 200L << 20;

  private static final int LONGEST_KEY = 40;

  private final Projects projects;
  private final Accounts accounts;
  private final CorpusImports imports;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ImportRelease(
      Projects projects, Accounts accounts, CorpusImports imports, AuditTrail audit, Clock clock) {
    this.projects = projects;
    this.accounts = accounts;
    this.imports = imports;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was made.
   *
   * @param project the new project
   * @param articles how many it has
   * @param people how many
   * @param assignments how many
   */
  public record Made(Project project, int articles, int people, int assignments) {}

  /** Lets pass who may import, before an upload is read. */
  @Needs(Permission.ADMINISTRATOR)
  public void allow(Actor actor) {
    // The permission is all that is asked.
  }

  /**
   * Makes a project of a zip.
   *
   * @param key of the new project; empty for that of the release, with a number where it is taken
   * @param name of the new project; empty for that of the release
   * @throws Refused.Invalid when the zip is no release, or one that was changed; names the place
   * @throws Refused.Conflict when the key is taken
   */
  @Needs(Permission.ADMINISTRATOR)
  public Made make(Actor actor, Path zip, Optional<String> key, Optional<String> name) {
    try (ZipArchive archive = new ZipArchive(zip)) {
      Corpus corpus = ReleaseReader.read(archive, ReleaseReader.Limits.USUAL);
      String newKey = key.map(k -> accepted(k, corpus)).orElseGet(() -> free(corpus));
      String newName = PlainName.of(name.orElse(corpus.name()), "project.name");
      Instant now = clock.instant();
      ProjectId id = imports.add(corpus, newKey, newName, actor.account(), now);
      audit.append(
          id, actor.account(), AuditTrail.Act.of("release.import", newKey, corpus.key()), now);
      return new Made(
          projects.find(id).orElseThrow(),
          corpus.articles().size(),
          corpus.people().size(),
          corpus.assignments().size());
    } catch (Unreadable e) {
      throw new Refused.Invalid(List.of(new Refused.Fault(e.place(), e.detail())));
    } catch (ZipException e) {
      throw new Refused.Invalid("release.noZip");
    } catch (IOException e) {
      throw new UncheckedIOException("the upload could not be read", e);
    }
  }

  private String accepted(String key, Corpus corpus) {
    if (!key.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")) {
      throw new Refused.Invalid("project.key");
    }
    if (isTaken(key, corpus)) {
      throw new Refused.Conflict("project.keyTaken", key);
    }
    return key;
  }

  private String free(Corpus corpus) {
    String free = corpus.key();
    for (int number = 2; isTaken(free, corpus); number++) {
      String suffix = "-" + number;
      String stem = corpus.key();
      int longest = Math.min(stem.length(), LONGEST_KEY - suffix.length());
      free = stem.substring(0, longest).replaceAll("-+$", "") + suffix;
    }
    return free;
  }

  /** Whether there is such a project, or an account that one of its people would get. */
  private boolean isTaken(String key, Corpus corpus) {
    return projects.keyed(key).isPresent()
        || corpus.people().stream()
            .map(person -> CorpusImports.accountName(key, person.pseudonym()))
            .anyMatch(account -> accounts.named(account).isPresent());
  }
}
