package org.testimony.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.HandOver;
import org.testimony.web.platform.Readiness.SchemaReady;
import org.testimony.web.platform.ServiceToken;
import org.testimony.web.platform.Settings;

/** At each start: where there is no account, opens the way to make one. */
@ApplicationScoped
public class FirstStart {

  private static final String LINK_FILE = "first-administrator-link";

  private final MakeFirstAdministrator makeFirstAdministrator;
  private final ServiceToken serviceToken;
  private final HandOver handOver;
  private final Settings settings;

  @Inject
  FirstStart(
      MakeFirstAdministrator makeFirstAdministrator,
      ServiceToken serviceToken,
      HandOver handOver,
      Settings settings) {
    this.makeFirstAdministrator = makeFirstAdministrator;
    this.serviceToken = serviceToken;
    this.handOver = handOver;
    this.settings = settings;
  }

  void start(@Observes SchemaReady ready) {
    serviceToken.publish();
    if (settings.firstAdministrator().isPresent() && settings.firstPassword().isPresent()) {
      makeFirstAdministrator.unattended(
          Actor.SERVICE, settings.firstAdministrator().get(), settings.firstPassword().get());
    }
    Optional<String> token = makeFirstAdministrator.invite(Actor.SERVICE);
    if (token.isPresent()) {
      handOver.write(LINK_FILE, "/welcome.xhtml?token=" + token.get());
    } else {
      handOver.remove(LINK_FILE);
    }
  }

  /** Takes the link back once it has been used. */
  public void used() {
    handOver.remove(LINK_FILE);
  }
}
