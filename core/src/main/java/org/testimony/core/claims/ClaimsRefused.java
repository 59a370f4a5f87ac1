package org.testimony.core.claims;

/** A claim that cannot be taken: the line, and what is the matter. */
public final class ClaimsRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final long line;

  ClaimsRefused(long line, String problem) {
    super("line %d: %s".formatted(line, problem));
    this.line = line;
  }

  /** Number of the line, from 1. */
  public long line() {
    return line;
  }
}
