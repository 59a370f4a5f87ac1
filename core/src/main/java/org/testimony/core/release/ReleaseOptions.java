package org.testimony.core.release;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What to write.
 *
 * @param formats at least one
 * @param csv for whom the tables are
 * @param productVersion of the program that writes, for the manifest
 */
public record ReleaseOptions(Set<Format> formats, CsvMode csv, String productVersion) {

  /** Copies; refuses an empty set of formats. */
  public ReleaseOptions {
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("a release needs at least one format");
    }
    formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
  }
}
