package org.testimony.web.codebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testimony.core.codebook.Change;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.CodebookDiff;
import org.testimony.core.codebook.CodebookWriter;
import org.testimony.core.codebook.SemanticVersion;
import org.testimony.core.codebook.Target;
import org.testimony.core.text.StrictJson;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.CodebookVersion;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.CodebookDocument;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/**
 * Makes new versions of a project's codebook. A version is never changed: every change is a new
 * one, with the number that the change asks for or a higher one that its author gave it.
 */
@UseCase
public class ChangeCodebook {

  private final Projects projects;
  private final Codebooks codebooks;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ChangeCodebook(Projects projects, Codebooks codebooks, AuditTrail audit, Clock clock) {
    this.projects = projects;
    this.codebooks = codebooks;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What storing a document would do.
   *
   * @param inForce the version it would follow
   * @param next the document with the number it would get
   * @param changes from the one to the other; none where storing would do nothing
   */
  public record Proposal(CodebookVersion inForce, Codebook next, List<Change> changes) {}

  /** What storing this document would do. */
  @Needs(Permission.OWNER)
  public Proposal propose(Actor actor, ProjectId project, Codebook document) {
    return proposal(project, document);
  }

  /**
   * Stores a document as the version in force; one without a change stores nothing.
   *
   * @param seen the number of the version that the author knew as the one in force; empty to follow
   *     whichever is
   * @throws Refused.Stale when another version came in between
   */
  @Needs(Permission.OWNER)
  public CodebookVersion store(
      Actor actor, ProjectId project, Codebook document, Optional<String> seen) {
    projects.serialise(project);
    Proposal proposal = proposal(project, document);
    String inForce = proposal.inForce().codebook().version().toString();
    if (seen.isPresent() && !seen.get().equals(inForce)) {
      throw new Refused.Stale(inForce, "codebook.stale", inForce);
    }
    return store(actor, project, proposal);
  }

  /**
   * Adds a target, or changes the one of this id.
   *
   * @param id empty for the next free one
   * @return the target as it is stored
   */
  @Needs(Permission.OWNER)
  public Target putTarget(
      Actor actor, ProjectId project, Optional<String> id, String title, String definition) {
    projects.serialise(project);
    Codebook before = codebooks.current(project).codebook();
    String targetId = id.orElseGet(before::nextTargetId);
    Codebook after = withTarget(before, targetId, title.strip(), definition.strip());
    store(actor, project, proposal(project, after));
    return after.target(targetId).orElseThrow();
  }

  /** Goes by the document, so that every fault is told with its place. */
  private static Codebook withTarget(
      Codebook codebook, String id, String title, String definition) {
    ObjectNode document = (ObjectNode) StrictJson.read(CodebookWriter.write(codebook));
    ArrayNode targets = document.withArray("targets");
    int index = 0;
    while (index < targets.size() && !targets.get(index).get("id").asText().equals(id)) {
      index++;
    }
    ObjectNode target =
        StrictJson.object().put("id", id).put("title", title).put("definition", definition);
    if (index < targets.size()) {
      targets.set(index, target);
    } else {
      targets.add(target);
    }
    try {
      return CodebookDocument.of(StrictJson.write(document));
    } catch (Refused.Invalid refused) {
      String place = "/targets/" + index;
      throw new Refused.Invalid(
          refused.faults().stream()
              .map(f -> new Refused.Fault(f.pointer().replaceFirst(place, ""), f.detail()))
              .toList());
    }
  }

  private Proposal proposal(ProjectId project, Codebook document) {
    CodebookVersion inForce = codebooks.current(project);
    List<Change> changes = CodebookDiff.between(inForce.codebook(), document);
    SemanticVersion required = CodebookDiff.requiredVersion(inForce.codebook().version(), changes);
    boolean higher = !changes.isEmpty() && document.version().compareTo(required) > 0;
    return new Proposal(inForce, higher ? document : document.withVersion(required), changes);
  }

  private CodebookVersion store(Actor actor, ProjectId project, Proposal proposal) {
    if (proposal.changes().isEmpty()) {
      return proposal.inForce();
    }
    Instant now = clock.instant();
    CodebookVersion stored = codebooks.add(project, proposal.next(), actor.account(), now);
    audit.append(
        project,
        actor.account(),
        new AuditTrail.Act(
            "codebook.change",
            stored.codebook().id(),
            Optional.of(proposal.inForce().codebook().version().toString()),
            Optional.of(stored.codebook().version() + " " + stored.sha256())),
        now);
    return stored;
  }
}
