package org.testimony.app.agreement;

import org.testimony.app.Messages;

/** Options that do not go together: a sentence for the person. */
final class BadUsage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A sentence of the bundle. */
  BadUsage(String key, Object... values) {
    super(Messages.text(key, values));
  }
}
