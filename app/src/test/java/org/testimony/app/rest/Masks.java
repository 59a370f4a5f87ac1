package org.testimony.app.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes an answer with everything in it that two answers to the same question may differ in. */
final class Masks {

  /**
   * The time, the session's cookie, whether the connection stays open, and the length, which view
   * states vary; bodies are compared.
   */
  private static final Set<String> HEADERS =
      Set.of("date", "set-cookie", "connection", "content-length");

  /** The server's name for the state of a page, drawn anew for each answer. */
  private static final Pattern VIEW_STATE =
      Pattern.compile("(name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\")[^\"]*");

  /** The word by which the content policy knows the scripts of a page, drawn anew as well. */
  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

  /** The id by which the last script of a page removes itself. */
  private static final Pattern SCRIPT = Pattern.compile("<script id=\"([0-9a-f-]{36})\"");

  private Masks() {}

  static String of(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(HEADERS);
    String shown = answer.status() + "\n" + headers + "\n" + answer.text();
    shown = masked(NONCE, headers.toString(), shown, "[nonce]");
    shown = masked(SCRIPT, shown, shown, "[script]");
    return VIEW_STATE.matcher(shown).replaceAll("$1[view state]");
  }

  private static String masked(Pattern pattern, String where, String text, String mask) {
    Matcher matcher = pattern.matcher(where);
    return matcher.find() ? text.replace(matcher.group(1), mask) : text;
  }
}
