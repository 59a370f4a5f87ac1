package org.testimony.core.agreement;

/** More different items than fit into memory, if it is kept who gave which label. */
public final class TooManyPatterns extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int most;

  /** More than so many. */
  public TooManyPatterns(int most) {
    super("more than %d items with different labels by annotator".formatted(most));
    this.most = most;
  }

  /** How many there may be. */
  public int most() {
    return most;
  }
}
