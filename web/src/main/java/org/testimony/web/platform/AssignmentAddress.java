package org.testimony.web.platform;

import java.util.UUID;
import org.testimony.core.assignment.AssignmentId;

/** The assignment that an address names. Whether the actor may see it, each act decides. */
public final class AssignmentAddress {

  private AssignmentAddress() {}

  /**
   * The id in an address.
   *
   * @throws Refused.NotFound with the words for an assignment that is not one's own
   */
  public static AssignmentId id(String part) {
    try {
      return new AssignmentId(UUID.fromString(part));
    } catch (IllegalArgumentException e) {
      throw new Refused.NotFound("refused.noAssignment");
    }
  }
}
