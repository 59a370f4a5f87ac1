package org.testimony.app.agreement;

import java.util.Optional;
import org.testimony.app.Terminal;

/**
 * Tells on a terminal what is going on, once it has taken longer than a second; it is renewed a few
 * times a second at most, however often there is news.
 */
final class Progress implements AutoCloseable {

  private static final long PATIENCE = 1000;
  private static final long PAUSE = 250;

  private final Terminal terminal;
  private final Thread thread;
  private volatile Optional<Runnable> step = Optional.empty();

  Progress(Terminal terminal) {
    this.terminal = terminal;
    this.thread = new Thread(this::tell, "progress");
    thread.setDaemon(true);
    thread.start();
  }

  /** What is going on now. */
  void step(String key, Object... values) {
    step = Optional.of(() -> terminal.step(key, values));
  }

  private void tell() {
    try {
      Thread.sleep(PATIENCE);
      while (true) {
        step.ifPresent(Runnable::run);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      terminal.done();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
