package org.testimony.core.agreement;

/** Why a coefficient has no interval. */
public enum CiReason {
  /** The caller asked for none. */
  NOT_REQUESTED,
  /** The coefficient itself is undefined. */
  VALUE_UNDEFINED,
  /** Fewer than ten independent documents: a table per document says more. */
  FEWER_THAN_TEN_DOCUMENTS,
  /** More than one in twenty replicates has no value. */
  TOO_MANY_UNDEFINED_REPLICATES,
  /** The method offers no interval for this measure. */
  NOT_AVAILABLE
}
