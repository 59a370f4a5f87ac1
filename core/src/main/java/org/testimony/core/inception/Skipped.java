package org.testimony.core.inception;

/**
 * A file of the export that was not read.
 *
 * @param file its name in the archive
 * @param reason why
 */
public record Skipped(String file, Reason reason) {

  /** Why a file was not read. */
  public enum Reason {
    /** It holds Java objects, and reading such can run whatever they say. */
    JAVA_SERIALISATION,
    /** It holds the text as it was before anybody annotated. */
    NOBODYS,
    /** It holds the result of curation, which is no annotator's. */
    CURATION,
    /** The annotator has not finished the document. */
    UNFINISHED,
    /** The document was locked for the annotator. */
    LOCKED,
    /** The project knows no annotator of this document whose file it could be. */
    NO_ANNOTATOR,
    /** It is in no format that is read. */
    UNKNOWN_FORMAT
  }
}
