package org.testimony.web.project;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.testimony.core.codebook.Codebook;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Members;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.PlainName;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UniqueViolation;
import org.testimony.web.platform.UseCase;

/** Makes a project with its first codebook; who makes it owns it. */
@UseCase
public class CreateProject {

  private final Projects projects;
  private final Codebooks codebooks;
  private final Members members;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  CreateProject(
      Projects projects, Codebooks codebooks, Members members, AuditTrail audit, Clock clock) {
    this.projects = projects;
    this.codebooks = codebooks;
    this.members = members;
    this.audit = audit;
    this.clock = clock;
  }

  /** The key that a project of this name would get. */
  @Needs(Permission.SIGNED_IN)
  public String suggestKey(Actor actor, String name) {
    return ProjectKeys.free(name, this::isTaken);
  }

  /**
   * Makes the project. The command line has no account: a project that it makes has no owner yet.
   *
   * @param key empty for the one that the name suggests
   */
  @Needs(Permission.SIGNED_IN)
  public Project create(Actor actor, String name, Optional<String> key, Codebook codebook) {
    String plainName = PlainName.of(name, "project.name");
    String freeKey = key.map(this::accept).orElseGet(() -> ProjectKeys.free(name, this::isTaken));
    Instant now = clock.instant();
    ProjectId id = add(freeKey, plainName, now);
    codebooks.add(id, codebook, actor.account(), now);
    if (actor.kind() != Actor.Kind.SERVICE) {
      members.put(id, actor.account(), EnumSet.of(Role.OWNER), now);
    }
    audit.append(id, actor.account(), AuditTrail.Act.of("project.create", freeKey, plainName), now);
    return projects.find(id).orElseThrow();
  }

  private String accept(String key) {
    if (!ProjectKeys.isKey(key)) {
      throw new Refused.Invalid("project.key");
    }
    if (isTaken(key)) {
      throw new Refused.Conflict("project.keyTaken", key);
    }
    return key;
  }

  private boolean isTaken(String key) {
    return projects.keyed(key).isPresent();
  }

  /** Somebody may have taken the key since we looked; then the database refuses it. */
  private ProjectId add(String key, String name, Instant now) {
    try {
      return projects.add(key, name, now);
    } catch (PersistenceException e) {
      if (UniqueViolation.is(e)) {
        throw new Refused.Conflict("project.keyTaken", key);
      }
      throw e;
    }
  }
}
