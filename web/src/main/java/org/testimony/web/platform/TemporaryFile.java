package org.testimony.web.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The bytes of an upload in a file that only this program reads and that is gone afterwards. */
public final class TemporaryFile implements AutoCloseable {

  private final Path path;

  private TemporaryFile(Path path) {
    this.path = path;
  }

  /** Reads a stream to its end into a new file. */
  public static TemporaryFile of(InputStream in) throws IOException {
    TemporaryFile file = new TemporaryFile(Files.createTempFile("testimony-", ".upload"));
    try {
      Files.copy(in, file.path, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Where the bytes lie. */
  public Path path() {
    return path;
  }

  /** The bytes; the file is gone when the stream is closed. */
  InputStream readOnce() throws IOException {
    return Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
