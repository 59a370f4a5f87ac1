package org.testimony.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log that another process appends to, bounded in size: when it has grown, its content is moved
 * to a second file and it is emptied in place, so that the other process need not reopen it.
 *
 * @param file the log
 */
public record LogFile(Path file) {

  /** Above this many bytes the log is moved aside; with the older part it takes twice as much. */
  public static final long BOUND = 10_000_000;

  private static final int TAIL = 20_000;

  /** Moves the content aside when the log has grown beyond its bound. */
  public void rotate() throws IOException {
    if (!Files.exists(file)) {
      PrivateFiles.create(file);
    }
    if (size() > BOUND) {
      Files.copy(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
      FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
          .close();
    }
  }

  /** Bytes in the log. */
  public long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** What was written after that many bytes, its last part where it is long. */
  public String text(long before) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(Math.min(before, log.length()), log.length() - TAIL);
      byte[] bytes = new byte[(int) (log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** What was written after that many bytes, in one line that is no longer than a person reads. */
  public String tail(long before) throws IOException {
    String line = text(before).strip().replaceAll("\\s*\\R\\s*", "; ");
    return line.length() <= 400 ? line : "…" + line.substring(line.length() - 400);
  }
}
