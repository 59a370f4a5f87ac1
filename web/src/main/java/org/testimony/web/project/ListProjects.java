package org.testimony.web.project;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.testimony.db.project.Member;
import org.testimony.db.project.Members;
import org.testimony.db.project.Project;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.UseCase;

/** Lists the projects that a person may enter. */
@UseCase
public class ListProjects {

  private final Projects projects;
  private final Members members;

  @Inject
  ListProjects(Projects projects, Members members) {
    this.projects = projects;
    this.members = members;
  }

  /**
   * A project in the list.
   *
   * @param project the project
   * @param roles of the person; none for an administrator who is not in it
   */
  public record Entry(Project project, Set<Role> roles) {

    /** Copies. */
    public Entry {
      roles = roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    /** Whether the person only labels in it. */
    public boolean isOnlyAnnotated() {
      return roles.equals(EnumSet.of(Role.ANNOTATOR));
    }
  }

  /** By name: all for an administrator, else those in which the person has a role. */
  @Needs(Permission.SIGNED_IN)
  public List<Entry> list(Actor actor) {
    List<Project> seen = actor.isAdministrator() ? projects.all() : projects.of(actor.account());
    return seen.stream()
        .map(project -> new Entry(project, roles(actor, project)))
        .filter(entry -> actor.isAdministrator() || !entry.roles().isEmpty())
        .toList();
  }

  private Set<Role> roles(Actor actor, Project project) {
    return members.find(project.id(), actor.account()).map(Member::roles).orElse(Set.of());
  }
}
