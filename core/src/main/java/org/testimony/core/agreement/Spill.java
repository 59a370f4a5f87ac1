package org.testimony.core.agreement;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file to which bytes are added at the end and from which any part is read back.
 *
 * <p>It is deleted when it is closed; where the system allows, its name goes as soon as it is open,
 * so that nothing is left behind even if the process is killed. Only its owner may read it.
 */
final class Spill implements Closeable {

  private static final int READ_AT_ONCE = 1 << 16;

  private final FileChannel channel;
  private long end;

  private Spill(FileChannel channel) {
    this.channel = channel;
  }

  /** A new, empty file in a folder. */
  static Spill in(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "testimony", ".tmp");
    return new Spill(
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** Where the next bytes will be. */
  long end() {
    return end;
  }

  /** Adds all bytes that remain in a buffer. */
  void write(ByteBuffer bytes) throws IOException {
    end += bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The bytes between two places. */
  DataInputStream read(long from, long to) {
    return new DataInputStream(new BufferedInputStream(new Part(from, to), READ_AT_ONCE));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A part of the file; several may be read in turn. */
  private final class Part extends InputStream {
    private long at;
    private final long to;

    Part(long from, long to) {
      this.at = from;
      this.to = to;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (at >= to) {
        return -1;
      }
      int most = (int) Math.min(length, to - at);
      int read = channel.read(ByteBuffer.wrap(bytes, offset, most), at);
      at += Math.max(0, read);
      return read;
    }
  }
}
