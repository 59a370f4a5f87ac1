package org.testimony.core.agreement;

/** Whether observed and expected are counted as agreement or as disagreement. */
public enum ObservedKind {
  /** 1 is complete agreement. */
  AGREEMENT,
  /** 0 is complete agreement. */
  DISAGREEMENT
}
