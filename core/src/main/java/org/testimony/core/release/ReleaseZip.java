package org.testimony.core.release;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip that takes the files of a release in their order. All entries bear the same fixed time, in
 * no time zone, so that the archive depends on the files alone (and on the zlib that packs them).
 */
public final class ReleaseZip implements Consumer<ReleaseFile>, Closeable {

  /** Any day after 1980-01-01, before which an entry would need a field with a time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  /** A zip that goes to this stream, which it closes. */
  public ReleaseZip(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /**
   * Adds a file.
   *
   * @throws UncheckedIOException when the stream does not take it
   */
  @Override
  public void accept(ReleaseFile file) {
    try {
      ZipEntry entry = new ZipEntry(file.path());
      entry.setTimeLocal(TIME);
      zip.putNextEntry(entry);
      zip.write(file.bytes());
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(file.path() + " could not be written", e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
