package org.testimony.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Holds a data folder for this process alone. The operating system gives the lock back when the
 * process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {

  private final DataFolder data;
  private final FileChannel channel;

  private FolderLock(DataFolder data, FileChannel channel) {
    this.data = data;
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @throws Problem when another process holds it
   */
  public static FolderLock take(DataFolder data) {
    return tryTake(data)
        .orElseThrow(
            () -> new Problem("data.inuse", data.path(), DataFolder.read(data.lock()).orElse("?")));
  }

  /** Takes the folder, or nothing where another process holds it. */
  public static Optional<FolderLock> tryTake(DataFolder data) {
    data.create();
    try {
      FileChannel channel =
          FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        if (lock != null) {
          channel.truncate(0);
          channel.write(
              ByteBuffer.wrap(
                  Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
          return Optional.of(new FolderLock(data, channel));
        }
      } catch (OverlappingFileLockException e) {
        // Held by this same process: the answer is the same as for another one.
        channel.close();
        return Optional.empty();
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw Problem.because(e, "data.unlockable", data.path(), Problem.reason(e));
    }
  }

  /** The folder that is held. */
  public DataFolder data() {
    return data;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Problem.because(e, "data.unlockable", "", Problem.reason(e));
    }
  }
}
