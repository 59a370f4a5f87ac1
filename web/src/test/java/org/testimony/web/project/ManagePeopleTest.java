package org.testimony.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.db.Database;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Members;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.db.shared.Ids;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Refused;

/** Making a project and deciding who is in it, against a database. */
class ManagePeopleTest {

  @RegisterExtension static final Database DATABASE = new Database();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-14T09:26:53Z"), ZoneOffset.UTC);

  private final EntityManager entities = DATABASE.entityManagers().createEntityManager();
  private final Accounts accounts = new Accounts(entities);
  private final Members members = new Members(entities);
  private final Projects projects = new Projects(entities);
  private final AuditTrail audit = new AuditTrail(entities, accounts);
  private final CreateProject createProject =
      new CreateProject(projects, new Codebooks(entities), members, audit, CLOCK);
  private final ManagePeople managePeople =
      new ManagePeople(projects, members, accounts, audit, CLOCK);

  /** Runs in a transaction that is rolled back, with an owner and a project of that owner. */
  private void inProject(BiConsumer<Actor, ProjectId> act) {
    entities.getTransaction().begin();
    try {
      Actor owner = Actor.of(account("owner"));
      Project project =
          createProject.create(owner, "Harbour", Optional.empty(), DefaultCodebook.newsClaims());
      act.accept(owner, project.id());
    } finally {
      entities.getTransaction().rollback();
      entities.close();
    }
  }

  private Account account(String name) {
    Account account =
        new Account(
            new AccountId(Ids.next(CLOCK.instant())),
            name + "-" + System.nanoTime(),
            name,
            Optional.empty(),
            false,
            true,
            0);
    accounts.add(account, "salt", CLOCK.instant());
    return account;
  }

  private static List<Set<Role>> roles(List<ManagePeople.Person> people) {
    return people.stream().map(person -> person.member().roles()).toList();
  }

  @Test
  void who_makes_a_project_owns_it() {
    inProject(
        (owner, project) -> {
          List<ManagePeople.Person> people = managePeople.list(owner, project);
          assertThat(people).hasSize(1);
          assertThat(people.get(0).account().id()).isEqualTo(owner.account());
          assertThat(roles(people)).containsExactly(EnumSet.of(Role.OWNER));
        });
  }

  @Test
  void a_second_project_of_the_same_name_gets_another_key() {
    inProject(
        (owner, first) -> {
          Project second =
              createProject.create(
                  owner, "Harbour", Optional.empty(), DefaultCodebook.newsClaims());
          assertThat(second.key()).matches("harbour-[0-9]+");
          assertThatThrownBy(
                  () ->
                      createProject.create(
                          owner,
                          "Another",
                          Optional.of(second.key()),
                          DefaultCodebook.newsClaims()))
              .isInstanceOf(Refused.Conflict.class);
        });
  }

  @Test
  void roles_are_set_as_given() {
    inProject(
        (owner, project) -> {
          Account edda = account("edda");
          managePeople.put(owner, project, edda.name(), EnumSet.of(Role.ANNOTATOR));
          managePeople.put(
              owner, project, edda.name(), EnumSet.of(Role.ADJUDICATOR, Role.REVIEWER));
          assertThat(roles(managePeople.list(owner, project)))
              .containsExactly(EnumSet.of(Role.OWNER), EnumSet.of(Role.ADJUDICATOR, Role.REVIEWER));
        });
  }

  @Test
  void who_comes_back_has_the_same_pseudonym() {
    inProject(
        (owner, project) -> {
          Account edda = account("edda");
          Account mira = account("mira");
          String before = put(owner, project, edda);
          managePeople.remove(owner, project, edda.name());
          String others = put(owner, project, mira);
          assertThat(managePeople.list(owner, project)).hasSize(2);
          assertThat(put(owner, project, edda)).isEqualTo(before).isNotEqualTo(others);
        });
  }

  private String put(Actor owner, ProjectId project, Account account) {
    return managePeople
        .put(owner, project, account.name(), EnumSet.of(Role.ANNOTATOR))
        .member()
        .pseudonym();
  }

  @Test
  void the_last_owner_stays() {
    inProject(
        (owner, project) -> {
          String name = managePeople.list(owner, project).get(0).account().name();
          assertThatThrownBy(() -> managePeople.remove(owner, project, name))
              .isInstanceOf(Refused.Conflict.class);
          assertThatThrownBy(
                  () -> managePeople.put(owner, project, name, EnumSet.of(Role.ANNOTATOR)))
              .isInstanceOf(Refused.Conflict.class);
          Account second = account("second");
          managePeople.put(owner, project, second.name(), EnumSet.of(Role.OWNER));
          managePeople.remove(owner, project, name);
          assertThat(managePeople.list(owner, project)).hasSize(1);
        });
  }

  @Test
  void nobody_comes_in_without_account_access_or_role() {
    inProject(
        (owner, project) -> {
          Account out = account("out");
          accounts.change(out.withActive(false));
          Set<Role> annotator = EnumSet.of(Role.ANNOTATOR);
          assertThatThrownBy(() -> managePeople.put(owner, project, out.name(), annotator))
              .isInstanceOf(Refused.NotFound.class);
          assertThatThrownBy(() -> managePeople.put(owner, project, "no\0body", annotator))
              .isInstanceOf(Refused.NotFound.class);
          Account edda = account("edda");
          assertThatThrownBy(() -> managePeople.put(owner, project, edda.name(), Set.of()))
              .isInstanceOf(Refused.Invalid.class);
          assertThatThrownBy(() -> managePeople.remove(owner, project, edda.name()))
              .isInstanceOf(Refused.NotFound.class);
        });
  }

  @Test
  void each_change_of_roles_is_on_record_once() {
    inProject(
        (owner, project) -> {
          Account edda = account("edda");
          long before = audit.length(project);
          put(owner, project, edda);
          put(owner, project, edda);
          assertThat(audit.length(project)).isEqualTo(before + 1);
        });
  }
}
