package org.testimony.core.release;

import java.util.Locale;
import java.util.Optional;

/** The forms in which a corpus can be written, in the order in which a release holds them. */
public enum Format {
  /** The product's own: one JSON document a line, lossless, can be imported again. */
  JSONL,
  /** Long tables, RFC 4180. */
  CSV,
  /** Standoff files of the brat annotation tool, a folder for each annotator. */
  BRAT;

  /** Its name in addresses and manifests. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of this name. */
  public static Optional<Format> of(String id) {
    for (Format format : values()) {
      if (format.id().equals(id)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
