package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.List;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/**
 * The words of a span with what stands around them.
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
    int before = Math.max(0, span.begin() - CONTEXT);
    add(pieces, (before > 0 ? "…" : "") + text.slice(before, span.begin()), false);
    int end = span.begin();
    for (Fragment fragment : span.fragments()) {
      add(pieces, between(text, end, fragment.begin()), false);
      add(pieces, text.slice(fragment.begin(), fragment.end()), true);
      end = fragment.end();
    }
    int after = Math.min(text.length(), end + CONTEXT);
    add(pieces, text.slice(end, after) + (after < text.length() ? "…" : ""), false);
    return new Excerpt(pieces);
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
