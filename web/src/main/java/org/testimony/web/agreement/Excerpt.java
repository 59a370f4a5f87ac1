package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.List;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/**
 * The words of a span with what stands around them in their paragraph.
 *
 * @param pieces in text order
 */
public record Excerpt(List<Piece> pieces) {

  /** Code points shown on each side, and the most that are shown between two fragments. */
  static final int CONTEXT = 60;

  private static final String ELLIPSIS = " … ";

  /** Copies. */
  public Excerpt {
    pieces = List.copyOf(pieces);
  }

  /**
   * A piece of text.
   *
   * @param text its characters
   * @param marked whether the span covers it
   */
  public record Piece(String text, boolean marked) {}

  /** What a text says at a span. */
  static Excerpt at(ArticleText text, Span span) {
    List<Piece> pieces = new ArrayList<>();
    add(pieces, before(text, span.begin()), false);
    int end = span.begin();
    for (Fragment fragment : span.fragments()) {
      add(pieces, between(text, end, fragment.begin()), false);
      add(pieces, text.slice(fragment.begin(), fragment.end()), true);
      end = fragment.end();
    }
    add(pieces, after(text, end), false);
    return new Excerpt(pieces);
  }

  /** What stands before a place in its paragraph, from the start of a word. */
  private static String before(ArticleText text, int end) {
    int begin = Math.max(0, end - CONTEXT);
    String words = text.slice(begin, end);
    int line = Math.max(words.lastIndexOf('\n'), words.lastIndexOf('\r'));
    if (line >= 0 || begin == 0) {
      return words.substring(line + 1);
    }
    return "…" + words.substring(words.indexOf(' ') + 1);
  }

  /** What stands after a place in its paragraph, to the end of a word. */
  private static String after(ArticleText text, int begin) {
    int end = Math.min(text.length(), begin + CONTEXT);
    String words = text.slice(begin, end);
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) == '\n' || words.charAt(i) == '\r') {
        return words.substring(0, i);
      }
    }
    if (end == text.length()) {
      return words;
    }
    int space = words.lastIndexOf(' ');
    return (space < 0 ? words : words.substring(0, space)) + "…";
  }

  private static String between(ArticleText text, int begin, int end) {
    return end - begin <= CONTEXT
        ? text.slice(begin, end)
        : text.slice(begin, begin + CONTEXT / 2) + ELLIPSIS + text.slice(end - CONTEXT / 2, end);
  }

  private static void add(List<Piece> pieces, String text, boolean marked) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, marked));
    }
  }
}
