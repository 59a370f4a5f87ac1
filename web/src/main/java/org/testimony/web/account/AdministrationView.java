package org.testimony.web.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.web.platform.Pages;

/** The page of all accounts of the installation. */
@Named
@ViewScoped
public class AdministrationView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ListAccounts listAccounts;
  private final Pages pages;
  private List<Person> people = List.of();

  /**
   * An account as the page lists it.
   *
   * @param invited whether the person has not set a password yet
   */
  public record Person(
      UUID id,
      String name,
      String displayName,
      boolean administrator,
      boolean active,
      boolean invited)
      implements Serializable {

    static Person of(Account account) {
      return new Person(
          account.id().value(),
          account.name(),
          account.displayName(),
          account.administrator(),
          account.active(),
          account.passwordHash().isEmpty());
    }
  }

  @Inject
  AdministrationView(ListAccounts listAccounts, Pages pages) {
    this.listAccounts = listAccounts;
    this.pages = pages;
  }

  /** Reads the accounts. */
  public void load() {
    people =
        pages.load(
            () -> listAccounts.list(pages.actor()).stream().map(Person::of).toList(), List.of());
  }

  /** Keeps an account out. */
  public void deactivate(Person person) {
    if (pages.act(() -> listAccounts.deactivate(pages.actor(), new AccountId(person.id())))) {
      pages.done("account.deactivated", person.displayName());
    }
    load();
  }

  /** Lets an account in again. */
  public void activate(Person person) {
    if (pages.act(() -> listAccounts.activate(pages.actor(), new AccountId(person.id())))) {
      pages.done("account.activated", person.displayName());
    }
    load();
  }

  /** Shows an account that was just added. */
  public void after(String signInName) {
    if (!signInName.isEmpty()) {
      load();
    }
  }

  /** All accounts by name. */
  public List<Person> getPeople() {
    return people;
  }
}
