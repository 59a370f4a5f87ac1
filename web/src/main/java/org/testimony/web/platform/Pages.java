package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What all pages do alike: tell what happened, and answer 403 or 404 where a page is not theirs.
 */
@ApplicationScoped
public class Pages {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final CurrentActor current;

  @Inject
  Pages(CurrentActor current) {
    this.current = current;
  }

  /** Who looks at the page. */
  public Actor actor() {
    return current.actor();
  }

  /** Runs an act of the person; a refusal is shown on the page. Says whether it happened. */
  public boolean act(Runnable act) {
    try {
      act.run();
      return true;
    } catch (Refused refused) {
      tell(FacesMessage.SEVERITY_ERROR, refused.message());
      if (refused instanceof Refused.Invalid invalid) {
        invalid
            .faults()
            .forEach(f -> tell(FacesMessage.SEVERITY_ERROR, f.pointer() + ": " + f.detail()));
      }
      FacesContext.getCurrentInstance().validationFailed();
      return false;
    }
  }

  /** Shows that something was done. */
  public void done(String key, Object... arguments) {
    tell(FacesMessage.SEVERITY_INFO, Texts.of(key, arguments));
  }

  /** Shows that something was done, on the page that comes next. */
  public void doneBeforeRedirect(String key, Object... arguments) {
    FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    done(key, arguments);
  }

  private static void tell(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, ""));
  }

  /**
   * Loads what a page shows; a refusal answers 403 or 404 instead of the page.
   *
   * @param otherwise what to hold when the page is refused
   */
  public <T> T load(Supplier<T> load, T otherwise) {
    try {
      return load.get();
    } catch (Refused refused) {
      answer(refused instanceof Refused.NotAllowed ? 403 : 404);
      return otherwise;
    }
  }

  /** A day as pages show it, such as 14 March 2026. */
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  private static void answer(int status) {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletResponse response = (HttpServletResponse) context.getExternalContext().getResponse();
    try {
      response.sendError(status);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.responseComplete();
  }
}
