package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.core.assignment.Purpose;
import org.testimony.web.platform.Refused;

/** Reads the parameters of an address that ask for a report or for passages. */
final class PassageAddress {

  private PassageAddress() {}

  /** The purpose of the rounds; production where none is named. */
  static Purpose purpose(Optional<String> text) {
    return text.isEmpty() ? Purpose.PRODUCTION : constant("purpose", text.get(), Purpose.class);
  }

  /** Yes or no; no where nothing is said. */
  static boolean flag(String name, Optional<String> text) {
    String word = text.orElse("false");
    if (word.equals("true") || word.equals("false")) {
      return word.equals("true");
    }
    throw wrong(name, word, "true or false");
  }

  /** Which passages; all where nothing is said. */
  static PassageQuery.Show show(Optional<String> text) {
    return text.isEmpty()
        ? PassageQuery.Show.ALL
        : constant("show", text.get(), PassageQuery.Show.class);
  }

  /** A place in a list, from 0. */
  static int from(Optional<String> text) {
    try {
      int from = Integer.parseInt(text.orElse("0"));
      if (from >= 0) {
        return from;
      }
    } catch (NumberFormatException e) {
      throw wrong("from", text.orElse(""), "a number from 0");
    }
    throw wrong("from", text.orElse(""), "a number from 0");
  }

  /** None or two labels. */
  static List<String> labels(List<String> labels) {
    if (labels.isEmpty() || labels.size() == 2) {
      return labels;
    }
    throw wrong("label", String.join(",", labels), "two labels or none");
  }

  /** None, one or two annotators. */
  static List<String> annotators(List<String> annotators) {
    if (annotators.size() <= 2) {
      return annotators;
    }
    throw wrong("annotator", String.join(",", annotators), "at most two annotators");
  }

  /** The id of the line; has to be there. */
  static String line(Optional<String> line) {
    return line.orElseThrow(() -> wrong("measure", "", "the id of a line of the report"));
  }

  /** Parameters that are there and hold something. */
  static List<String> present(List<String> texts) {
    return new ArrayList<>(texts.stream().filter(text -> !text.isEmpty()).toList());
  }

  private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw wrong(name, text, "one of " + List.of(type.getEnumConstants()));
  }

  private static Refused.Invalid wrong(String name, String text, String expected) {
    return new Refused.Invalid(
        List.of(new Refused.Fault(name, "%s was expected, not \"%s\"".formatted(expected, text))));
  }
}
