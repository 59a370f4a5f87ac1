package org.testimony.app;

/** What keeps the program from doing what it was asked, in one sentence for the person. */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A problem with the sentence of this key. */
  public Problem(String key, Object... values) {
    super(Messages.text(key, values));
  }

  private Problem(Throwable cause, String sentence) {
    super(sentence, cause);
  }

  /** A problem with the sentence of this key, and what it comes from. */
  public static Problem because(Throwable cause, String key, Object... values) {
    return new Problem(cause, Messages.text(key, values));
  }

  /** What an exception says, in one line; its class where it says nothing. */
  public static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
