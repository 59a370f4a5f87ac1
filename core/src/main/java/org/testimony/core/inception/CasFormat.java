package org.testimony.core.inception;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats in which annotations are read. */
enum CasFormat {
  /** UIMA CAS JSON. */
  JSON(".json"),
  /** UIMA CAS XMI, XML 1.0 or 1.1. */
  XMI(".xmi"),
  /** WebAnno TSV 3. */
  TSV(".tsv");

  private final String ending;

  CasFormat(String ending) {
    this.ending = ending;
  }

  /** The format that a file name tells. */
  static Optional<CasFormat> of(String name) {
    for (CasFormat format : values()) {
      if (name.toLowerCase(Locale.ROOT).endsWith(format.ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a file.
   *
   * @param place the file, for messages
   * @param bytes its content
   * @param types the types whose annotations are wanted
   */
  Cas read(String place, byte[] bytes, Set<String> types) {
    return switch (this) {
      case JSON -> new JsonCas(place, types).read(bytes);
      case XMI -> new XmiCas(place, types).read(bytes);
      case TSV -> new WebAnnoTsv(place, types).read(bytes);
    };
  }
}
