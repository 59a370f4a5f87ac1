package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place where a clock is made. */
@ApplicationScoped
public class Clocks {

  /** The system's clock in UTC. */
  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
