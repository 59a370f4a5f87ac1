package org.testimony.web.article;

import java.util.Optional;

/**
 * Where a text comes from and what its sender knows about it.
 *
 * @param name of the file; inside an archive with its folders
 * @param archive name of the archive that held it
 * @param declaredEncoding what its sender said of its encoding
 * @param known about the article; a blank title is guessed from the text
 */
public record IncomingFile(
    String name, Optional<String> archive, Optional<String> declaredEncoding, DetailsForm known) {

  /** The name with its archive's, as kept with the text. */
  public String origin() {
    return archive.map(a -> a + "/" + name).orElse(name);
  }
}
