package org.testimony.web.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of an upload in a file of ours, gone when it is closed. */
final class ReceivedZip implements AutoCloseable {

  private final Path path;

  private ReceivedZip(Path path) {
    this.path = path;
  }

  /** More bytes came than are taken. */
  static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    TooLarge(long limit) {
      super("more than %d bytes came".formatted(limit));
    }
  }

  /** Reads a stream to its end. */
  static ReceivedZip of(InputStream in, long limit) throws IOException {
    ReceivedZip zip = new ReceivedZip(Files.createTempFile("testimony-", ".upload"));
    try (OutputStream out = Files.newOutputStream(zip.path)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      int read;
      while ((read = in.read(buffer)) > 0) {
        size += read;
        if (size > limit) {
          throw new TooLarge(limit);
        }
        out.write(buffer, 0, read);
      }
      return zip;
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
