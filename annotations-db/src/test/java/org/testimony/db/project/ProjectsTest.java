package org.testimony.db.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.CodebookWriter;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.core.codebook.SemanticVersion;
import org.testimony.core.text.Hash;
import org.testimony.db.Database;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.shared.Ids;

/** Projects, the people in them and the versions of their codebooks. */
class ProjectsTest {

  @RegisterExtension static final Database DATABASE = new Database();

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  private String key;
  private ProjectId project;

  @BeforeEach
  void make_a_project() {
    key = "p" + UUID.randomUUID().toString().substring(0, 12);
    project = DATABASE.ask(e -> new Projects(e).add(key, "Harrow Strait", NOON));
  }

  @Test
  void finds_a_project_by_id_and_by_key() {
    Project found =
        DATABASE.<Optional<Project>>ask(e -> new Projects(e).find(project)).orElseThrow();
    assertThat(found.key()).isEqualTo(key);
    assertThat(found.name()).isEqualTo("Harrow Strait");
    assertThat(DATABASE.<Optional<Project>>ask(e -> new Projects(e).keyed(key))).contains(found);
    assertThat(DATABASE.<Optional<Project>>ask(e -> new Projects(e).keyed(key + "-x"))).isEmpty();
    assertThat(DATABASE.<List<Project>>ask(e -> new Projects(e).all())).contains(found);
  }

  @Test
  void renames_a_project_and_counts_the_change() {
    int version = DATABASE.ask(e -> new Projects(e).find(project)).orElseThrow().version();
    DATABASE.inTransaction(e -> new Projects(e).rename(project, "Sundet"));
    Project renamed = DATABASE.ask(e -> new Projects(e).find(project)).orElseThrow();
    assertThat(renamed.name()).isEqualTo("Sundet");
    assertThat(renamed.version()).isGreaterThan(version);
  }

  @Test
  void refuses_a_key_that_is_taken_or_no_address() {
    for (String odd : List.of(key, "Two Words", "-a", "a-", "a".repeat(41), "")) {
      assertThatThrownBy(() -> DATABASE.ask(e -> new Projects(e).add(odd, "Odd", NOON)))
          .as(odd)
          .hasMessageContaining("project_key");
    }
  }

  @Test
  void lists_the_projects_of_a_person() {
    AccountId person = person();
    assertThat(DATABASE.<List<Project>>ask(e -> new Projects(e).of(person))).isEmpty();
    put(person, EnumSet.of(Role.ANNOTATOR));
    assertThat(DATABASE.<List<Project>>ask(e -> new Projects(e).of(person)))
        .extracting(Project::id)
        .containsExactly(project);
  }

  @Test
  void keeps_a_persons_pseudonym_when_roles_change() {
    AccountId first = person();
    AccountId second = person();
    assertThat(put(first, EnumSet.of(Role.OWNER)).pseudonym()).isEqualTo("P01");
    assertThat(put(second, EnumSet.of(Role.ANNOTATOR)).pseudonym()).isEqualTo("P02");
    Set<Role> roles = EnumSet.of(Role.ADJUDICATOR, Role.REVIEWER);
    assertThat(put(first, roles)).isEqualTo(new Member(first, "P01", roles));
    assertThat(DATABASE.<Optional<Member>>ask(e -> new Members(e).find(project, first)))
        .contains(new Member(first, "P01", roles));
    assertThat(DATABASE.<List<Member>>ask(e -> new Members(e).of(project)))
        .extracting(Member::account)
        .containsExactly(first, second);
  }

  @Test
  void knows_nobody_of_another_project() {
    AccountId person = person();
    put(person, EnumSet.of(Role.OWNER));
    ProjectId other = DATABASE.ask(e -> new Projects(e).add(key + "-2", "Other", NOON));
    assertThat(DATABASE.<Optional<Member>>ask(e -> new Members(e).find(other, person))).isEmpty();
    assertThat(DATABASE.<List<Member>>ask(e -> new Members(e).of(other))).isEmpty();
  }

  @Test
  void the_newest_codebook_is_in_force() {
    AccountId person = person();
    Codebook first = DefaultCodebook.newsClaims();
    Codebook second = first.withVersion(SemanticVersion.parse("1.10.0"));
    CodebookVersion one = add(first, person);
    CodebookVersion two = add(second, person);
    assertThat(one.ordinal()).isEqualTo(1);
    assertThat(two.ordinal()).isEqualTo(2);
    assertThat(two.sha256()).isEqualTo(Hash.of(CodebookWriter.write(second)).hex());
    assertThat(DATABASE.<CodebookVersion>ask(e -> new Codebooks(e).current(project)))
        .isEqualTo(two);
    assertThat(DATABASE.<List<CodebookVersion>>ask(e -> new Codebooks(e).of(project)))
        .containsExactly(two, one);
    assertThat(DATABASE.<Optional<CodebookVersion>>ask(e -> new Codebooks(e).find(one.id())))
        .contains(one);
    assertThat(
            DATABASE.<Optional<CodebookVersion>>ask(
                e -> new Codebooks(e).numbered(project, "1.10.0")))
        .contains(two);
    assertThat(
            DATABASE.<Optional<CodebookVersion>>ask(
                e -> new Codebooks(e).numbered(project, "9.0.0")))
        .isEmpty();
  }

  @Test
  void refuses_a_codebook_version_that_is_there() {
    AccountId person = person();
    add(DefaultCodebook.newsClaims(), person);
    assertThatThrownBy(() -> add(DefaultCodebook.newsClaims(), person))
        .hasMessageContaining("codebook_project_id_version_key");
  }

  @Test
  void a_project_without_codebook_is_a_fault() {
    assertThatThrownBy(() -> DATABASE.ask(e -> new Codebooks(e).current(project)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(project.toString());
  }

  private Member put(AccountId person, Set<Role> roles) {
    return DATABASE.ask(e -> new Members(e).put(project, person, roles, NOON));
  }

  private CodebookVersion add(Codebook codebook, AccountId by) {
    return DATABASE.ask(e -> new Codebooks(e).add(project, codebook, by, NOON));
  }

  private static AccountId person() {
    AccountId id = new AccountId(Ids.next(NOON));
    Account account = new Account(id, "m-" + id, "Radka Holt", Optional.empty(), false, true, 0);
    DATABASE.inTransaction(e -> new Accounts(e).add(account, "salt", NOON));
    return id;
  }
}
