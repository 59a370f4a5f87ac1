package org.testimony.core.codebook;

/**
 * One fault of a document.
 *
 * @param pointer its place as a JSON Pointer (RFC 6901); empty for the document as a whole
 * @param detail what is wrong there and what is expected, in one clause without a subject
 */
public record Problem(String pointer, String detail) {

  @Override
  public String toString() {
    return (pointer.isEmpty() ? "the document" : pointer) + " " + detail;
  }
}
