package org.testimony.core.agreement;

/** Why a coefficient has no value. */
public enum Reason {
  /** There is nothing to measure. */
  NO_DATA,
  /** No item has values of two annotators. */
  NO_PAIRABLE_VALUES,
  /** Only one label is in use, so chance agreement is complete and nothing can exceed it. */
  NO_VARIATION,
  /** Fewer than two annotators. */
  ONE_ANNOTATOR,
  /** Spans of one annotator overlap, for which the measure is not defined. */
  OVERLAPPING_UNITS,
  /** Fewer units than the measure needs. */
  TOO_FEW_UNITS,
  /** The best alignment could not be proved within the limits of the search. */
  SEARCH_LIMIT,
  /** The measure is for exactly two annotators; the values per pair stand beside it. */
  NEEDS_TWO_ANNOTATORS
}
