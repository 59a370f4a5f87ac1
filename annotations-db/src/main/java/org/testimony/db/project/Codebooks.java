package org.testimony.db.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.CodebookWriter;
import org.testimony.core.text.Hash;
import org.testimony.db.account.AccountId;
import org.testimony.db.shared.Ids;

/** The versions of projects' codebooks. The newest is in force. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Codebooks {

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public Codebooks(EntityManager entities) {
    this.entities = entities;
  }

  /** The version in force. */
  public CodebookVersion current(ProjectId project) {
    return newestFirst(project)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("project " + project + " has no codebook"));
  }

  /** The version of this number, such as 1.2.0. */
  public Optional<CodebookVersion> numbered(ProjectId project, String version) {
    return newestFirst(project)
        .filter(v -> v.codebook().version().toString().equals(version))
        .findFirst();
  }

  /** The version of this id. */
  public Optional<CodebookVersion> find(UUID id) {
    return Optional.ofNullable(entities.find(CodebookRow.class, id))
        .map(CodebookRow::codebookVersion);
  }

  /** All versions, newest first. */
  public List<CodebookVersion> of(ProjectId project) {
    return newestFirst(project).toList();
  }

  /** Stores a version after those that are there. */
  public CodebookVersion add(ProjectId project, Codebook codebook, AccountId by, Instant now) {
    int ordinal = 1 + of(project).stream().mapToInt(CodebookVersion::ordinal).max().orElse(0);
    String document = CodebookWriter.write(codebook);
    CodebookVersion version =
        new CodebookVersion(Ids.next(now), ordinal, codebook, Hash.of(document).hex(), now);
    entities.persist(new CodebookRow(project, version, document, by));
    entities.flush();
    return version;
  }

  private Stream<CodebookVersion> newestFirst(ProjectId project) {
    return entities
        .createQuery(
            "select c from CodebookRow c where c.projectId = :project order by c.ordinal desc",
            CodebookRow.class)
        .setParameter("project", project.value())
        .getResultStream()
        .map(CodebookRow::codebookVersion);
  }
}
