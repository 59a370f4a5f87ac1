package org.testimony.web.codebook;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.testimony.core.codebook.Change;
import org.testimony.core.codebook.CodebookDiff;
import org.testimony.db.project.CodebookVersion;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Member;
import org.testimony.db.project.Members;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/** Shows the versions of a project's codebook to everybody in the project. */
@UseCase
public class ReadCodebook {

  private final Projects projects;
  private final Members members;
  private final Codebooks codebooks;

  @Inject
  ReadCodebook(Projects projects, Members members, Codebooks codebooks) {
    this.projects = projects;
    this.members = members;
    this.codebooks = codebooks;
  }

  /**
   * The codebook as a person meets it.
   *
   * @param project it belongs to
   * @param roles of the person; none for an administrator who is not in the project
   * @param version what is shown
   */
  public record Shown(Project project, Set<Role> roles, CodebookVersion version) {

    /** Whether the person only labels. */
    public boolean isOnlyAnnotated() {
      return roles.equals(Set.of(Role.ANNOTATOR));
    }
  }

  /**
   * What changed between two versions.
   *
   * @param before the one
   * @param after the other
   * @param changes in the order of the format
   */
  public record Difference(CodebookVersion before, CodebookVersion after, List<Change> changes) {}

  /** The version in force. */
  @Needs(Permission.MEMBER)
  public Shown current(Actor actor, ProjectId project) {
    return shown(actor, project, codebooks.current(project));
  }

  /** The version in force, for an owner who is about to change it. */
  @Needs(Permission.OWNER)
  public Shown toChange(Actor actor, ProjectId project) {
    return current(actor, project);
  }

  /** The version of this number, such as 1.2.0. */
  @Needs(Permission.MEMBER)
  public Shown numbered(Actor actor, ProjectId project, String version) {
    return shown(actor, project, find(project, version));
  }

  /** All versions, newest first. */
  @Needs(Permission.MEMBER)
  public List<CodebookVersion> versions(Actor actor, ProjectId project) {
    return codebooks.of(project);
  }

  /** What changed from one version to another. */
  @Needs(Permission.MEMBER)
  public Difference difference(Actor actor, ProjectId project, String from, String to) {
    CodebookVersion before = find(project, from);
    CodebookVersion after = find(project, to);
    return new Difference(before, after, CodebookDiff.between(before.codebook(), after.codebook()));
  }

  private CodebookVersion find(ProjectId project, String version) {
    return codebooks
        .numbered(project, version)
        .orElseThrow(() -> new Refused.NotFound("codebook.noVersion", version));
  }

  private Shown shown(Actor actor, ProjectId project, CodebookVersion version) {
    Set<Role> roles = members.find(project, actor.account()).map(Member::roles).orElse(Set.of());
    return new Shown(projects.find(project).orElseThrow(), roles, version);
  }
}
