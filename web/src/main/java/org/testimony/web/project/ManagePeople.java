package org.testimony.web.project;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.Member;
import org.testimony.db.project.Members;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/**
 * Decides who is in a project with which roles. Only owners see who stands behind a pseudonym. Who
 * leaves keeps the pseudonym, because labels stay under it.
 */
@UseCase
public class ManagePeople {

  private final Projects projects;
  private final Members members;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ManagePeople(
      Projects projects, Members members, Accounts accounts, AuditTrail audit, Clock clock) {
    this.projects = projects;
    this.members = members;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Somebody in the project.
   *
   * @param account who
   * @param member with which pseudonym and roles
   */
  public record Person(Account account, Member member) {}

  /** Who has a role in the project, by pseudonym. */
  @Needs(Permission.OWNER)
  public List<Person> list(Actor actor, ProjectId project) {
    return members.of(project).stream()
        .filter(member -> !member.roles().isEmpty())
        .map(member -> new Person(accounts.find(member.account()).orElseThrow(), member))
        .toList();
  }

  /**
   * Gives the account of this sign-in name exactly these roles, at least one.
   *
   * @throws Refused.Conflict when the project would have no owner
   */
  @Needs(Permission.OWNER)
  public Person put(Actor actor, ProjectId project, String name, Set<Role> roles) {
    if (roles.isEmpty()) {
      throw new Refused.Invalid("people.noRole");
    }
    return set(actor, project, active(name), roles);
  }

  /** Takes all roles away from somebody. */
  @Needs(Permission.OWNER)
  public void remove(Actor actor, ProjectId project, String name) {
    Account account =
        named(name)
            .filter(found -> !roles(project, found.id()).isEmpty())
            .orElseThrow(() -> new Refused.NotFound("people.notHere", name));
    set(actor, project, account, Set.of());
  }

  private Account active(String name) {
    return named(name)
        .filter(Account::active)
        .orElseThrow(() -> new Refused.NotFound("people.noAccount", name));
  }

  private Optional<Account> named(String name) {
    String stored = name.strip().toLowerCase(Locale.ROOT);
    return stored.indexOf('\0') >= 0 ? Optional.empty() : accounts.named(stored);
  }

  private Person set(Actor actor, ProjectId project, Account account, Set<Role> roles) {
    projects.serialise(project);
    Set<Role> before = roles(project, account.id());
    if (before.contains(Role.OWNER) && !roles.contains(Role.OWNER) && owners(project) == 1) {
      throw new Refused.Conflict("people.lastOwner");
    }
    Instant now = clock.instant();
    Member member = members.put(project, account.id(), roles, now);
    if (!before.equals(roles)) {
      audit.append(
          project,
          actor.account(),
          new AuditTrail.Act(
              "member.roles",
              account.id().toString(),
              Optional.of(words(before)),
              Optional.of(words(roles))),
          now);
    }
    return new Person(account, member);
  }

  private Set<Role> roles(ProjectId project, AccountId account) {
    return members.find(project, account).map(Member::roles).orElse(Set.of());
  }

  private long owners(ProjectId project) {
    return members.of(project).stream()
        .filter(member -> member.roles().contains(Role.OWNER))
        .count();
  }

  private static String words(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
  }
}
