package org.testimony.web.platform;

import java.util.List;

/** An act that did not happen. Carries a key of the message bundle and its arguments. */
public abstract sealed class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] arguments;

  private Refused(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = arguments.clone();
  }

  /** What to tell the person. */
  public String message() {
    return Texts.of(key, arguments == null ? new Object[0] : arguments);
  }

  /** Names the kind of fault in addresses of problem types. */
  public String key() {
    return key;
  }

  /** There is no such thing, or none that the actor may know of. */
  public static final class NotFound extends Refused {

    private static final long serialVersionUID = 1L;

    /** Says what was not found. */
    public NotFound(String key, Object... arguments) {
      super(key, arguments);
    }
  }

  /** The actor may not do this. */
  public static final class NotAllowed extends Refused {

    private static final long serialVersionUID = 1L;

    /** Says what is not allowed. */
    public NotAllowed(String key, Object... arguments) {
      super(key, arguments);
    }
  }

  /** Nobody has signed in, or the sign-in has ended. */
  public static final class NotSignedIn extends Refused {

    private static final long serialVersionUID = 1L;

    /** Asks to sign in. */
    public NotSignedIn() {
      super("refused.signIn");
    }
  }

  /** The thing is in a state that does not allow this. */
  public static final class Conflict extends Refused {

    private static final long serialVersionUID = 1L;

    /** Says which state. */
    public Conflict(String key, Object... arguments) {
      super(key, arguments);
    }
  }

  /** Somebody changed the thing in between. */
  public static final class Stale extends Refused {

    private static final long serialVersionUID = 1L;
    private final String currentVersion;

    /** Says which thing, and the version that it has by now. */
    public Stale(String currentVersion, String key, Object... arguments) {
      super(key, arguments);
      this.currentVersion = currentVersion;
    }

    /** The version to look at before trying again. */
    public String currentVersion() {
      return currentVersion;
    }
  }

  /** Too many attempts in a short time. */
  public static final class TooMany extends Refused {

    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    /** Says when to try again. */
    public TooMany(int retryAfterSeconds) {
      super("refused.tooMany", retryAfterSeconds);
      this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Seconds until the next attempt. */
    public int retryAfterSeconds() {
      return retryAfterSeconds;
    }
  }

  /** What was sent does not hold. */
  public static final class Invalid extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** A fault of the whole. */
    public Invalid(String key, Object... arguments) {
      super(key, arguments);
      this.faults = List.of();
    }

    /** Faults at places of a document. */
    public Invalid(List<Fault> faults) {
      super("refused.invalid", faults.size());
      this.faults = List.copyOf(faults);
    }

    /** The faults, each with its place; empty for a fault of the whole. */
    public List<Fault> faults() {
      return faults == null ? List.of() : faults;
    }
  }

  /**
   * A fault at a place.
   *
   * @param pointer JSON Pointer, or the name of a field
   * @param detail what is wrong there
   */
  public record Fault(String pointer, String detail) {}
}
