package org.testimony.core.inception;

/** An exported project that cannot be read: the first fault, with its place. */
public final class ExportRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String place;

  /**
   * A fault.
   *
   * @param place the file in the archive, with line and column where they are known; empty for the
   *     archive as a whole
   * @param detail what was expected and what was found
   */
  public ExportRefused(String place, String detail) {
    super(place.isEmpty() ? detail : place + ": " + detail);
    this.place = place;
  }

  /** The file in the archive, with line and column where they are known. */
  public String place() {
    return place;
  }
}
