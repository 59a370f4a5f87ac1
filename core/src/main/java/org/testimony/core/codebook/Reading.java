package org.testimony.core.codebook;

import java.util.List;

/** What came of reading a document: a codebook, or everything that is wrong with it. */
public sealed interface Reading {

  /**
   * The document is a codebook.
   *
   * @param codebook what it says
   */
  record Valid(Codebook codebook) implements Reading {}

  /**
   * The document is refused.
   *
   * @param problems all faults, in the order of the document where its structure is wrong, then
   *     those between parts; only the first where it is no JSON
   */
  record Refused(List<Problem> problems) implements Reading {

    /** Copies; refuses a refusal without a reason. */
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a problem");
      }
    }
  }
}
