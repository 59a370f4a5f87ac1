package org.testimony.web.platform;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows an instant as its day in UTC, such as 14 Mar 2026. */
@FacesConverter("testimony.day")
public class DayConverter implements Converter<Instant> {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @Override
  public String getAsString(FacesContext context, UIComponent component, @Nullable Instant day) {
    return day == null ? "" : DAY.format(day);
  }

  @Override
  public @Nullable Instant getAsObject(
      FacesContext context, UIComponent component, @Nullable String text) {
    throw new UnsupportedOperationException("days are shown, not typed: " + text);
  }
}
