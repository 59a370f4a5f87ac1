package org.testimony.app.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was asked for, in order.
 *
 * @param notes sentences about the data, for people
 * @param source what is known about the data, for programs
 * @param findings the findings
 */
record Findings(List<String> notes, Optional<ObjectNode> source, List<Finding> findings) {

  /** Copies the lists. */
  Findings {
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
  }
}
