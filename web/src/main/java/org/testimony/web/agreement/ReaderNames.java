package org.testimony.web.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testimony.db.account.Account;
import org.testimony.db.account.AccountId;
import org.testimony.db.account.Accounts;
import org.testimony.db.project.Member;
import org.testimony.db.project.Members;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Actor;

/**
 * Under which names annotators appear in reports. Numbers and files carry pseudonyms; pages show
 * owners and administrators the names that they know, and everybody else the pseudonyms.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ReaderNames {

  private final Members members;
  private final Accounts accounts;

  @Inject
  ReaderNames(Members members, Accounts accounts) {
    this.members = members;
    this.accounts = accounts;
  }

  /**
   * The names of some annotators.
   *
   * @param pseudonyms account to pseudonym
   * @param shown pseudonym to the name on pages
   */
  record Names(Map<AccountId, String> pseudonyms, Map<String, String> shown) {

    String pseudonym(AccountId annotator) {
      return Optional.ofNullable(pseudonyms.get(annotator)).orElseThrow();
    }
  }

  /** The names of these annotators for a reader. */
  Names of(ProjectId project, Actor reader, Collection<AccountId> annotators) {
    Map<AccountId, String> pseudonyms = new HashMap<>();
    for (Member member : members.of(project)) {
      pseudonyms.put(member.account(), member.pseudonym());
    }
    int former = 0;
    for (java.util.UUID gone : new TreeSet<>(annotators.stream().map(AccountId::value).toList())) {
      AccountId account = new AccountId(gone);
      if (!pseudonyms.containsKey(account)) {
        former++;
        pseudonyms.put(account, "former-" + former);
      }
    }
    Map<AccountId, Account> known =
        maySeeNames(project, reader) ? accounts.find(annotators) : Map.of();
    Map<String, String> shown = new TreeMap<>();
    for (AccountId annotator : annotators) {
      String pseudonym = Optional.ofNullable(pseudonyms.get(annotator)).orElseThrow();
      Account account = known.get(annotator);
      shown.put(pseudonym, account == null ? pseudonym : account.displayName());
    }
    return new Names(pseudonyms, shown);
  }

  private boolean maySeeNames(ProjectId project, Actor reader) {
    return reader.isAdministrator()
        || members
            .find(project, reader.account())
            .filter(member -> member.roles().contains(Role.OWNER))
            .isPresent();
  }
}
