package org.testimony.web.assignment;

import org.testimony.core.assignment.AssignmentState;

/** How the states of assignments look; the word stands in the chip. */
final class StateChips {

  private StateChips() {}

  static String kind(AssignmentState state) {
    return switch (state) {
      case NEW, SKIPPED -> "line";
      case OPEN -> "accent";
      case RETURNED -> "warn";
      case SUBMITTED, LOCKED -> "ok";
    };
  }
}
