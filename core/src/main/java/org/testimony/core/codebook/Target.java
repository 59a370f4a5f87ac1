package org.testimony.core.codebook;

/**
 * The proposition that a stance is about.
 *
 * @param id name in data, such as T1
 * @param title the proposition in one sentence that one can be for or against
 * @param definition what belongs to it and what does not
 */
public record Target(String id, String title, String definition) {

  /** Refuses words that break a rule. */
  public Target {
    id = Wording.ID.require("id of a target", id);
    title = Wording.PROPOSITION.require("title of target " + id, title);
    definition = Wording.TEXT.require("definition of target " + id, definition);
  }
}
