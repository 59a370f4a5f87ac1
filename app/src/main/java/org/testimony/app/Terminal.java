package org.testimony.app;

import java.io.PrintStream;

/**
 * Tells the person what is going on while something takes long: one line that changes, on a
 * terminal; nothing in a pipe or a log.
 */
public final class Terminal {

  private static final String CLEAR = "\r\033[K";

  private final PrintStream out;
  private final boolean interactive;

  private Terminal(PrintStream out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  /** The terminal of this process, if there is one. */
  @SuppressWarnings("SystemConsoleNull")
  public static Terminal ofThisProcess() {
    // Newer platforms answer with a console even in a pipe, unless this provider is chosen.
    System.setProperty("jdk.console", "java.base");
    return new Terminal(System.err, System.console() != null);
  }

  /** A terminal at the end of a stream. */
  public static Terminal on(PrintStream out) {
    return new Terminal(out, true);
  }

  /** A terminal that says nothing. */
  public static Terminal silent() {
    return new Terminal(System.err, false);
  }

  /** Shows what is going on now. */
  public void step(String key, Object... values) {
    if (interactive) {
      out.print(CLEAR + Messages.text(key, values));
      out.flush();
    }
  }

  /** Takes the line away. */
  public void done() {
    if (interactive) {
      out.print(CLEAR);
      out.flush();
    }
  }
}
