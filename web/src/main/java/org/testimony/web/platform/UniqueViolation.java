package org.testimony.web.platform;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** What the database says when somebody was faster in taking a name. */
public final class UniqueViolation {

  private static final String STATE = "23505";

  private UniqueViolation() {}

  /** Whether a row was refused because there is another of the same key. */
  public static boolean is(PersistenceException refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && STATE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
