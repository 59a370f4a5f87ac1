package org.testimony.core.assignment;

/**
 * How far an assignment is. {@code NEW → OPEN → SUBMITTED → LOCKED}; {@code SUBMITTED → RETURNED →
 * OPEN}; {@code SKIPPED} from anywhere before submission.
 */
public enum AssignmentState {
  /** Given, not yet opened. */
  NEW,
  /** Being labelled. */
  OPEN,
  /** Handed in; read-only until returned. */
  SUBMITTED,
  /** Given back by an owner with a note; the next change opens it. */
  RETURNED,
  /** Adjudication has begun: read-only for good. */
  LOCKED,
  /** Not labelled, for a stated reason. */
  SKIPPED;

  /** Whether the annotator may change labels. */
  public boolean isEditable() {
    return this == NEW || this == OPEN || this == RETURNED;
  }

  /** Whether the set enters agreement, adjudication and releases as complete. */
  public boolean isComplete() {
    return this == SUBMITTED || this == LOCKED;
  }

  /** Whether an assignment may go from this state to {@code next}. */
  public boolean mayBecome(AssignmentState next) {
    return switch (next) {
      case NEW -> false;
      case OPEN -> this == NEW || this == RETURNED;
      case SUBMITTED, SKIPPED -> isEditable();
      case RETURNED, LOCKED -> this == SUBMITTED;
    };
  }
}
