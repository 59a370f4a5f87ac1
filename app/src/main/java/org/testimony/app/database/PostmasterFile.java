package org.testimony.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.app.Problem;

/**
 * What PostgreSQL writes about its running first process; after a crash the file is stale.
 *
 * @param cluster the folder of the data
 * @param pid number of the process
 * @param port the port that it listens at
 */
record PostmasterFile(Path cluster, long pid, int port) {

  /** A number that no process can have. */
  private static final String NOBODY = "2147483646";

  /** What the file of a cluster says; nothing where there is none, or none that is whole. */
  static Optional<PostmasterFile> of(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(file(cluster));
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new PostmasterFile(
                  cluster,
                  Long.parseLong(lines.get(0).strip()),
                  Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", file(cluster), Problem.reason(e));
    }
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** Whether a process of this number lives and serves this cluster. */
  boolean alive() {
    String command = commandLine();
    return command.contains("postgres") && command.contains(cluster.toString());
  }

  /** How the process was started; empty where none lives, or only waits to be buried. */
  private String commandLine() {
    try {
      return Files.isDirectory(Path.of("/proc/self"))
          ? Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ')
          : ProcessHandle.of(pid)
              .filter(ProcessHandle::isAlive)
              .flatMap(process -> process.info().commandLine())
              .orElse("");
    } catch (IOException e) {
      // The process ended between two looks.
      return "";
    }
  }

  /**
   * Lets PostgreSQL start over a stale file. It refuses while a process of the number lives, be it
   * another program since, or dead and not yet buried. The rest of the file stays: by it PostgreSQL
   * finds out whether children of the dead process still use the data.
   */
  static void release(Path cluster) throws IOException {
    Path file = file(cluster);
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    if (lines.size() < 4) {
      Files.delete(file);
      return;
    }
    lines.set(0, NOBODY);
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
