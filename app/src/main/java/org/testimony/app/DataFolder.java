package org.testimony.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder in which one installation keeps everything: database, secrets, logs, unpacked parts.
 *
 * @param path the folder, absolute
 */
public record DataFolder(Path path) {

  /** Makes the path absolute. */
  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Makes the folder, readable by its owner only.
   *
   * @throws Problem when it cannot be made or written
   */
  public void create() {
    try {
      PrivateFiles.folder(path);
      PrivateFiles.folder(logs());
      if (!Files.isWritable(path)) {
        throw new Problem("data.readonly", path);
      }
    } catch (IOException e) {
      throw Problem.because(e, "data.uncreatable", path, Problem.reason(e));
    }
  }

  /** Logs of the server and the database. */
  public Path logs() {
    return path.resolve("logs");
  }

  /** The embedded database. */
  public Path cluster() {
    return path.resolve("postgresql");
  }

  /** Password of the embedded database. */
  public Path databasePassword() {
    return path.resolve("database-password");
  }

  /**
   * Unpacked programs and class archives, which can be made again at any time. {@code
   * TESTIMONY_RUNTIME} names another folder, so that several installations share one.
   */
  public Path runtime() {
    String shared = System.getenv("TESTIMONY_RUNTIME");
    return shared == null || shared.isBlank()
        ? path.resolve("runtime")
        : Path.of(shared).toAbsolutePath();
  }

  /** What the server writes while it runs; emptied at each start. */
  public Path work() {
    return path.resolve("work");
  }

  /** Locked by the program that uses the folder. */
  public Path lock() {
    return path.resolve("lock");
  }

  /** The token with which the command line speaks to the server. */
  public Path serviceToken() {
    return path.resolve("service-token");
  }

  /** The path that makes the first administrator; there while no account is. */
  public Path firstAdministratorLink() {
    return path.resolve("first-administrator-link");
  }

  /** Names and passwords of the demonstration's people; there until they were printed. */
  public Path demonstrationSignIn() {
    return path.resolve("demonstration-sign-in");
  }

  /** Where the running server answers on this machine. */
  public Path serverAddress() {
    return path.resolve("server-address");
  }

  /** The content of a file, stripped; nothing where there is none. */
  public static Optional<String> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw Problem.because(e, "file.unreadable", file, Problem.reason(e));
    }
  }
}
