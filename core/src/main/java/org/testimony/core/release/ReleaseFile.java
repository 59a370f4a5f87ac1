package org.testimony.core.release;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.testimony.core.text.Hash;

/**
 * One file of a release.
 *
 * @param path inside it, with {@code /} between folders
 * @param bytes its content; not to be changed
 * @param rows lines of data, where it is a table or a list
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReleaseFile(String path, byte[] bytes, OptionalInt rows) {

  static ReleaseFile text(String path, String content) {
    return new ReleaseFile(path, content.getBytes(StandardCharsets.UTF_8), OptionalInt.empty());
  }

  static ReleaseFile rows(String path, String content, int rows) {
    return new ReleaseFile(path, content.getBytes(StandardCharsets.UTF_8), OptionalInt.of(rows));
  }

  /** SHA-256 of the content. */
  public Hash sha256() {
    return Hash.of(bytes);
  }
}
