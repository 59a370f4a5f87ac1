package org.testimony.web.account;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.project.Member;
import org.testimony.db.project.Members;
import org.testimony.db.project.Project;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.UseCase;

/** Tells a person who they are here and in which projects they have a role. */
@UseCase
public class ReadOwnAccount {

  private final Accounts accounts;
  private final Projects projects;
  private final Members members;

  @Inject
  ReadOwnAccount(Accounts accounts, Projects projects, Members members) {
    this.accounts = accounts;
    this.projects = projects;
    this.members = members;
  }

  /**
   * A project with the person's roles in it.
   *
   * @param project the project
   * @param roles at least one
   */
  public record Place(Project project, Set<Role> roles) {}

  /** The sign-in name; empty for the command line, which has no account. */
  @Needs(Permission.SIGNED_IN)
  public String name(Actor actor) {
    return accounts.find(actor.account()).map(Account::name).orElse("");
  }

  /** The projects in which the person has a role, by name. */
  @Needs(Permission.SIGNED_IN)
  public List<Place> places(Actor actor) {
    return projects.of(actor.account()).stream()
        .map(project -> new Place(project, roles(project, actor.account())))
        .filter(place -> !place.roles().isEmpty())
        .toList();
  }

  private Set<Role> roles(Project project, AccountId account) {
    return members.find(project.id(), account).map(Member::roles).orElse(Set.of());
  }
}
