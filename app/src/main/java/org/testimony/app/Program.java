package org.testimony.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the operating system that are run to their end. */
public final class Program {

  private Program() {}

  /**
   * How a program ended.
   *
   * @param status its exit status
   * @param output what it printed, both streams
   */
  public record Outcome(int status, String output) {

    /** Whether it ended well. */
    public boolean succeeded() {
      return status == 0;
    }

    /** What it printed, in one line. */
    public String line() {
      return output.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
  }

  /** Runs the command and waits for it; a program that is not there has status 127. */
  public static Outcome run(Duration patience, List<String> command) {
    Path output = null;
    try {
      output = Files.createTempFile("testimony", ".out");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Outcome(124, Messages.text("program.slow", command.get(0)));
      }
      return new Outcome(
          process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Outcome(127, Problem.reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.because(e, "program.interrupted", command.get(0));
    } finally {
      delete(output);
    }
  }

  /** An input that ends at once. */
  public static java.io.File nothing() {
    return new java.io.File(
        System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  /** Where the command search path holds this program. */
  public static Optional<Path> find(String name) {
    String searched = System.getenv("PATH");
    return searched == null
        ? Optional.empty()
        : Stream.of(searched.split(java.io.File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw Problem.because(e, "file.unreadable", file, Problem.reason(e));
      }
    }
  }
}
