package org.testimony.core.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Zips in memory. */
final class Zips {

  private Zips() {}

  static byte[] zip(Corpus corpus) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ReleaseZip zip = new ReleaseZip(bytes)) {
      ReleaseWriter.write(corpus, Releases.options(CsvMode.EXACT, Format.values()), zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
