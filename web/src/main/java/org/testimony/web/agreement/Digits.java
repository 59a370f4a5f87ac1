package org.testimony.web.agreement;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as reports show them: three decimals, a minus sign that is one. */
final class Digits {

  private Digits() {}

  /** A coefficient; empty where there is none. */
  static String of(OptionalDouble number) {
    return number.isPresent() ? of(number.getAsDouble()) : "";
  }

  /** A coefficient. */
  static String of(double number) {
    String digits = String.format(Locale.ROOT, "%.3f", number);
    return digits.equals("-0.000") ? "0.000" : digits.replace('-', '\u2212');
  }

  /** Two limits, in words where a dash would stand beside a minus sign. */
  static String range(double low, double high) {
    return of(low) + (low < 0 ? " to " : "–") + of(high);
  }

  /** A count with a comma at each thousand. */
  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A share in percent with one decimal; empty of nothing. */
  static String percent(long part, long whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
  }
}
