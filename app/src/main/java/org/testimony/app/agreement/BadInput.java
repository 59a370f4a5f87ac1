package org.testimony.app.agreement;

/** Data that is not as it must be: a sentence with the place. */
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadInput(String sentence) {
    super(sentence);
  }

  BadInput(Throwable cause, String sentence) {
    super(sentence, cause);
  }
}
