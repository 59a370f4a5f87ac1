package org.testimony.db.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testimony.db.Database;
import org.testimony.db.shared.Ids;

/** Accounts, their one-time links and their tokens. */
class AccountsTest {

  @RegisterExtension static final Database DATABASE = new Database();

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  @Test
  void finds_an_account_by_id_and_by_name() {
    Account account = add(Account.Rank.PERSON);
    assertThat(DATABASE.<Optional<Account>>ask(e -> new Accounts(e).find(account.id())))
        .contains(account);
    assertThat(DATABASE.<Optional<Account>>ask(e -> new Accounts(e).named(account.name())))
        .contains(account);
    assertThat(
            DATABASE.<Optional<Account>>ask(e -> new Accounts(e).named("nobody-" + account.name())))
        .isEmpty();
    assertThat(DATABASE.<List<Account>>ask(e -> new Accounts(e).all())).contains(account);
    assertThat(DATABASE.<Boolean>ask(e -> new Accounts(e).any())).isTrue();
    assertThat(DATABASE.<Optional<String>>ask(e -> new Accounts(e).salt(account.id())))
        .contains("salt");
  }

  @Test
  void refuses_a_second_account_of_the_same_name() {
    Account account = add(Account.Rank.PERSON);
    Account twin = new Account(newId(), account.name(), "Twin", Optional.empty(), false, true, 0);
    assertThatThrownBy(() -> DATABASE.inTransaction(e -> new Accounts(e).add(twin, "s", NOON)))
        .hasMessageContaining("account_name_key");
    assertThat(DATABASE.<Optional<Account>>ask(e -> new Accounts(e).find(twin.id()))).isEmpty();
  }

  @Test
  void refuses_a_name_that_no_door_lets_through() {
    Account odd = new Account(newId(), "Ædda Brandt", "Odd", Optional.empty(), false, true, 0);
    assertThatThrownBy(() -> DATABASE.inTransaction(e -> new Accounts(e).add(odd, "s", NOON)))
        .hasMessageContaining("account_name_form");
  }

  @Test
  void another_password_and_leaving_end_sessions() {
    Account account = add(Account.Rank.PERSON);
    DATABASE.inTransaction(e -> new Accounts(e).change(account.withPassword("hash")));
    Account changed = DATABASE.ask(e -> new Accounts(e).find(account.id())).orElseThrow();
    assertThat(changed.passwordHash()).contains("hash");
    assertThat(changed.generation()).isEqualTo(account.generation() + 1);
    DATABASE.inTransaction(e -> new Accounts(e).change(changed.withActive(false)));
    Account left = DATABASE.ask(e -> new Accounts(e).find(account.id())).orElseThrow();
    assertThat(left.active()).isFalse();
    assertThat(left.generation()).isEqualTo(account.generation() + 2);
  }

  @Test
  void counts_the_administrators_who_can_sign_in() {
    long before = DATABASE.ask(e -> new Accounts(e).administrators());
    Account administrator = add(Account.Rank.ADMINISTRATOR);
    add(Account.Rank.PERSON);
    assertThat(DATABASE.<Long>ask(e -> new Accounts(e).administrators())).isEqualTo(before + 1);
    DATABASE.inTransaction(e -> new Accounts(e).change(administrator.withActive(false)));
    assertThat(DATABASE.<Long>ask(e -> new Accounts(e).administrators())).isEqualTo(before);
  }

  @Test
  void a_link_works_once_and_not_too_late() {
    OneTimeLink link = link(add(Account.Rank.PERSON), "once");
    assertThat(
            DATABASE.<Optional<OneTimeLink>>ask(
                e -> new OneTimeLinks(e).valid(link.account() + "once", NOON)))
        .contains(link);
    Instant late = NOON.plus(Duration.ofHours(2));
    assertThat(
            DATABASE.<Optional<OneTimeLink>>ask(
                e -> new OneTimeLinks(e).use(link.account() + "once", late)))
        .isEmpty();
    assertThat(
            DATABASE.<Optional<OneTimeLink>>ask(
                e -> new OneTimeLinks(e).use(link.account() + "once", NOON)))
        .contains(link);
    assertThat(
            DATABASE.<Optional<OneTimeLink>>ask(
                e -> new OneTimeLinks(e).use(link.account() + "once", NOON)))
        .isEmpty();
  }

  @Test
  void of_many_uses_at_once_one_succeeds() {
    OneTimeLink link = link(add(Account.Rank.PERSON), "race");
    List<Optional<OneTimeLink>> uses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                i -> DATABASE.ask(e -> new OneTimeLinks(e).use(link.account() + "race", NOON)))
            .toList();
    assertThat(uses).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void a_new_link_ends_the_links_of_the_account_alone() {
    OneTimeLink mine = link(add(Account.Rank.PERSON), "mine");
    OneTimeLink other = link(add(Account.Rank.PERSON), "other");
    DATABASE.inTransaction(e -> new OneTimeLinks(e).end(mine.account().orElseThrow(), NOON));
    assertThat(
            DATABASE.<Optional<OneTimeLink>>ask(
                e -> new OneTimeLinks(e).valid(mine.account() + "mine", NOON)))
        .isEmpty();
    assertThat(
            DATABASE.<Optional<OneTimeLink>>ask(
                e -> new OneTimeLinks(e).valid(other.account() + "other", NOON)))
        .contains(other);
  }

  @Test
  void a_token_is_its_owners_to_revoke() {
    Account owner = add(Account.Rank.PERSON);
    Account other = add(Account.Rank.PERSON);
    String hash = "hash of " + owner.name();
    UUID id = DATABASE.ask(e -> new Tokens(e).add(owner.id(), "laptop", hash, NOON));
    Tokens.Token token = new Tokens.Token(id, owner.id(), "laptop", NOON);
    assertThat(DATABASE.<Optional<Tokens.Token>>ask(e -> new Tokens(e).valid(hash)))
        .contains(token);
    assertThat(DATABASE.<List<Tokens.Token>>ask(e -> new Tokens(e).of(owner.id())))
        .containsExactly(token);
    assertThat(DATABASE.<Boolean>ask(e -> new Tokens(e).revoke(other.id(), id, NOON))).isFalse();
    assertThat(DATABASE.<Optional<Tokens.Token>>ask(e -> new Tokens(e).valid(hash)))
        .contains(token);
    assertThat(DATABASE.<Boolean>ask(e -> new Tokens(e).revoke(owner.id(), id, NOON))).isTrue();
    assertThat(DATABASE.<Optional<Tokens.Token>>ask(e -> new Tokens(e).valid(hash))).isEmpty();
    assertThat(DATABASE.<List<Tokens.Token>>ask(e -> new Tokens(e).of(owner.id()))).isEmpty();
  }

  private static AccountId newId() {
    return new AccountId(Ids.next(NOON));
  }

  private static Account add(Account.Rank rank) {
    AccountId id = newId();
    boolean administrator = rank == Account.Rank.ADMINISTRATOR;
    Account account =
        new Account(id, "a-" + id, "Edda Brandt", Optional.empty(), administrator, true, 0);
    DATABASE.inTransaction(e -> new Accounts(e).add(account, "salt", NOON));
    return account;
  }

  /** A link valid for one hour; its token's hash is the account and the word. */
  private static OneTimeLink link(Account account, String word) {
    OneTimeLink link =
        new OneTimeLink(
            OneTimeLink.Purpose.INVITATION,
            Optional.of(account.id()),
            NOON.plus(Duration.ofHours(1)));
    DATABASE.inTransaction(e -> new OneTimeLinks(e).add(link, link.account() + word, NOON));
    return link;
  }
}
