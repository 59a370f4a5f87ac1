package org.testimony.app.supervisor;

import org.testimony.app.DataFolder;
import org.testimony.app.ProgramFolder;

/**
 * What is to be served, and where.
 *
 * @param program the parts of the program
 * @param data the data folder
 * @param host the address to listen at
 * @param port the port to listen at; 0 for any that is free
 * @param demonstration what an empty database is filled with
 */
public record Installation(
    ProgramFolder program, DataFolder data, String host, int port, Demonstration demonstration) {

  /** Whether an empty database is filled with the demonstration project. */
  public enum Demonstration {
    /** The corpus of the seeds. */
    FILLED,
    /** Nothing. */
    NONE
  }

  /** An installation that serves commands of this machine for a moment. */
  public static Installation local(ProgramFolder program, DataFolder data) {
    return new Installation(program, data, "127.0.0.1", 0, Demonstration.NONE);
  }
}
