package org.testimony.db.project;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.testimony.db.account.AccountId;

/**
 * A person in a project.
 *
 * @param account who
 * @param pseudonym under which the person appears in releases; stable in the project, different
 *     between projects
 * @param roles what the person may do there
 */
public record Member(AccountId account, String pseudonym, Set<Role> roles) {

  /** Copies. */
  public Member {
    EnumSet<Role> copy = EnumSet.noneOf(Role.class);
    copy.addAll(roles);
    roles = Collections.unmodifiableSet(copy);
  }
}
