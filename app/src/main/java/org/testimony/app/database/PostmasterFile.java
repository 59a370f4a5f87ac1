package org.testimony.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.testimony.app.Problem;

/**
 * What PostgreSQL writes about its running first process; after a crash the file is stale.
 *
 * @param pid number of the process
 * @param port the port that it listens at
 */
record PostmasterFile(long pid, int port) {

  private static final String POSTGRES = ".*[/\\\\]postgres(\\.exe)?";

  /** What the file of a cluster says; nothing where there is none, or none that is whole. */
  static Optional<PostmasterFile> of(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new PostmasterFile(
                  Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", cluster, Problem.reason(e));
    }
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  /** Whether a process of this number lives. */
  boolean alive() {
    return process().isPresent();
  }

  /** Whether it lives and is the first process of this cluster. */
  boolean isPostmaster(Path cluster) {
    return process().map(ProcessHandle::info).filter(info -> serves(info, cluster)).isPresent();
  }

  /** Whether a process of this number lives that is known to be something else. */
  boolean isAnotherProgram(Path cluster) {
    return process()
        .map(ProcessHandle::info)
        .filter(info -> info.command().isPresent() && !serves(info, cluster))
        .isPresent();
  }

  private static boolean serves(ProcessHandle.Info info, Path cluster) {
    boolean postgres = info.command().filter(command -> command.matches(POSTGRES)).isPresent();
    return postgres
        && info.arguments()
            .map(arguments -> List.of(arguments).contains(cluster.toString()))
            .orElse(true);
  }
}
