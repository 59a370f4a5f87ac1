package org.testimony.core.release;

/** A release that cannot be read: the first fault, with its place. */
public final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String place;

  /**
   * A fault.
   *
   * @param place file, line and JSON Pointer as {@code annotations.jsonl:12#/spans/0/quote}
   * @param detail what is wrong there
   */
  public Unreadable(String place, String detail) {
    super(detail);
    this.place = place;
  }

  /** File, line from 1, and JSON Pointer; empty for the release as a whole. */
  public String place() {
    return place;
  }

  /** What is wrong. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
