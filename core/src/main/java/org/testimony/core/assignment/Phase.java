package org.testimony.core.assignment;

/** What an annotator does with an article. */
public enum Phase {
  /** Find claims and speakers; in a project of one pass also give the stance. */
  MARK,
  /** Give the stance on claims that are fixed. */
  JUDGE
}
