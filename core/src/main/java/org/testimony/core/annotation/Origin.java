package org.testimony.core.annotation;

/** How an annotation came to be. */
public enum Origin {
  /** Marked by the annotator. */
  MANUAL,
  /** Offered by the program and accepted as it was. */
  ACCEPTED,
  /** Offered by the program, accepted and then changed. */
  EDITED,
  /** Brought in from a file. */
  IMPORT
}
