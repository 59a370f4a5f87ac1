package org.testimony.web.project;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.testimony.core.codebook.Codebook;
import org.testimony.db.article.Articles;
import org.testimony.db.assignment.Round;
import org.testimony.db.assignment.Rounds;
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
import org.testimony.web.platform.UseCase;

/** Tells what a project is and how far it is set up. */
@UseCase
public class ReadProject {

  private final Projects projects;
  private final Members members;
  private final Codebooks codebooks;
  private final Articles articles;
  private final Rounds rounds;

  @Inject
  ReadProject(
      Projects projects, Members members, Codebooks codebooks, Articles articles, Rounds rounds) {
    this.projects = projects;
    this.members = members;
    this.codebooks = codebooks;
    this.articles = articles;
    this.rounds = rounds;
  }

  /**
   * What everybody in a project may know of it.
   *
   * @param project the project
   * @param roles of who asks; none for an administrator who is not in it
   * @param codebook the version in force
   */
  public record Summary(Project project, Set<Role> roles, Codebook codebook) {}

  /**
   * How far a project is set up.
   *
   * @param summary what everybody in it may know
   * @param articles how many it has
   * @param people who have a role in it
   * @param rounds oldest first
   */
  public record Overview(Summary summary, long articles, List<Member> people, List<Round> rounds) {

    /** How many people have the role. */
    public long with(Role role) {
      return people.stream().filter(member -> member.roles().contains(role)).count();
    }
  }

  /** The project, for everybody in it. */
  @Needs(Permission.MEMBER)
  public Summary summary(Actor actor, ProjectId id) {
    return new Summary(
        projects.find(id).orElseThrow(),
        members.find(id, actor.account()).map(Member::roles).orElse(Set.of()),
        codebooks.current(id).codebook());
  }

  /** How far the project is set up, for those who run or judge it. */
  @Needs(Permission.REPORT_READER)
  public Overview overview(Actor actor, ProjectId id) {
    List<Member> people =
        members.of(id).stream().filter(member -> !member.roles().isEmpty()).toList();
    return new Overview(summary(actor, id), articles.count(id), people, rounds.of(id));
  }
}
