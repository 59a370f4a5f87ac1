package org.testimony.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.testimony.web.platform.Refused;

/**
 * Slows down guessing: after {@value #ALLOWED} wrong passwords a minute for one name from one
 * address, that address waits. The person elsewhere is not held up.
 */
@ApplicationScoped
public class Attempts {

  private static final int ALLOWED = 10;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Inject
  Attempts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Refuses when there were too many failures.
   *
   * @throws Refused.TooMany with the time to wait
   */
  public synchronized void check(String name, String address) {
    Deque<Instant> recent = recent(name, address);
    if (recent.size() >= ALLOWED) {
      Duration wait = Duration.between(clock.instant(), recent.getFirst().plus(WINDOW));
      throw new Refused.TooMany((int) Math.max(1, wait.toSeconds() + 1));
    }
  }

  /** Counts a failure. */
  public synchronized void failed(String name, String address) {
    recent(name, address).addLast(clock.instant());
  }

  private Deque<Instant> recent(String name, String address) {
    Deque<Instant> recent =
        failures.computeIfAbsent(name + "\n" + address, key -> new ArrayDeque<>());
    Instant oldest = clock.instant().minus(WINDOW);
    while (!recent.isEmpty() && recent.getFirst().isBefore(oldest)) {
      recent.removeFirst();
    }
    return recent;
  }
}
