package org.testimony.core.annotation;

import java.util.UUID;

/**
 * One change to an assignment's annotations, as the client sends it.
 *
 * @param id random, made by the client; the same id again is the same operation
 * @param clientSequence counts a client's operations from 1
 * @param change what changes
 * @param input by which way it came
 * @param codebookVersion version of the codebook that the client worked with
 */
public record Operation(
    UUID id, long clientSequence, Change change, Input input, String codebookVersion) {

  /** Ways by which an operation comes. */
  public enum Input {
    /** By keyboard. */
    KEY,
    /** By mouse or touch. */
    MOUSE,
    /** By a form of the side panel. */
    FORM,
    /** An accepted suggestion. */
    SUGGESTION,
    /** By undo or redo. */
    UNDO,
    /** From a file. */
    IMPORT,
    /** By the program itself. */
    SERVER
  }
}
