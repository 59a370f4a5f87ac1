package org.testimony.web.article;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.core.article.ArticleDetails;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Texts;

/**
 * The details of an article as a person or a script writes them; blank where unknown.
 *
 * @param title as shown in lists
 * @param outlet who published it
 * @param url where
 * @param published on which day, as in 2026-03-14
 */
public record DetailsForm(String title, String outlet, String url, String published)
    implements Serializable {

  /** Nothing is known. */
  static final DetailsForm BLANK = new DetailsForm("", "", "", "");

  /** Absent values become blank. */
  static DetailsForm of(
      @Nullable String title,
      @Nullable String outlet,
      @Nullable String url,
      @Nullable String published) {
    return new DetailsForm(known(title), known(outlet), known(url), known(published));
  }

  private static String known(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  /** What is known of a stored article. */
  public static DetailsForm of(ArticleDetails details) {
    return new DetailsForm(
        details.title(),
        details.outlet().orElse(""),
        details.url().orElse(""),
        details.published().map(LocalDate::toString).orElse(""));
  }

  /** The same with another title where none is given. */
  DetailsForm titledAtLeast(String guess) {
    return title.isBlank() ? new DetailsForm(guess, outlet, url, published) : this;
  }

  /**
   * The checked details.
   *
   * @throws Refused.Invalid naming each field that does not hold
   */
  ArticleDetails details() {
    List<Refused.Fault> faults = new ArrayList<>();
    check(faults, "title", () -> ArticleDetails.titled(title), ArticleDetails.MAX_TITLE);
    check(faults, "outlet", () -> with(some(outlet), none(), none()), ArticleDetails.MAX_OUTLET);
    check(faults, "url", () -> with(none(), some(url), none()), ArticleDetails.MAX_URL);
    check(faults, "published", () -> with(none(), none(), day()));
    if (!faults.isEmpty()) {
      throw new Refused.Invalid(faults);
    }
    return new ArticleDetails(title, some(outlet), some(url), day());
  }

  private static void check(
      List<Refused.Fault> faults, String field, Runnable attempt, Object... limits) {
    try {
      attempt.run();
    } catch (IllegalArgumentException | DateTimeParseException e) {
      faults.add(new Refused.Fault("/" + field, Texts.of("article." + field, limits)));
    }
  }

  private static ArticleDetails with(
      Optional<String> outlet, Optional<String> url, Optional<LocalDate> published) {
    return new ArticleDetails("–", outlet, url, published);
  }

  private Optional<LocalDate> day() {
    return some(published).map(LocalDate::parse);
  }

  private static Optional<String> some(String value) {
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
