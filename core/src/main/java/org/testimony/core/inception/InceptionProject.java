package org.testimony.core.inception;

import java.util.List;

/**
 * A project as an export holds it.
 *
 * @param name its name
 * @param layers its layers, in the order of the export
 * @param documents the documents, in order of name
 * @param sets annotators' sets that were read
 * @param skipped files that were not read, in order of name
 * @param absent sets that their annotators have finished but the archive does not hold, as document
 *     and annotator
 * @param empty annotations that cover no character and were left out
 */
public record InceptionProject(
    String name,
    List<InceptionLayer> layers,
    List<InceptionDocument> documents,
    long sets,
    List<Skipped> skipped,
    List<String> absent,
    long empty) {

  /** Copies the lists. */
  public InceptionProject {
    layers = List.copyOf(layers);
    documents = List.copyOf(documents);
    skipped = List.copyOf(skipped);
    absent = List.copyOf(absent);
  }
}
