package org.testimony.db.annotation;

import org.testimony.core.assignment.AssignmentId;

/** A row that belongs to the set of an assignment. */
interface OfAssignment {

  /** Whose set it belongs to. */
  AssignmentId assignment();
}
