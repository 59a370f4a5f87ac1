package org.testimony.core.release;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The names under which things appear in a release. None of them tells an id or a time. */
public final class Names {

  private static final Predicate<String> PERSON = form("P[0-9]{2,6}");
  private static final Predicate<String> ARTICLE = form("A[0-9]{4,7}");
  private static final Predicate<String> ROUND = form("R[1-9][0-9]{0,5}");

  private Names() {}

  private static Predicate<String> form(String form) {
    return Pattern.compile(form).asMatchPredicate();
  }

  /** {@code A0001} for the article imported first. */
  public static String article(int number) {
    return String.format(Locale.ROOT, "A%04d", number);
  }

  /** {@code R1} for the first round. */
  public static String round(int number) {
    return "R" + number;
  }

  /**
   * {@code P01-A0001-R1}; {@code P01-A0001-R1-x2} where the same article came to the same person a
   * second time in the round.
   *
   * @param repeat 0 for the first time
   */
  static String assignment(String person, String article, String round, int repeat) {
    String name = String.join("-", person, article, round);
    return repeat == 0 ? name : name + "-x" + (repeat + 1);
  }

  /** The set as first submitted, where the annotator changed it later. */
  static String firstSubmission(String assignment) {
    return assignment + "-F";
  }

  /** A labelled span of a set: the letter of its layer and its place among those of the letter. */
  static String annotation(String set, String letter, int number) {
    return set + "-" + letter.toLowerCase(Locale.ROOT) + number;
  }

  /** A relation of a set. */
  static String relation(String set, int number) {
    return set + "-rel" + number;
  }

  static String requirePerson(String name) {
    return require("a person", "P01", PERSON, name);
  }

  static String requireArticle(String name) {
    return require("an article", "A0001", ARTICLE, name);
  }

  static String requireRound(String name) {
    return require("a round", "R1", ROUND, name);
  }

  private static String require(String what, String like, Predicate<String> form, String name) {
    if (!form.test(name)) {
      throw new IllegalArgumentException("%s is named like %s, not %s".formatted(what, like, name));
    }
    return name;
  }
}
