package org.testimony.core.release;

import java.util.List;
import java.util.function.Consumer;

/** Writes a corpus in one format. */
interface FormatWriter {

  /**
   * Hands over the files in their order.
   *
   * @return what the format could not hold
   */
  List<Loss> write(Corpus corpus, Consumer<ReleaseFile> out);
}
