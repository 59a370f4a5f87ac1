package org.testimony.web.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.testimony.db.account.Account;
import org.testimony.web.account.InvitePerson;
import org.testimony.web.account.MakeFirstAdministrator;
import org.testimony.web.account.SetPassword;
import org.testimony.web.demo.DemoCorpus.DemoPerson;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.HandOver;
import org.testimony.web.platform.Readiness.SchemaReady;
import org.testimony.web.platform.Secrets;
import org.testimony.web.platform.Settings;

/**
 * Where the demonstration is asked for and the installation has no account yet: makes its people
 * with random passwords, hands those to the supervisor to be shown once, and fills the project.
 */
@ApplicationScoped
public class Demonstration {

  private static final String SIGN_IN_FILE = "demonstration-sign-in";
  private static final String ADMINISTRATOR = "admin";

  private final Settings settings;
  private final MakeFirstAdministrator makeFirstAdministrator;
  private final InvitePerson invitePerson;
  private final SetPassword setPassword;
  private final FillDemonstration fillDemonstration;
  private final HandOver handOver;

  @Inject
  Demonstration(
      Settings settings,
      MakeFirstAdministrator makeFirstAdministrator,
      InvitePerson invitePerson,
      SetPassword setPassword,
      FillDemonstration fillDemonstration,
      HandOver handOver) {
    this.settings = settings;
    this.makeFirstAdministrator = makeFirstAdministrator;
    this.invitePerson = invitePerson;
    this.setPassword = setPassword;
    this.fillDemonstration = fillDemonstration;
    this.handOver = handOver;
  }

  void start(@Observes @Priority(1) SchemaReady ready) {
    Optional<Path> folder = settings.demoFolder();
    if (folder.isPresent()) {
      fill(new DemoCorpus(folder.get()));
    }
  }

  private void fill(DemoCorpus corpus) {
    String administratorPassword = settings.firstPassword().orElseGet(Demonstration::password);
    String administratorName = settings.firstAdministrator().orElse(ADMINISTRATOR);
    Optional<Account> administrator =
        makeFirstAdministrator.unattended(Actor.SERVICE, administratorName, administratorPassword);
    if (administrator.isEmpty()) {
      return;
    }
    StringBuilder signIn = new StringBuilder();
    signIn.append(administratorName).append('\t').append(administratorPassword).append('\n');
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (DemoPerson person : corpus.people()) {
      String password = password();
      accounts.put(person.name(), account(person, password));
      signIn.append(person.name()).append('\t').append(password).append('\n');
    }
    fillDemonstration.fill(corpus, Actor.of(administrator.get()), accounts);
    handOver.write(SIGN_IN_FILE, signIn.toString().strip());
  }

  private Account account(DemoPerson person, String password) {
    String path =
        invitePerson
            .invite(Actor.SERVICE, person.name(), person.displayName(), Account.Rank.PERSON)
            .path();
    String token = path.substring(path.indexOf('=') + 1);
    return setPassword.byLink(Actor.NOBODY, token, password);
  }

  private static String password() {
    return Secrets.random().substring(0, 20);
  }
}
