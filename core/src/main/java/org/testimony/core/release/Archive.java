package org.testimony.core.release;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Files by their paths, wherever they lie. */
public interface Archive {

  /** All paths, as often as they are there. */
  List<String> paths();

  /** The content of a file that {@link #paths} names; the caller closes it. */
  InputStream open(String path) throws IOException;
}
