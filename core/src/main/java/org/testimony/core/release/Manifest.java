package org.testimony.core.release;

import java.util.List;
import java.util.OptionalInt;
import org.testimony.core.text.Hash;

/**
 * What a release holds, so that a change of any byte is found.
 *
 * @param productVersion of the program that wrote it
 * @param project key of the project
 * @param codebook version in force
 * @param formats in the order of the release
 * @param files all but the manifest itself, in the order of the release
 */
public record Manifest(
    String productVersion,
    String project,
    String codebook,
    List<Written> formats,
    List<Entry> files) {

  /** Where it lies in a release. */
  public static final String PATH = "manifest.json";

  /** Copies. */
  public Manifest {
    formats = List.copyOf(formats);
    files = List.copyOf(files);
  }

  /**
   * A format as written.
   *
   * @param format which
   * @param option of the format, such as {@code spreadsheet}; empty where it has none
   * @param losses what it could not hold
   * @param spans how many spans were read back and found to cover the same words
   * @param fragments how many fragments they have in this format
   */
  public record Written(Format format, String option, List<Loss> losses, int spans, int fragments) {

    /** Copies. */
    public Written {
      losses = List.copyOf(losses);
    }
  }

  /**
   * A file.
   *
   * @param path inside the release
   * @param bytes its size
   * @param sha256 of its content
   * @param rows lines of data, where it is a table or a list
   */
  public record Entry(String path, long bytes, Hash sha256, OptionalInt rows) {

    static Entry of(ReleaseFile file) {
      return new Entry(file.path(), file.bytes().length, file.sha256(), file.rows());
    }
  }
}
