package org.testimony.web.project;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.PlainName;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/** Gives a project another name; its key stays, so that addresses go on working. */
@UseCase
public class RenameProject {

  private final Projects projects;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  RenameProject(Projects projects, AuditTrail audit, Clock clock) {
    this.projects = projects;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Renames.
   *
   * @param version of the project that the person saw; empty to rename whatever there is
   */
  @Needs(Permission.OWNER)
  public Project rename(Actor actor, ProjectId id, String name, Optional<Integer> version) {
    String plainName = PlainName.of(name, "project.name");
    projects.serialise(id);
    Project before = projects.find(id).orElseThrow();
    if (version.isPresent() && version.get() != before.version()) {
      throw new Refused.Stale(Integer.toString(before.version()), "project.stale", before.name());
    }
    if (!before.name().equals(plainName)) {
      projects.rename(id, plainName);
      audit.append(
          id,
          actor.account(),
          new AuditTrail.Act(
              "project.rename", before.key(), Optional.of(before.name()), Optional.of(plainName)),
          clock.instant());
    }
    return projects.find(id).orElseThrow();
  }
}
